import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { YearLinks } from '../queue/year-links.tsx';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { HeatTable } from './heat-table.tsx';
import { List } from './list.tsx';

/** What does not hold, where, and how well the files were read. */
export function StatisticsScreen({ query }: { readonly query: URLSearchParams }) {
  const { words } = useWords();
  const year = query.get('year');
  const both = useAnswer(`statistics ${year}`, async (signal) => {
    const [statistics, { divisions }, { years }] = await Promise.all([
      askApi('getStatistics', { query: year === null ? {} : { year }, signal }),
      askApi('listDivisions', { query: year === null ? {} : { year }, signal }),
      // Only to know of which years there are reports.
      askApi('listReports', { query: { limit: '1' }, signal }),
    ]);
    return { statistics, divisions, years };
  });
  return (
    <Awaited asking={both}>
      {({ statistics, divisions, years }) => (
        <>
          <YearLinks years={years} year={statistics.year} to={(each) => `/statistics?year=${each}`} />
          <p role="status">
            {words.year} {statistics.year} · {words.reports} {statistics.reports} · {words.accepted}{' '}
            {statistics.accepted}
          </p>
          <p class="quiet">{words.heatLegend}</p>
          <HeatTable statistics={statistics} nameOf={(code) => divisions[code]?.name ?? code} />
          <h2>{words.reading}</h2>
          <List
            heads={[words.format, words.reports, words.figures, words.absent, words.unreadable, words.doubtful]}
            rows={statistics.reading.map((line) => [
              line.format,
              line.reports,
              line.figures,
              line.missing,
              line.unreadable,
              line.doubtful,
            ])}
          />
        </>
      )}
    </Awaited>
  );
}

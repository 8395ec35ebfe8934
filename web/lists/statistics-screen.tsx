import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { HeatTable } from './heat-table.tsx';
import { List } from './list.tsx';

/** What does not hold, where, and how well the files were read. */
export function StatisticsScreen({ query }: { readonly query: URLSearchParams }) {
  const { words } = useWords();
  const year = query.get('year');
  const both = useAnswer(`statistics ${year}`, async (signal) => {
    const [statistics, { divisions }] = await Promise.all([
      askApi('getStatistics', { query: year === null ? {} : { year }, signal }),
      askApi('listDivisions', { signal }),
    ]);
    return { statistics, divisions };
  });
  return (
    <Awaited asking={both}>
      {({ statistics, divisions }) => (
        <>
          <p role="status">
            {words.year} {statistics.year} · {words.reports} {statistics.reports} · {words.accepted}{' '}
            {statistics.accepted}
          </p>
          <HeatTable statistics={statistics} nameOf={(code) => divisions[code]?.name ?? code} />
          <h2>{words.reading}</h2>
          <List
            heads={[words.format, words.reports, words.figures, words.missing, words.unreadable, words.doubtful]}
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

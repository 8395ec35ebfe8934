import { API, askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { reportPath } from '../queue/report-path.ts';
import { YearLinks } from '../queue/year-links.tsx';
import { Awaited } from '../shell/awaited.tsx';
import { showMoment } from '../words/show-time.ts';
import { useWords } from '../words/use-words.ts';
import { List } from './list.tsx';

/** Letters that were written about reports of a year, to be printed or fetched as .docx. */
export function LettersScreen({ query }: { readonly query: URLSearchParams }) {
  const { words } = useWords();
  const year = query.get('year');
  const letters = useAnswer(`letters ${year}`, async (signal) => {
    const [{ years }, { items }] = await Promise.all([
      askApi('listReports', { query: { limit: '1' }, signal }),
      askApi('listLetters', { query: year === null ? {} : { year }, signal }),
    ]);
    return { items, years, shown: year === null ? (items[0]?.report.year ?? years[0] ?? null) : Number(year) };
  });
  return (
    <Awaited asking={letters}>
      {({ items, years, shown }) => (
        <>
          <YearLinks years={years} year={shown} to={(each) => `/letters?year=${each}`} />
          <List
            heads={[words.body, words.year, words.findingCount, words.writtenBy, words.time, words.letters]}
            rows={items.map(({ id, report, findings, by, at }) => [
              <a href={reportPath(report)}>{report.body ?? words.unknownBody}</a>,
              String(report.year ?? words.unknownYear),
              findings,
              by,
              showMoment(at),
              <>
                <a href={`/letter/${encodeURIComponent(id)}`}>{words.printLetter}</a>{' '}
                <a download href={`${API}/letters/${encodeURIComponent(id)}.docx`}>
                  .docx
                </a>
              </>,
            ])}
          />
        </>
      )}
    </Awaited>
  );
}

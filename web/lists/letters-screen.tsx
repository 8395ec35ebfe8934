import { API, askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { reportPath } from '../queue/report-path.ts';
import { YearLinks } from '../queue/year-links.tsx';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { List } from './list.tsx';

/** Letters that were written about reports of a year, to be printed or fetched as .docx. */
export function LettersScreen({ query }: { readonly query: URLSearchParams }) {
  const { words } = useWords();
  const year = query.get('year');
  const letters = useAnswer(`letters ${year}`, async (signal) => {
    // Of which years there are reports, and which is the newest.
    const { years } = await askApi('listReports', { query: { limit: '1' }, signal });
    const shown = year ?? years[0]?.toString();
    const { items } = await askApi('listLetters', { query: shown ? { year: shown } : {}, signal });
    return { items, years, shown: shown === undefined ? null : Number(shown) };
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
              at.slice(0, 16).replace('T', ' '),
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

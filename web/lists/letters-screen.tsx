import { API, askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { reportPath } from '../queue/report-path.ts';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { List } from './list.tsx';

/** Letters that were written, to be fetched as .docx. */
export function LettersScreen() {
  const { words } = useWords();
  const letters = useAnswer('letters', (signal) => askApi('listLetters', { signal }));
  return (
    <Awaited asking={letters}>
      {({ items }) => (
        <List
          heads={[words.body, words.year, words.findingCount, words.writtenBy, words.time, words.letters]}
          rows={items.map(({ id, report, findings, by, at }) => [
            <a href={reportPath(report)}>{report.body ?? words.unknownBody}</a>,
            String(report.year ?? words.unknownYear),
            findings,
            by,
            at.slice(0, 16).replace('T', ' '),
            <a download href={`${API}/letters/${encodeURIComponent(id)}.docx`}>
              .docx
            </a>,
          ])}
        />
      )}
    </Awaited>
  );
}

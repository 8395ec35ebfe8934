import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { reportPath } from '../queue/report-path.ts';
import { Awaited } from '../shell/awaited.tsx';
import { goTo } from '../shell/use-place.ts';
import { useWords } from '../words/use-words.ts';
import { List } from './list.tsx';

/** Who decided what, when and why, a day at a time. */
export function AuditScreen({ query }: { readonly query: URLSearchParams }) {
  const { words, name, language } = useWords();
  const day = query.get('day') ?? new Date().toISOString().slice(0, 10);
  const lines = useAnswer(`audit ${day}`, (signal) => askApi('listDecisions', { query: { day }, signal }));
  return (
    <>
      <label>
        {words.day}{' '}
        <input
          type="date"
          value={day}
          onChange={(event) => goTo(`/audit?day=${event.currentTarget.value}`, 'replace')}
        />
      </label>
      <Awaited asking={lines}>
        {({ items }) => (
          <List
            heads={[words.time, words.by, words.body, words.year, words.rule, words.scope, words.state, words.note]}
            rows={items.map(({ report, rule, where, decision, by, at, note }) => [
              at.slice(11, 19),
              by,
              <a href={reportPath(report)}>{report.body ?? words.unknownBody}</a>,
              String(report.year ?? words.unknownYear),
              <code>{rule}</code>,
              where[language],
              name(decision),
              note,
            ])}
          />
        )}
      </Awaited>
    </>
  );
}

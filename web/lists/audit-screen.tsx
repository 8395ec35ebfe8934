import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { reportPath } from '../queue/report-path.ts';
import { Awaited } from '../shell/awaited.tsx';
import { goTo } from '../shell/use-place.ts';
import { daysInUtc, showDay, showTime } from '../words/show-time.ts';
import { useWords } from '../words/use-words.ts';
import { List } from './list.tsx';

/** Who decided what, when and why, a day at a time. */
export function AuditScreen({ query }: { readonly query: URLSearchParams }) {
  const { words, name, language } = useWords();
  const day = query.get('day') || showDay(new Date().toISOString());
  const lines = useAnswer(`audit ${day}`, async (signal) => {
    const answers = await Promise.all(
      daysInUtc(day).map((each) => askApi('listDecisions', { query: { day: each }, signal })),
    );
    return { items: answers.flatMap(({ items }) => items).filter(({ at }) => showDay(at) === day) };
  });
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
              showTime(at),
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

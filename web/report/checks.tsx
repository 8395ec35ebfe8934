import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useWords } from '../words/use-words.ts';

/** The checks that held, folded; those that could not be made and why; the rules that do not apply. */
export function Checks({ record }: { readonly record: ReportAnswer['record'] }) {
  const { words, language } = useWords();
  const rules = useAnswer('rules', (signal) => askApi('listRules', { signal }));
  const titleOf = (id: string) => rules.answer?.items.find((rule) => rule.id === id)?.title[language] ?? '';
  const held = Object.entries(record.held).filter(([, count]) => count > 0);
  const count = held.reduce((sum, [, scopes]) => sum + scopes, 0);
  return (
    <>
      <details>
        <summary>
          <b>{count}</b> {words.checksHeld}
        </summary>
        <ul class="checks held">
          {held.map(([rule, scopes]) => (
            <li key={rule}>
              {titleOf(rule)} <code>{rule}</code> × {scopes}
            </li>
          ))}
        </ul>
      </details>
      {record.notEvaluable.length > 0 && (
        <details>
          <summary>
            <b>{record.notEvaluable.length}</b> {words.checksNotMade}
          </summary>
          <ul class="checks">
            {record.notEvaluable.map(({ rule, scope, message }) => (
              <li key={`${rule} ${scope}`}>
                {titleOf(rule)} <span class="quiet">{message[language]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {record.notApplicable.length > 0 && (
        <details>
          <summary>
            <b>{record.notApplicable.length}</b> {words.checksNotApplicable}
          </summary>
          <ul class="checks">
            {record.notApplicable.map((rule) => (
              <li key={rule}>
                {titleOf(rule)} <code>{rule}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

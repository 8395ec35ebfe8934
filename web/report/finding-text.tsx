import type { ReportFinding } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';

/** What does not hold, in words, with its numbers and the suspected cells. */
export function FindingText({ finding }: { readonly finding: ReportFinding }) {
  const { words, language } = useWords();
  const { severity, cause, message, suspected, found, expected, difference, quote, rule } = finding;
  return (
    <div class="finding">
      <p>
        <span class={`mark ${severity}`}>{words[severity]}</span> {message[language]}
        {cause === 'possibly-misread' && <small> {words['possibly-misread']}</small>} <code>{rule}</code>
      </p>
      {expected !== null && (
        <dl class="numbers">
          <dt>{words.found}</dt>
          <dd>{found}</dd>
          <dt>{words.expected}</dt>
          <dd class="should">{expected}</dd>
          <dt>{words.difference}</dt>
          <dd>{difference}</dd>
        </dl>
      )}
      {suspected && <p>{suspected[language]}</p>}
      {quote && <blockquote lang="zh-CN">{quote.text}</blockquote>}
    </div>
  );
}

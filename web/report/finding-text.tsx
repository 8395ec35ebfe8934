import type { ReportFinding } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import { formatNumber } from './format-number.ts';
import { FormulaLine } from './formula-line.tsx';
import type { ReportShown } from './report-shown.ts';

interface Props {
  readonly finding: ReportFinding;
  readonly shown: ReportShown;
}

/** What does not hold, in words, with its numbers and the suspected cells. */
export function FindingText({ finding, shown: { report, places } }: Props) {
  const { words, language } = useWords();
  const { severity, cause, secondReading, message, suspected, found, expected, difference, quote, rule } = finding;
  const { record, names } = report;
  return (
    <div class="finding">
      <p>
        <span class={`mark ${severity}`}>{words[severity]}</span> {message[language]} <code>{rule}</code>
      </p>
      <FormulaLine finding={finding} figures={record.figures} names={names} places={places} />
      {!finding.sum && expected !== null && found !== null && (
        <dl class="numbers">
          <dt>{words.found}</dt>
          <dd>{formatNumber(found)}</dd>
          <dt>{words.expected}</dt>
          <dd class="should">{formatNumber(expected)}</dd>
          <dt>{words.difference}</dt>
          <dd>{difference}</dd>
        </dl>
      )}
      {suspected && <p>{suspected[language]}</p>}
      {(cause === 'possibly-misread' || secondReading) && (
        <p class="quiet">
          {cause === 'possibly-misread' && words['possibly-misread']}
          {secondReading && ` ${words[`again-${secondReading}`]}`}
        </p>
      )}
      {quote && <blockquote lang="zh-CN">{quote.text}</blockquote>}
    </div>
  );
}

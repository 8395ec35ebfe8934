import { Fragment } from 'preact';
import type { TableId } from '../../forms/form.ts';
import type { YearsAnswer } from '../../records/contract/api/reports.ts';
import { formatNumber } from '../report/format-number.ts';
import { useWords } from '../words/use-words.ts';
import { isOtherForm, linesByForm } from './lines-by-form.ts';
import { YearHead } from './year-head.tsx';

interface Props {
  readonly answer: YearsAnswer;
  readonly table: TableId;
  /** Column of applicants, of table 3. */
  readonly column?: string;
}

/**
 * Every figure of a table, a column per year. Where the form changed a double line parts the years, and a cell that a
 * year's form does not have is empty: what stands left and right of that line is not always the same question.
 */
export function FiguresByYear({ answer, table, column }: Props) {
  const { words, language } = useWords();
  const { years } = answer;
  const otherForm = new Set<number>();
  let before: (typeof years)[number] | undefined;
  for (const now of years) {
    if (Object.keys(now.figures).length === 0) continue;
    if (before && isOtherForm(table, before.figures, now.figures)) otherForm.add(now.year);
    before = now;
  }
  const lines = linesByForm(table, column);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={words[table]}>
      <table class="published by-year">
        <YearHead answer={answer} corner={words.figures} otherForm={otherForm} />
        <tbody>
          {lines.map(({ id, group, name, isMoney }, at) => (
            <Fragment key={id}>
              {group && group.zh !== lines[at - 1]?.group?.zh && (
                <tr>
                  <th scope="rowgroup" class="group" colSpan={years.length + 1}>
                    {group[language]}
                  </th>
                </tr>
              )}
              <tr>
                <th scope="row" class={group ? 'under' : undefined}>
                  {name[language]}
                </th>
                {years.map(({ year, figures }) => {
                  const figure = figures[id];
                  const edge = otherForm.has(year) ? ' other-form' : '';
                  if (!figure) return <td key={year} class={`figure absent${edge}`} />;
                  const { value, state } = figure;
                  return (
                    <td key={year} class={`figure${edge}${value === 0 ? ' zero' : ''}`}>
                      {value === null ? <span class="quiet">{words[state]}</span> : formatNumber(value)}
                      {value !== null && isMoney && <small> {words.yuan}</small>}
                    </td>
                  );
                })}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

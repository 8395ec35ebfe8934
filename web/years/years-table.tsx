import type { YearsAnswer } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import { YearHead } from './year-head.tsx';

const ROWS = ['new_received', 'carried_in', 'granted', 'partially_granted', 'processed_total', 'carried_out'] as const;

/**
 * The sums of table 3, a column per year. What one year carries out the next one carries in: each carry is written
 * between the two, and where they differ it is marked. A year without a report keeps its column.
 */
export function YearsTable({ answer }: { readonly answer: YearsAnswer }) {
  const { words } = useWords();
  const { years } = answer;
  const sumIn = (at: number, row: string) => years[at]?.figures[`t3.${row}.total`]?.value ?? null;
  const show = (value: number | null) => (value === null ? '—' : value.toLocaleString('zh-CN'));
  return (
    // A wide table is moved by itself, so it has to be reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section class="scroll" tabIndex={0} aria-label={words.years}>
      <table class="published by-year">
        <YearHead answer={answer} corner={words.requests} />
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{words[row]}</th>
              {years.map(({ year }, at) => {
                const value = sumIn(at, row);
                const carried = row === 'carried_in' ? sumIn(at - 1, 'carried_out') : null;
                const isBroken = carried !== null && value !== null && carried !== value;
                return (
                  <td key={year} class={isBroken ? 'figure suspect' : 'figure'}>
                    {show(value)}
                    {carried !== null && value !== null && (
                      <small class={isBroken ? 'carry should' : 'carry'}>
                        ← {words.yearBefore} {show(carried)} {isBroken && words.differs}
                      </small>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

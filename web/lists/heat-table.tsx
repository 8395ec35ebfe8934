import type { StatisticsAnswer } from '../../records/contract/api/overview.ts';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly statistics: StatisticsAnswer;
  readonly nameOf: (division: string) => string;
}

/** By rule and division, reports in which the rule does not hold; the darker, the larger their share of its reports. */
export function HeatTable({ statistics: { rules, divisions, year }, nameOf }: Props) {
  const { words } = useWords();
  const codes = Object.keys(divisions).sort();
  const shown = rules.filter(({ findings }) => findings > 0);
  if (shown.length === 0) return <p class="notice">{words.noFindings}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" aria-label={words.statistics} tabIndex={0}>
      <table class="list heat">
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            <th scope="col" class="number">
              {words.findingCount}
            </th>
            <th scope="col" class="number">
              {words.misreadShare}
            </th>
            {codes.map((code) => (
              <th key={code} scope="col" class="number">
                {code === 'none' ? words.unknown : nameOf(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ rule, findings, misreadShare, byDivision }) => (
            <tr key={rule}>
              <th scope="row">
                <a href={`/?${new URLSearchParams({ rule, ...(year === null ? {} : { year: String(year) }) })}`}>
                  {rule}
                </a>
              </th>
              <td class="number">{findings}</td>
              <td class="number">{misreadShare === null ? '—' : `${Math.round(misreadShare * 100)}%`}</td>
              {codes.map((code) => {
                const count = byDivision[code] ?? 0;
                const depth = Math.min(4, Math.ceil((4 * count) / Math.max(1, divisions[code] ?? 1)));
                return (
                  <td key={code} class={`number heat-${depth}`}>
                    {count === 0 ? '' : count}
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

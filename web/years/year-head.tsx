import type { YearsAnswer } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly answer: YearsAnswer;
  /** What the lines are. */
  readonly corner: string;
  /** Years that were asked in another form than the report before. */
  readonly otherForm?: ReadonlySet<number>;
}

/** A column per year, those without a report among them. */
export function YearHead({ answer: { bodyKey, years }, corner, otherForm }: Props) {
  const { words } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{corner}</th>
        {years.map(({ year, row }) => (
          <th scope="col" key={year} class={otherForm?.has(year) ? 'figure other-form' : 'figure'}>
            {row ? <a href={`/report/${encodeURIComponent(bodyKey)}/${year}`}>{year}</a> : year}
            {!row && <small class="quiet carry">{words.noReport}</small>}
            {otherForm?.has(year) && <small class="quiet carry">{words.otherForm}</small>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

import type { ReportAnswer, ReportFinding } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import { type CellPlace, useFocusedCell } from './focused-cell.ts';
import { formatNumber } from './format-number.ts';

interface Props {
  readonly finding: ReportFinding;
  readonly figures: ReportAnswer['record']['figures'];
  readonly names: ReportAnswer['names'];
  readonly places: ReadonlyMap<string, CellPlace>;
}

/** A broken sum with its numbers: `6 + 20 = 26 ≠ 20`; each number leads to its cell. Addends of 0 are only counted. */
export function FormulaLine({ finding: { sum, expected, found }, figures, names, places }: Props) {
  const { words } = useWords();
  if (!sum || expected === null || found === null) return null;
  const numberOf = (id: string) => figures[id]?.value ?? 0;
  const counting = sum.addends.filter((id) => numberOf(id) !== 0);
  const zeros = sum.addends.length - counting.length;
  const term = (id: string, at: number) => (
    <span key={id}>
      {at > 0 && ' + '}
      <FormulaNumber id={id} value={numberOf(id)} names={names} place={places.get(id)} />
    </span>
  );
  return (
    <p class="formula">
      {counting.map(term)}
      {zeros > 0 && (
        <small title={words.andZeros}>
          {counting.length > 0 && ' + '}0 × {zeros}
        </small>
      )}{' '}
      = <b>{formatNumber(expected)}</b> ≠ {sum.totals.map(term)}
      {sum.totals.length > 1 && ` = ${formatNumber(found)}`}
    </p>
  );
}

interface NumberProps extends Pick<Props, 'names'> {
  readonly id: string;
  readonly value: number;
  readonly place: CellPlace | undefined;
}

function FormulaNumber({ id, value, names, place }: NumberProps) {
  const { language } = useWords();
  const { focus } = useFocusedCell();
  const name = names[id]?.[language] ?? id;
  if (!place) return <span title={name}>{formatNumber(value)}</span>;
  return (
    <button type="button" class="term" title={name} onClick={() => focus(place, 'finding')}>
      {formatNumber(value)}
      <span class="hidden"> {name}</span>
    </button>
  );
}

import type { ReportFinding } from '../../records/contract/api/reports.ts';

/** What a finding says of one figure. */
export interface FigureMark {
  /** `total`: what the others are to add up to. */
  readonly part: 'total' | 'addend' | 'concerned' | null;
  /** One of the cells whose change would make every sum hold. */
  readonly isSuspect: boolean;
  /** Of a suspect: what the changes would make of it. */
  readonly perhaps: readonly number[];
  /** What the total should be; of several totals the last one bears it for all. */
  readonly should: { readonly value: number; readonly ofAll: boolean } | null;
}

const NOTHING: FigureMark = { part: null, isSuspect: false, perhaps: [], should: null };

/** The figures that a finding is about, by figure id. */
export function markFigures(finding: ReportFinding | undefined): ReadonlyMap<string, FigureMark> {
  const marks = new Map<string, FigureMark>();
  if (!finding) return marks;
  const { sum, figures, expected, suspects, suspicion } = finding;
  for (const id of figures) marks.set(id, { ...NOTHING, part: 'concerned' });
  if (sum) {
    for (const id of sum.addends) marks.set(id, { ...NOTHING, part: 'addend' });
    for (const id of sum.totals) {
      const bears = id === sum.totals.at(-1) && expected !== null;
      const should = bears ? { value: expected, ofAll: sum.totals.length > 1 } : null;
      marks.set(id, { ...NOTHING, part: 'total', should });
    }
  }
  if (suspicion === 'cannot-be-told') return marks;
  for (const { figure, value } of suspects.flatMap(({ changes }) => changes)) {
    const mark = marks.get(figure) ?? NOTHING;
    marks.set(figure, { ...mark, isSuspect: true, perhaps: [...new Set([...mark.perhaps, value])] });
  }
  return marks;
}

import type { ReportFinding } from '../../records/contract/api/reports.ts';

/** What a finding says of one figure. */
export interface FigureMark {
  /** `total`: what the others are to add up to. */
  readonly part: 'total' | 'addend' | 'concerned' | null;
  /** One of the cells whose change would make every sum hold. */
  readonly isSuspect: boolean;
  /** What the total should be; of several totals the last one bears it for all. */
  readonly should: { readonly value: number; readonly ofAll: boolean } | null;
}

/** The figures that a finding is about, by figure id. */
export function markFigures(finding: ReportFinding | undefined): ReadonlyMap<string, FigureMark> {
  const marks = new Map<string, FigureMark>();
  if (!finding) return marks;
  const { sum, figures, expected, suspects, suspicion } = finding;
  for (const id of figures) marks.set(id, { part: 'concerned', isSuspect: false, should: null });
  if (sum) {
    for (const id of sum.addends) marks.set(id, { part: 'addend', isSuspect: false, should: null });
    for (const id of sum.totals) {
      const bears = id === sum.totals.at(-1) && expected !== null;
      const should = bears ? { value: expected, ofAll: sum.totals.length > 1 } : null;
      marks.set(id, { part: 'total', isSuspect: false, should });
    }
  }
  if (suspicion === 'cannot-be-told') return marks;
  for (const { figure } of suspects.flatMap(({ changes }) => changes)) {
    marks.set(figure, { ...(marks.get(figure) ?? { part: null, should: null }), isSuspect: true });
  }
  return marks;
}

import fc from 'fast-check';
import type { FigureId } from '../../../forms/form.ts';
import { bodyKeyOf, type ReportRef } from '../../../records/keys.ts';
import { consistentReport } from '../../dresses/arbitrary.ts';
import { docxOf } from '../../records/assessed.ts';

const [DRAWN] = fc.sample(consistentReport(), { seed: 42, numRuns: 1 });

interface Wanted {
  readonly body?: string;
  readonly year?: number;
  /** Raises a figure that no sum mentions: another report of the same body and year. */
  readonly edition?: number;
  /** Raises a figure that two sums mention. */
  readonly isBroken?: boolean;
}

const LONE: FigureId = 't2.licensing.decisions';
const SUMMED: FigureId = 't3.granted.natural_person';

export const BODY = '鹿城区教育局';
export const YEAR = 2020;
export const REPORT: ReportRef = { bodyKey: bodyKeyOf(BODY), year: YEAR };

const made = new Map<string, Uint8Array>();

/** A report as a .docx. */
export function reportDocx(wanted: Wanted = {}): Uint8Array {
  const name = JSON.stringify(wanted);
  const bytes = made.get(name) ?? makeReport(wanted);
  made.set(name, bytes);
  return bytes;
}

function makeReport({ body = BODY, year = YEAR, edition = 0, isBroken = false }: Wanted): Uint8Array {
  if (!DRAWN) throw new Error('nothing was drawn');
  const figures: Record<FigureId, number> = { ...DRAWN.figures, [LONE]: (DRAWN.figures[LONE] ?? 0) + edition };
  if (isBroken) figures[SUMMED] = (figures[SUMMED] ?? 0) + 1;
  return docxOf({ ...DRAWN, figures, body, year });
}

import { RULES } from '../../checks/catalogue.ts';
import type { Finding } from '../../checks/finding.ts';
import { isAcross } from '../across.ts';
import type { Overlay } from '../contract/api/reports.ts';
import { recheck } from '../recheck.ts';
import type { ReportRecord } from '../report-record.ts';

const OWN_RULES = RULES.filter((rule) => !isAcross(rule));

/**
 * What the rules in force find in a report by itself once its readings are corrected by hand. The record stays as it was.
 * @param overlays those of the record's revision, the oldest first; of two on one figure the later counts
 */
export function checkOverlaid(record: ReportRecord, overlays: readonly Pick<Overlay, 'figure' | 'value'>[]): Finding[] {
  const figures = { ...record.figures };
  const again = record.again && { ...record.again };
  for (const { figure: id, value } of overlays) {
    const figure = figures[id];
    if (!figure) continue;
    // A person looked: neither doubts of the reader nor its second reading speak against that.
    figures[id] = { ...figure, value, state: value === null ? 'blank' : 'stated', notes: [], doubtful: false };
    if (again) delete again[id];
  }
  return [...recheck({ ...record, figures, ...(again ? { again } : {}) }, {}, OWN_RULES).findings];
}

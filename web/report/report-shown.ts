import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import type { CellPlace } from './focused-cell.ts';

/** A report as the page shows it, and where its figures stand in the document; empty until that is there. */
export interface ReportShown {
  readonly report: ReportAnswer;
  readonly places: ReadonlyMap<string, CellPlace>;
}

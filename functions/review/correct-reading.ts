import type { Overlay } from '../../records/contract/api/reports.ts';
import type { ReportRef } from '../../records/keys.ts';
import type { Overlays } from '../adapters/dynamodb-overlays.ts';
import type { StoredReports } from '../adapters/stored-record.ts';

interface Correction extends Pick<Overlay, 'revision' | 'figure' | 'value' | 'reason'> {
  readonly report: ReportRef;
}

/**
 * Keeps that a figure of a revision was read wrongly, and what it is; null: its cell is empty.
 * @returns nothing where there is no such revision or figure
 */
export async function correctReading(
  { report, revision, figure, value, reason }: Correction,
  by: string,
  {
    reports,
    overlays,
    clock,
  }: {
    readonly reports: Pick<StoredReports, 'readRecord'>;
    readonly overlays: Overlays;
    readonly clock: () => Date;
  },
): Promise<Overlay | undefined> {
  const record = await reports.readRecord(report, revision);
  const read = record?.figures[figure];
  if (!read) return undefined;
  const overlay = { figure, revision, value, read: read.value, reason, by, at: clock().toISOString() };
  await overlays.keep(report, overlay);
  return overlay;
}

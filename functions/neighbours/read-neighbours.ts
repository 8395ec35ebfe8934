import type { Compared, Neighbours } from '../../records/across.ts';
import type { ReportRef } from '../../records/keys.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { IngestDependencies } from '../dependencies.ts';

/**
 * Reads the newest revisions of what a report is compared with, and says which they were.
 * @param name the body as its report names it
 */
export async function readNeighbours(
  { bodyKey, year }: ReportRef & { year: number },
  name: string | null,
  { reports, bodies }: Pick<IngestDependencies, 'reports' | 'bodies'>,
): Promise<{ readonly neighbours: Neighbours; readonly compared: Compared[] }> {
  const compared: Compared[] = [];
  const newest = async (of: string, fiscalYear: number): Promise<ReportRecord | undefined> => {
    const report = { bodyKey: of, year: fiscalYear };
    const head = await reports.readHead(report);
    if (!head) return undefined;
    compared.push({ ...report, revision: head.newest.revision });
    return reports.readRecord(report, head.newest.revision);
  };
  const level = name === null ? undefined : await bodies.levelOf(name);
  const before = await newest(bodyKey, year - 1);
  const children = await bodies.below(bodyKey);
  if (children.length === 0) return { neighbours: { level, before }, compared };
  const found: ReportRecord[] = [];
  const missing: string[] = [];
  for (const child of children) {
    const record = await newest(child.bodyKey, year);
    if (record) found.push(record);
    else missing.push(child.name);
  }
  return { neighbours: { level, before, below: { reports: found, missing } }, compared };
}

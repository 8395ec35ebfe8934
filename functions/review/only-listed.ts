import { decisionKeyOf } from '../../records/decision.ts';
import type { StoredReport } from '../../records/exports/stored-report.ts';
import { headKey, type ReportRef } from '../../records/keys.ts';
import type { QueueFinding } from '../../records/queue/queue-entry.ts';

/** The findings of a list, by report. */
export type Listed = ReadonlyMap<string, ReadonlySet<string>>;

export const nameOfReport = (report: ReportRef): string => headKey(report).pk;

export function listedFindings(items: readonly QueueFinding[]): Listed {
  const listed = new Map<string, Set<string>>();
  for (const { row } of items) {
    const name = nameOfReport(row.report);
    listed.set(name, (listed.get(name) ?? new Set()).add(row.key));
  }
  return listed;
}

/** The same reports with those findings only that are listed. */
export async function* onlyListed(reports: AsyncIterable<StoredReport>, listed: Listed): AsyncGenerator<StoredReport> {
  for await (const report of reports) {
    const { head, record, across, digest } = report;
    const keys = listed.get(nameOfReport(head)) ?? new Set();
    const isListed = (finding: (typeof record.findings)[number]) =>
      keys.has(decisionKeyOf(finding, record.figures, digest));
    yield {
      ...report,
      record: { ...record, findings: record.findings.filter(isListed) },
      ...(across && { across: { ...across, findings: across.findings.filter(isListed) } }),
    };
  }
}

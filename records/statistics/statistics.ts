import type { StoredReport } from '../exports/stored-report.ts';
import { countRules, type RuleStatistics } from './count-rules.ts';

/** How well files of one format were read. */
export interface ReadingStatistics {
  readonly format: 'docx' | 'pdf';
  reports: number;
  figures: number;
  missing: number;
  unreadable: number;
  doubtful: number;
}

export interface Statistics {
  readonly reports: number;
  readonly accepted: number;
  /** Reports by division. */
  readonly divisions: Readonly<Record<string, number>>;
  /** The rule that most reports break first. */
  readonly rules: readonly RuleStatistics[];
  readonly reading: readonly ReadingStatistics[];
}

/**
 * Counts what stored reports break, rule by rule and division by division, and how they were read.
 * @param divisionOf the division that a report is counted under
 */
export async function countStatistics(
  reports: AsyncIterable<StoredReport>,
  divisionOf: (report: StoredReport) => string,
): Promise<Statistics> {
  const divisions: Record<string, number> = {};
  const rules = new Map<string, RuleStatistics>();
  const reading = new Map<string, ReadingStatistics>();
  const counts = { reports: 0, accepted: 0 };
  for await (const report of reports) {
    const division = divisionOf(report);
    counts.reports += 1;
    if (report.head.status === 'accepted') counts.accepted += 1;
    divisions[division] = (divisions[division] ?? 0) + 1;
    countRules(report, division, rules);
    countReading(report, reading);
  }
  return {
    ...counts,
    divisions,
    rules: [...rules.values()].sort((one, other) => other.reports - one.reports || (one.rule < other.rule ? -1 : 1)),
    reading: [...reading.values()].sort((one, other) => (one.format < other.format ? -1 : 1)),
  };
}

function countReading({ record }: StoredReport, reading: Map<string, ReadingStatistics>): void {
  const { format } = record.source;
  const counted = reading.get(format) ?? { format, reports: 0, figures: 0, missing: 0, unreadable: 0, doubtful: 0 };
  reading.set(format, counted);
  counted.reports += 1;
  for (const { state, doubtful } of Object.values(record.figures)) {
    counted.figures += 1;
    if (state === 'missing') counted.missing += 1;
    if (state === 'unreadable') counted.unreadable += 1;
    if (doubtful) counted.doubtful += 1;
  }
}

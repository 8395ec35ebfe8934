import type { Severity } from '../../checks/finding.ts';
import { withFindingsAcross } from '../across.ts';
import { type Decision, decisionKeyOf } from '../decision.ts';
import type { StoredReport } from '../exports/stored-report.ts';

/** How often a rule was broken, where, and what reviewers said of it. */
export interface RuleStatistics {
  readonly rule: string;
  readonly severity: Severity;
  /** Reports that break it. */
  reports: number;
  /** Scopes in which they do. */
  findings: number;
  /** Findings whose cells may have been misread. */
  possiblyMisread: number;
  readonly decisions: Record<Decision['decision'], number>;
  /** Reports that break it, by division. */
  readonly byDivision: Record<string, number>;
}

/** Adds one report's findings to the count. */
export function countRules(report: StoredReport, division: string, rules: Map<string, RuleStatistics>): void {
  const { record, across, decisions, digest } = report;
  const verdicts = new Map(decisions.map(({ key, decision }) => [key, decision]));
  const broken = new Set<string>();
  for (const finding of withFindingsAcross(record, across).findings) {
    const { rule, severity, cause } = finding;
    const counted = rules.get(rule) ?? nothing(rule, severity);
    rules.set(rule, counted);
    counted.findings += 1;
    if (cause === 'possibly-misread') counted.possiblyMisread += 1;
    const verdict = verdicts.size === 0 ? undefined : verdicts.get(decisionKeyOf(finding, record.figures, digest));
    if (verdict) counted.decisions[verdict] += 1;
    if (broken.has(rule)) continue;
    broken.add(rule);
    counted.reports += 1;
    counted.byDivision[division] = (counted.byDivision[division] ?? 0) + 1;
  }
}

const nothing = (rule: string, severity: Severity): RuleStatistics => ({
  rule,
  severity,
  reports: 0,
  findings: 0,
  possiblyMisread: 0,
  decisions: { confirmed: 0, explained: 0, misread: 0, 'correction-requested': 0, later: 0, reopened: 0 },
  byDivision: {},
});

/**
 * Of the findings of a rule that somebody decided on, the share that was a mistake of the reader; nothing while nobody
 * decided.
 */
export function misreadShare({ decisions }: Pick<RuleStatistics, 'decisions'>): number | undefined {
  const { later: _, reopened: __, ...settled } = decisions;
  const decided = Object.values(settled).reduce((sum, count) => sum + count, 0);
  return decided === 0 ? undefined : decisions.misread / decided;
}

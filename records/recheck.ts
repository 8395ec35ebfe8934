import { RULES_VERSION } from '../checks/catalogue.ts';
import { type Checks, checkFigures } from '../checks/check-figures.ts';
import type { Finding } from '../checks/finding.ts';
import { nameOfFinding } from '../checks/name-of-finding.ts';
import type { Rule } from '../checks/rule.ts';
import { type Neighbours, readingBeside } from './across.ts';
import type { ReportRecord } from './report-record.ts';

/** How a finding differs under another rule set. */
export interface FindingChange {
  readonly change: 'new' | 'gone' | 'changed';
  /** The finding as it would be; as it was, where it would be gone. */
  readonly finding: Finding;
}

/** Runs rules over stored figures; nothing is read again. */
export function recheck(record: ReportRecord, neighbours: Neighbours, rules: readonly Rule[]): Checks {
  return checkFigures(readingBeside(record, neighbours), rules);
}

/**
 * The record with what the rules in force say of it now.
 * @param across ids of the rules that look beyond one report: what they found is kept beside the record
 */
export function rechecked(record: ReportRecord, checks: Checks, across: ReadonlySet<string>): ReportRecord {
  const isOwn = ({ rule }: { rule: string }) => !across.has(rule);
  const findings = checks.findings.filter(isOwn);
  const others = record.reviewReasons.filter((reason) => reason !== 'error-findings');
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  const reviewReasons = hasErrors ? [...others, 'error-findings' as const] : others;
  return {
    ...record,
    outcome: reviewReasons.length === 0 ? 'accepted' : 'needs-review',
    reviewReasons,
    findings,
    notEvaluable: checks.notEvaluable.filter(isOwn),
    held: Object.fromEntries(Object.entries(checks.held).filter(([rule]) => !across.has(rule))),
    notApplicable: checks.notApplicable.filter((rule) => !across.has(rule)),
    versions: { ...record.versions, rules: RULES_VERSION },
  };
}

/** What would change, in the order of the findings; a sentence that is only worded otherwise is no change. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingChange[] {
  const known = new Map(before.map((finding) => [nameOfFinding(finding), finding]));
  const next = new Map(after.map((finding) => [nameOfFinding(finding), finding]));
  const gone = before.filter((finding) => !next.has(nameOfFinding(finding)));
  return [
    ...after.flatMap((finding): FindingChange[] => {
      const earlier = known.get(nameOfFinding(finding));
      if (!earlier) return [{ change: 'new', finding }];
      return saysTheSame(earlier, finding) ? [] : [{ change: 'changed', finding }];
    }),
    ...gone.map((finding): FindingChange => ({ change: 'gone', finding })),
  ];
}

function saysTheSame(one: Finding, other: Finding): boolean {
  return (
    one.severity === other.severity &&
    one.cause === other.cause &&
    one.expected === other.expected &&
    one.found === other.found
  );
}

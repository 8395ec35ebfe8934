import { SEVERITIES } from '../../checks/finding.ts';
import { nameScope } from '../../checks/wording/scope.ts';
import type { Body } from '../bodies/body.ts';
import { divisionOf, lineOf } from '../bodies/divisions.ts';
import type { FindingRow } from '../contract/api/findings.ts';
import type { ReportRow } from '../contract/api/reports.ts';
import type { FindingLine } from '../finding-line.ts';
import type { Head, Review } from '../head.ts';
import { bodyKeyOf } from '../keys.ts';
import { type FacetValues, NONE, type QueueEntry, type QueueFinding } from './queue-entry.ts';

/** The queue's entry of a report. */
export function makeEntry(head: Head, body: Pick<Body, 'division' | 'level'>): QueueEntry {
  const row = makeReportRow(head, body);
  const shared = valuesOfReport(row);
  const rank = SEVERITIES.findIndex((severity) => head.counts[severity] > 0);
  return {
    row,
    words: bodyKeyOf(`${row.body ?? ''}${row.bodyKey}`),
    place: `${rank < 0 ? SEVERITIES.length : rank}#${row.year ?? '?'}#${row.bodyKey}`,
    findings: (head.lines ?? []).map((line) => makeFinding(line, row, head.review[line.key], shared)),
  };
}

/** A report as lists show it. */
function makeReportRow(head: Head, { division, level }: Pick<Body, 'division' | 'level'>): ReportRow {
  const { bodyKey, body, year, status, newest, accepted, counts, office, format, assignee, version, review } = head;
  return {
    bodyKey,
    body,
    year,
    status,
    newest,
    accepted,
    counts,
    open: (head.lines ?? []).filter((line) => line.severity !== 'hint' && isOpen(review[line.key])).length,
    division: division ?? null,
    level: level ?? null,
    office,
    format,
    assignee,
    version,
  };
}

/** Whether nobody decided, or what was decided was put off or taken back. */
const isOpen = (review: Pick<Review, 'decision'> | null | undefined): boolean =>
  !review || review.decision === 'later' || review.decision === 'reopened';

function makeFinding(
  line: FindingLine,
  row: ReportRow,
  review: Review | undefined,
  shared: SharedValues,
): QueueFinding {
  const { bodyKey, body, year, status, division, level, office, format, assignee } = row;
  const { key, rule, scope, severity, cause, expected, found, reach } = line;
  const finding: FindingRow = {
    report: { bodyKey, body, year, status, division, level, office, format, assignee },
    key,
    rule,
    scope,
    where: nameScope({ rule, scope }),
    severity,
    cause,
    expected,
    found,
    reach,
    state: review ?? null,
  };
  return {
    row: finding,
    place: `${SEVERITIES.indexOf(severity)}#${year ?? '?'}#${bodyKey}#${rule}#${scope.slice(0, MOST_OF_SCOPE)}#${key}`,
    values: { ...shared, severity: [severity], rule: [rule], cause: [cause], state: statesOf(review) },
  };
}

/** A place is also a cursor, which may have 500 characters. */
const MOST_OF_SCOPE = 100;

type SharedValues = Omit<FacetValues, 'severity' | 'rule' | 'cause' | 'state'>;

/** What all findings of a report have in common. */
export function valuesOfReport(row: ReportRow): SharedValues {
  const { status, division, level, format, office, assignee } = row;
  return {
    status: [status],
    division: linesIn(division),
    level: [level ?? NONE],
    format: [format ?? NONE],
    office: [office ?? NONE],
    assignee: [assignee ?? NONE],
  };
}

/** A division and all that it lies in, so that a province stands for its counties. */
function linesIn(code: string | null): readonly string[] {
  if (code === null) return [NONE];
  const line = lineOf(divisionOf(code));
  return line.length > 0 ? line.map((division) => division.code) : [code];
}

function statesOf(review: Review | undefined): readonly string[] {
  if (!review) return ['open'];
  return isOpen(review) ? ['open', review.decision] : [review.decision];
}

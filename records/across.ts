import type * as z from 'zod';
import { RULES, RULES_VERSION } from '../checks/catalogue.ts';
import { checkFigures } from '../checks/check-figures.ts';
import { type Finding, SEVERITIES } from '../checks/finding.ts';
import { nameOfFinding } from '../checks/name-of-finding.ts';
import { nameSuspects } from '../checks/name-suspects.ts';
import type { Below, BodyLevel, Neighbour, Reading } from '../checks/reading.ts';
import type { Rule } from '../checks/rule.ts';
import type { acrossSchema, comparedSchema } from './across-schema.ts';
import { readingOf, secondReadingOf } from './reading-of.ts';
import type { ReportRecord } from './report-record.ts';

/** Another report's revision that a report was compared with. */
export type Compared = z.infer<typeof comparedSchema>;

/** What comparing a report with its neighbours found. */
export type Across = z.infer<typeof acrossSchema>;

/** What a report is compared with. */
export interface Neighbours {
  /** The level of the body itself, by the roster or its name. */
  readonly level?: BodyLevel | undefined;
  readonly before?: ReportRecord | undefined;
  readonly below?: { readonly reports: readonly ReportRecord[]; readonly missing: readonly string[] } | undefined;
}

/** What a view of a report says once what was found across is added: the gravest findings first, whoever found them. */
export function withFindingsAcross<View extends Pick<Across, 'findings' | 'notEvaluable' | 'held'>>(
  view: View,
  across: Pick<Across, 'findings' | 'retold' | 'notEvaluable' | 'held'> | undefined,
): View {
  if (!across) return view;
  const retold = new Map(across.retold.map((finding) => [nameOfFinding(finding), finding]));
  const own = view.findings.map((finding) => retold.get(nameOfFinding(finding)) ?? finding);
  const all = [...own, ...across.findings];
  return {
    ...view,
    findings: SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity)),
    notEvaluable: [...view.notEvaluable, ...across.notEvaluable],
    held: { ...view.held, ...across.held },
  };
}

export const isAcross = ({ reach }: Rule) => reach !== 'report';

const ACROSS_RULES = RULES.filter(isAcross);

/** Evaluates the rules that look beyond one report. */
export function compareWithNeighbours(
  record: ReportRecord,
  neighbours: Neighbours,
  { revision, compared }: Pick<Across, 'revision' | 'compared'>,
): Across {
  const reading = readingBeside(record, neighbours);
  const checks = checkFigures(reading, ACROSS_RULES);
  return {
    schema: 'gouji.across/1',
    revision,
    compared,
    findings: [...checks.findings],
    retold: retell(record.findings, reading),
    notEvaluable: [...checks.notEvaluable],
    held: checks.held,
    notApplicable: [...checks.notApplicable],
    rules: RULES_VERSION,
  };
}

/** What is carried over from last year speaks for or against cells that may be wrong. */
function retell(findings: readonly Finding[], reading: Reading): Finding[] {
  if (!reading.before) return [];
  const told = nameSuspects(findings, reading);
  return told.filter((finding, at) => JSON.stringify(finding.suspects) !== JSON.stringify(findings[at]?.suspects));
}

/** A report's reading with its neighbours. */
export function readingBeside(record: ReportRecord, { level, before, below }: Neighbours): Reading {
  const reading: Reading = { ...readingOf(record), level, before: before && neighbourOf(before) };
  return below ? { ...reading, below: belowOf(below) } : reading;
}

/** A report that does not say whose or of which year it is does not complete the sum. */
function belowOf({ reports, missing }: NonNullable<Neighbours['below']>): Below {
  const known = reports.flatMap((report) => neighbourOf(report) ?? []);
  const unknown = reports.filter((report) => !neighbourOf(report)).map(({ source }) => source.fileName);
  return { reports: known, missing: [...missing, ...unknown] };
}

function neighbourOf({ body, year, figures, tables, prose, again }: ReportRecord): Neighbour | undefined {
  if (body === null || year === null) return undefined;
  return { body, year, figures, tables, prose, again: secondReadingOf(again) };
}

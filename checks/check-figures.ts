import { RULES } from './catalogue.ts';
import type { CheckOutcome, Finding, NotEvaluable } from './finding.ts';
import { WHOLE_REPORT } from './finding.ts';
import { nameSuspects } from './name-suspects.ts';
import { notApplicable } from './outcomes.ts';
import { formOf, type Reading } from './reading.ts';
import type { Rule } from './rule.ts';

/** What rules say of one report. */
export interface Checks {
  /** Rules that do not hold, gravest first. */
  readonly findings: readonly Finding[];
  readonly notEvaluable: readonly NotEvaluable[];
  /** How many scopes hold, by rule. */
  readonly held: Readonly<Record<string, number>>;
  /** Rules that do not apply to this report at all. */
  readonly notApplicable: readonly string[];
}

const GRAVITY = { error: 0, explain: 1, hint: 2 } as const;

/** Evaluates rules on a reading. */
export function checkFigures(reading: Reading, rules: readonly Rule[] = RULES): Checks {
  const findings: Finding[] = [];
  const notEvaluable: NotEvaluable[] = [];
  const held: Record<string, number> = {};
  const without: string[] = [];
  for (const rule of rules) {
    const outcomes = evaluateRule(rule, reading);
    if (outcomes.every(({ outcome }) => outcome === 'not-applicable')) without.push(rule.id);
    for (const outcome of outcomes) {
      if (outcome.outcome === 'broken') findings.push(outcome);
      else if (outcome.outcome === 'holds') held[rule.id] = (held[rule.id] ?? 0) + 1;
      else if (outcome.outcome === 'not-evaluable') {
        const { outcome: _, ...rest } = outcome;
        notEvaluable.push(rest);
      }
    }
  }
  findings.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  return { findings: nameSuspects(findings, reading), notEvaluable, held, notApplicable: without };
}

/** What one rule says of a report: nothing but that it does not apply, where its years, its form or the report say so. */
export function evaluateRule(rule: Rule, reading: Reading): readonly CheckOutcome[] {
  const outcomes = applies(rule, reading) ? rule.evaluate(reading) : [];
  return outcomes.length > 0 ? outcomes : [notApplicable(rule, WHOLE_REPORT)];
}

function applies({ years, form }: Rule, reading: Reading): boolean {
  if (form && formOf(reading, form.table) !== form.id) return false;
  // A report whose year is not known is not told what is owed since a certain year.
  if (years && reading.year === null) return false;
  const { year } = reading;
  return year === null || (year >= (years?.first ?? year) && year <= (years?.last ?? year));
}

import { RULES } from './catalogue.ts';
import type { Finding, NotEvaluable } from './finding.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rule.ts';

/** What all rules say of one report. */
export interface Checks {
  /** Rules that do not hold, gravest first. */
  readonly findings: readonly Finding[];
  readonly notEvaluable: readonly NotEvaluable[];
  /** How many scopes hold, by rule. */
  readonly held: Readonly<Record<string, number>>;
}

const GRAVITY = { error: 0, explain: 1, hint: 2 } as const;

/** Evaluates the rules on a reading. */
export function checkFigures(reading: Reading, rules: readonly Rule[] = RULES): Checks {
  const findings: Finding[] = [];
  const notEvaluable: NotEvaluable[] = [];
  const held: Record<string, number> = {};
  for (const rule of rules) {
    for (const outcome of rule.evaluate(reading)) {
      if (outcome.outcome === 'broken') findings.push(outcome);
      else if (outcome.outcome === 'holds') held[rule.id] = (held[rule.id] ?? 0) + 1;
      else if (outcome.outcome === 'not-evaluable') {
        const { outcome: _, ...rest } = outcome;
        notEvaluable.push(rest);
      }
    }
  }
  findings.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  return { findings, notEvaluable, held };
}

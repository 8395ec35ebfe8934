import type { Rule } from './rule.ts';
import { BLANK_CELLS } from './rules/blank-cells.ts';
import { DEADLINE } from './rules/deadline.ts';
import { FEE_MENTION } from './rules/fee-mention.ts';
import { FIGURE_KIND } from './rules/figure-kind.ts';
import { FORM_COMPLETE } from './rules/form-complete.ts';
import { IDENTITY } from './rules/identity.ts';
import { LEVEL_SUM } from './rules/level-sum.ts';
import { OTHER_SHARE } from './rules/other-share.ts';
import { SUM_RULES } from './rules/sum-rules.ts';
import { T2_IN_FORCE } from './rules/t2-in-force.ts';
import { T2_ITEMS } from './rules/t2-items.ts';
import { T2_PUBLIC_TOTAL } from './rules/t2-public-total.ts';
import { T2_STOCK } from './rules/t2-stock.ts';
import { T3_CARRY } from './rules/t3-carry.ts';
import { TEXT_COPIED } from './rules/text-copied.ts';
import { TEXT_DISPUTES } from './rules/text-disputes.ts';
import { TEXT_DOCUMENTS } from './rules/text-documents.ts';
import { TEXT_OUTCOMES } from './rules/text-outcomes.ts';
import { TEXT_PARTS } from './rules/text-parts.ts';
import { TEXT_PROCESSED } from './rules/text-processed.ts';
import { TEXT_RECEIVED } from './rules/text-received.ts';
import { YEAR_JUMP } from './rules/year-jump.ts';

/** Every rule set, oldest first: raised whenever a rule is added, changed or retired. */
export const RULE_SETS = ['2026.11.1', '2026.11.2'] as const satisfies readonly string[];

/** The rule set in force, stamped on every record. */
export const RULES_VERSION: (typeof RULE_SETS)[number] = '2026.11.2';

/** Every rule that ever was in force or is being tried, in the order in which findings are listed. */
export const ALL_RULES: readonly Rule[] = [
  ...SUM_RULES,
  FIGURE_KIND,
  FORM_COMPLETE,
  T3_CARRY,
  T2_ITEMS,
  T2_STOCK,
  T2_IN_FORCE,
  T2_PUBLIC_TOTAL,
  TEXT_RECEIVED,
  TEXT_PROCESSED,
  TEXT_OUTCOMES,
  TEXT_DISPUTES,
  TEXT_DOCUMENTS,
  TEXT_PARTS,
  FEE_MENTION,
  OTHER_SHARE,
  YEAR_JUMP,
  TEXT_COPIED,
  LEVEL_SUM,
  DEADLINE,
  IDENTITY,
  BLANK_CELLS,
];

/**
 * The rules of a rule set, in force then; those on trial belong to none.
 * @throws Error for a version that is no rule set
 */
export function rulesOf(version: string): readonly Rule[] {
  const asked = ageOf(version);
  return ALL_RULES.filter(
    ({ state, since, until }) =>
      state !== 'shadow' && ageOf(since) <= asked && (until === undefined || asked < ageOf(until)),
  );
}

/** Place of a rule set among all; its name does not sort (`2026.11.10` comes after `2026.11.9`). */
function ageOf(version: string): number {
  const sets: readonly string[] = RULE_SETS;
  const age = sets.indexOf(version);
  if (age < 0) throw new Error(`${version} is no rule set`);
  return age;
}

/** The rules in force. */
export const RULES: readonly Rule[] = rulesOf(RULES_VERSION);

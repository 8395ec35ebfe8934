import type { Rule } from './rule.ts';
import { BLANK_CELLS } from './rules/blank-cells.ts';
import { FEE_MENTION } from './rules/fee-mention.ts';
import { FIGURE_KIND } from './rules/figure-kind.ts';
import { FORM_COMPLETE } from './rules/form-complete.ts';
import { IDENTITY } from './rules/identity.ts';
import { SUM_RULES } from './rules/sum-rules.ts';
import { TEXT_COPIED } from './rules/text-copied.ts';
import { TEXT_DISPUTES } from './rules/text-disputes.ts';
import { TEXT_DOCUMENTS } from './rules/text-documents.ts';
import { TEXT_OUTCOMES } from './rules/text-outcomes.ts';
import { TEXT_PARTS } from './rules/text-parts.ts';
import { TEXT_PROCESSED } from './rules/text-processed.ts';
import { TEXT_RECEIVED } from './rules/text-received.ts';

/** Every rule set, oldest first: raised whenever a rule is added, changed or retired. */
export const RULE_SETS = ['2026.11.1', '2026.11.2'] as const satisfies readonly string[];

/** The rule set in force, stamped on every record. */
export const RULES_VERSION: (typeof RULE_SETS)[number] = '2026.11.2';

/** Every rule that ever was in force or is being tried, in the order in which findings are listed. */
export const ALL_RULES: readonly Rule[] = [
  ...SUM_RULES,
  FIGURE_KIND,
  FORM_COMPLETE,
  TEXT_RECEIVED,
  TEXT_PROCESSED,
  TEXT_OUTCOMES,
  TEXT_DISPUTES,
  TEXT_DOCUMENTS,
  TEXT_PARTS,
  FEE_MENTION,
  TEXT_COPIED,
  IDENTITY,
  BLANK_CELLS,
];

/** The rules of a rule set, in force then; those on trial belong to none. */
export const rulesOf = (version: string): readonly Rule[] =>
  ALL_RULES.filter(
    ({ state, since, until }) => state !== 'shadow' && since <= version && (until === undefined || version < until),
  );

/** The rules in force. */
export const RULES: readonly Rule[] = rulesOf(RULES_VERSION);

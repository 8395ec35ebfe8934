import type { Rule } from './rule.ts';
import { BLANK_CELLS } from './rules/blank-cells.ts';
import { FIGURE_KIND } from './rules/figure-kind.ts';
import { FORM_COMPLETE } from './rules/form-complete.ts';
import { SUM_RULES } from './rules/sum-rules.ts';

/** Every rule, in the order in which findings are listed. */
export const RULES: readonly Rule[] = [...SUM_RULES, FIGURE_KIND, FORM_COMPLETE, BLANK_CELLS];

/** Stamped on every record; raised whenever a rule changes. */
export const RULES_VERSION = '2026.11.1';

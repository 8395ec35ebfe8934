import type { FormId, TableId } from '../forms/form.ts';
import type { CheckOutcome, Severity } from './finding.ts';
import type { Reading } from './reading.ts';

/**
 * Where a rule stands in its life. `shadow`: evaluated only where it is asked for, never part of a record; `active`: in
 * force; `retired`: kept so that older findings can be explained, never evaluated.
 */
export type RuleState = 'shadow' | 'active' | 'retired';

/**
 * What a rule compares. `report`: the figures and sentences of one report; `years`: also the same body's report of the
 * year before; `levels`: also the reports of the bodies below.
 */
export type RuleReach = 'report' | 'years' | 'levels';

/** A rule as data: what it says, on what basis, when it applies, how grave a breach is, and its evaluation. */
export interface Rule {
  readonly id: string;
  /** Raised whenever the rule may say something else of the same figures. */
  readonly version: number;
  readonly state: RuleState;
  /** The rule set (`RULES_VERSION`) that this version of the rule came with. */
  readonly since: string;
  /** The rule set in which it is retired or another version of it stands; absent while it is in force. */
  readonly until?: string;
  readonly reach: RuleReach;
  readonly title: { readonly zh: string; readonly en: string };
  /** The relation, for docs/rules.md. */
  readonly relation: { readonly zh: string; readonly en: string };
  readonly basis: string;
  readonly severity: Severity;
  /** Fiscal years that the rule applies to; every year where it is not there. */
  readonly years?: { readonly first?: number; readonly last?: number };
  /** The form that a table must have for the rule to apply; any where it is not there. */
  readonly form?: { readonly table: TableId; readonly id: FormId };
  /** One outcome for each scope of the rule in this report. Only called where the rule applies. */
  readonly evaluate: (reading: Reading) => readonly CheckOutcome[];
}

import type { CheckOutcome, Severity } from './finding.ts';
import type { Reading } from './reading.ts';

/** A rule as data: what it says, on what basis, how grave a breach is, and its evaluation. */
export interface Rule {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** The relation, for docs/rules.md. */
  readonly relation: { readonly zh: string; readonly en: string };
  readonly basis: string;
  readonly severity: Severity;
  /** One outcome for each scope of the rule in this report. */
  readonly evaluate: (reading: Reading) => readonly CheckOutcome[];
}

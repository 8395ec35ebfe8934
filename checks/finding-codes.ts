/** The closed lists of which findings are made. */

export const SEVERITIES = ['error', 'explain', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a hand or a reader does that explains a set of changed cells, the likelier ones first. */
export const SLIPS = [
  'misread',
  'total-not-recalculated',
  'digit-dropped',
  'digit-doubled',
  'digit-changed',
  'digits-swapped',
  'cells-swapped',
  'shifted',
  'other',
] as const;
export type Slip = (typeof SLIPS)[number];

/** Why a rule could not be evaluated: neither a pass nor a failure. */
export const NOT_EVALUABLE_REASONS = [
  'missing-figure',
  'unreadable-figure',
  'blank-total',
  'nothing-stated',
  'no-report-before',
  'no-report-below',
  'no-claim',
  'no-section',
  'no-publication-date',
  'no-identity',
] as const;

/** The scope of a rule that has but one in a report, or that does not apply to it at all. */
export const WHOLE_REPORT = 'report';

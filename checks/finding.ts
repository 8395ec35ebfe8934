import type * as z from 'zod';
import type { findingSchema, messageSchema, notEvaluableSchema, suspectSchema } from './finding-schema.ts';

/** A sentence in both languages. */
export type Message = z.infer<typeof messageSchema>;

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

/** Cells whose change would make every hard rule hold. */
export type Suspect = z.infer<typeof suspectSchema>;

/** One rule that does not hold in one scope, with everything that its sentence says. */
export type Finding = z.infer<typeof findingSchema>;

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

/** A rule that could not be evaluated in one scope. */
export type NotEvaluable = z.infer<typeof notEvaluableSchema>;

/** What one rule says of one scope. */
export type CheckOutcome =
  | { readonly outcome: 'holds'; readonly rule: string; readonly scope: string }
  | Finding
  | ({ readonly outcome: 'not-evaluable' } & NotEvaluable)
  | { readonly outcome: 'not-applicable'; readonly rule: string; readonly scope: string };

/** The scope of a rule that has but one in a report, or that does not apply to it at all. */
export const WHOLE_REPORT = 'report';

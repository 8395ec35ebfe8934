import type * as z from 'zod';
import type { findingSchema, messageSchema, notEvaluableSchema, suspectSchema } from './finding-schema.ts';

export { NOT_EVALUABLE_REASONS, SEVERITIES, type Severity, type Slip, WHOLE_REPORT } from './finding-codes.ts';

/** A sentence in both languages. */
export type Message = z.infer<typeof messageSchema>;

/** Cells whose change would make every hard rule hold. */
export type Suspect = z.infer<typeof suspectSchema>;

/** One rule that does not hold in one scope, with everything that its sentence says. */
export type Finding = z.infer<typeof findingSchema>;

/** A rule that could not be evaluated in one scope. */
export type NotEvaluable = z.infer<typeof notEvaluableSchema>;

/** What one rule says of one scope. */
export type CheckOutcome =
  | { readonly outcome: 'holds'; readonly rule: string; readonly scope: string }
  | Finding
  | ({ readonly outcome: 'not-evaluable' } & NotEvaluable)
  | { readonly outcome: 'not-applicable'; readonly rule: string; readonly scope: string };

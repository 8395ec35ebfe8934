import * as z from 'zod';

export const SEVERITIES = ['error', 'explain', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A sentence in both languages. */
const message = z.object({ zh: z.string(), en: z.string() });
export type Message = z.infer<typeof message>;

const change = z.object({ figure: z.string(), value: z.number() });

/** One rule that does not hold in one scope, with everything that its sentence says. */
export const findingSchema = z.object({
  rule: z.string().describe('rule id, as in docs/rules.md'),
  scope: z.string().describe('the row, column, block, table or section concerned'),
  severity: z.enum(SEVERITIES),
  outcome: z.literal('broken'),
  cause: z
    .enum(['report', 'possibly-misread'])
    .describe(
      'report: every figure concerned was read with certainty; possibly-misread: one was not, or a second reading differs',
    ),
  secondReading: z
    .enum(['agrees', 'disagrees', 'silent'])
    .optional()
    .describe(
      'what a second reading by another path says of the figures concerned; silent: it did not find them all. Taken where a sum does not hold',
    ),
  figures: z.array(z.string()).describe('ids of the figures concerned'),
  expected: z.number().nullable(),
  found: z.number().nullable(),
  difference: z.number().nullable().describe('found − expected'),
  suspects: z
    .array(z.object({ changes: z.array(change), fits: z.string() }))
    .describe('sets of cells whose change would make every hard rule hold; empty where not computed'),
  message,
});
export type Finding = z.infer<typeof findingSchema>;

/** Why a rule could not be evaluated: neither a pass nor a failure. */
export const NOT_EVALUABLE_REASONS = ['missing-figure', 'unreadable-figure', 'blank-total', 'nothing-stated'] as const;

/** A rule that could not be evaluated in one scope. */
export const notEvaluableSchema = z.object({
  rule: z.string(),
  scope: z.string(),
  reason: z.enum(NOT_EVALUABLE_REASONS),
  figures: z.array(z.string()).describe('ids of the figures that stand in the way'),
  message,
});
export type NotEvaluable = z.infer<typeof notEvaluableSchema>;

/** What one rule says of one scope. */
export type CheckOutcome =
  | { readonly outcome: 'holds'; readonly rule: string; readonly scope: string }
  | Finding
  | ({ readonly outcome: 'not-evaluable' } & NotEvaluable)
  | { readonly outcome: 'not-applicable'; readonly rule: string; readonly scope: string };

import * as z from 'zod';
import { messageSchema } from '../../../checks/finding-schema.ts';
import { DECISIONS, type DecisionCode } from '../../decision.ts';

export const decisionCode = z.enum(Object.keys(DECISIONS) as [DecisionCode, ...DecisionCode[]]);

export const reportRefSchema = z.object({
  bodyKey: z.string().min(1).max(200).describe('with the year what names the report'),
  year: z.int().nullable().describe('fiscal year; null where it could not be told: in a path `unknown`'),
});

/** The decision that stands on a finding. */
export const decisionStateSchema = z.object({
  decision: decisionCode,
  by: z.string().describe('name of the reviewer'),
  at: z.string().describe('ISO time'),
  note: z.string(),
  version: z.int().describe('1 for the first decision on the finding, raised by each later one'),
});
export type DecisionState = z.infer<typeof decisionStateSchema>;

/** A decision to be taken on one finding. */
export const decisionRequestSchema = z.object({
  report: reportRefSchema,
  key: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .describe('of the finding, as listed'),
  decision: decisionCode,
  note: z.string().max(2000).default('').describe('owed for `explained`, `misread` and `correction-requested`'),
  expected: z.int().min(0).describe('version of the decision that the caller saw; 0 where there was none'),
});
export type DecisionRequest = z.infer<typeof decisionRequestSchema>;

/** What became of one decision of several. */
export const decisionResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('decided'), key: z.string(), state: decisionStateSchema }),
  z.object({ outcome: z.literal('conflict'), key: z.string(), standing: decisionStateSchema }),
  z.object({ outcome: z.literal('not-found'), key: z.string() }),
  z.object({ outcome: z.literal('note-owed'), key: z.string() }),
]);
export type DecisionResult = z.infer<typeof decisionResultSchema>;

/** One line of the audit trail. */
export const auditLineSchema = z.object({
  report: reportRefSchema.extend({ body: z.string().nullable() }),
  rule: z.string(),
  scope: z.string(),
  where: messageSchema.describe('the scope in words'),
  key: z.string(),
  ...decisionStateSchema.shape,
});
export type AuditLine = z.infer<typeof auditLineSchema>;

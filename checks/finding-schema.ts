import * as z from 'zod';
import { NOT_EVALUABLE_REASONS, SEVERITIES, SLIPS } from './finding-codes.ts';

/** A sentence in both languages. */
export const messageSchema = z.object({ zh: z.string(), en: z.string() });

const change = z.object({ figure: z.string(), value: z.number() });

/** Cells whose change would make every hard rule hold. */
export const suspectSchema = z.object({
  changes: z.array(change),
  fits: z.enum(SLIPS).describe('the slip that the changes look like'),
  supportedBy: z
    .array(z.enum(['prose', 'year-before', 'second-reading']))
    .describe('what states one of the changed values elsewhere'),
});

/** Figures of another report that a finding rests on. */
const elsewhereSchema = z.object({ body: z.string(), year: z.int(), figures: z.array(z.string()) });

/** A sentence that a finding rests on. */
const quoteSchema = z.object({ text: z.string(), section: z.string().nullable(), page: z.int().nullable() });

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
    .array(suspectSchema)
    .describe('smallest sets of cells whose change would make every hard rule hold, the likeliest first'),
  suspicion: z
    .enum(['told', 'several', 'cannot-be-told'])
    .optional()
    .describe('whether the evidence names one set, leaves a few, or does not decide; only of sums'),
  elsewhere: z.array(elsewhereSchema).optional().describe('figures of other reports concerned'),
  quote: quoteSchema.optional().describe('the sentence concerned'),
  message: messageSchema,
  suspected: messageSchema.optional().describe('which cells are probably wrong, in words; only of sums'),
});

/** A rule that could not be evaluated in one scope. */
export const notEvaluableSchema = z.object({
  rule: z.string(),
  scope: z.string(),
  reason: z.enum(NOT_EVALUABLE_REASONS),
  figures: z.array(z.string()).describe('ids of the figures that stand in the way'),
  message: messageSchema,
});

import * as z from 'zod';
import { findingSchema } from '../../checks/finding-schema.ts';

const stands = z.object({ newest: z.string(), accepted: z.string().nullable() });

/**
 * One move of a report's head, kept until events have told of it: which revisions it pointed at before and after, and
 * what is kept nowhere else. What the revisions say is read from their records, which never change.
 */
export const changeSchema = z.object({
  schema: z.literal('gouji.change/1'),
  report: z.object({ bodyKey: z.string(), year: z.int().nullable() }),
  body: z.string().nullable(),
  /** Which move of the head it was: changes of one report are numbered without a gap. */
  sequence: z.int(),
  at: z.string(),
  before: stands.nullable(),
  after: stands.extend({
    status: z.enum(['accepted', 'needs-review']),
    counts: z.object({ error: z.int(), explain: z.int(), hint: z.int() }),
  }),
  /** What was found across, where the move wrote it: it is overwritten by the next comparison. */
  across: z.object({ revision: z.string(), findings: z.array(findingSchema) }).nullable(),
});
export type Change = z.infer<typeof changeSchema>;

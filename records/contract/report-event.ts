import * as z from 'zod';
import { findingSchema, messageSchema } from '../../checks/finding-schema.ts';
import { figureSchema } from '../../parsers/figures/figure-schema.ts';

/** Raised whenever an event changes its shape in a way that a reader must know. */
export const EVENT_SCHEMA = 'gouji.event/1';

const counts = z
  .object({ error: z.int(), explain: z.int(), hint: z.int() })
  .describe('findings of the newest revision, its own and those across, by severity');
const status = z.enum(['accepted', 'needs-review']);
const revision = z.object({
  revision: z.string().describe('names a reading for ever; of the same bytes it is the same'),
  sha256: z.string().describe('of the file that it was read from'),
});

const cell = figureSchema.pick({ value: true, state: true, raw: true }).nullable();

export const differenceSchema = z.object({
  figure: z.string().describe('figure id, as in docs/figures.md'),
  before: cell.describe('null where the form of the earlier revision has no such figure'),
  after: cell.describe('null where the form of the later revision has no such figure'),
});
export type Difference = z.infer<typeof differenceSchema>;

/** What a finding event says of the finding: what stands, or stood. */
export const toldFindingSchema = findingSchema
  .pick({ rule: true, scope: true, severity: true, cause: true, figures: true })
  .extend({
    key: z.string().describe('rule, scope and values that it rests on; other numbers give another key'),
    reach: z.enum(['report', 'across']).describe('across: it rests on last year’s report or on those of bodies below'),
    message: messageSchema,
  });
export type ToldFinding = z.infer<typeof toldFindingSchema>;

const envelope = z.object({
  schema: z.literal(EVENT_SCHEMA),
  id: z.string().describe('the same however often the event is sent: to deduplicate by'),
  report: z.object({
    bodyKey: z.string().describe('with the year what names the report'),
    body: z.string().nullable().describe('the public body as the newest revision names it'),
    year: z.int().nullable().describe('fiscal year'),
  }),
  sequence: z.int().describe('rises with each change of the report; changes that no event tells of leave gaps'),
  index: z.int().describe('place among the events of the same change, from 0'),
  at: z.string().describe('ISO time of the change'),
});

/** What other systems are told, one shape for each `type`, which is the detail-type on the bus as well. */
export const reportEventSchema = z.discriminatedUnion('type', [
  envelope.extend({ type: z.literal('ReportAccepted'), ...revision.shape, outcome: status, counts }),
  envelope.extend({
    type: z.literal('ReportSuperseded'),
    from: z.string().describe('the revision that was accepted before'),
    to: revision,
    outcome: status,
    counts,
    diff: z
      .array(differenceSchema)
      .nullable()
      .describe('cells whose value or state differ; null where the earlier revision is in a shape no longer read'),
    differences: z
      .int()
      .nullable()
      .describe('how many cells differ; more than diff holds where it was cut: read both revisions then'),
  }),
  envelope.extend({
    type: z.literal('ReportWithdrawn'),
    revision: z.string().describe('the revision that is no longer accepted'),
    outcome: status,
    counts,
  }),
  envelope.extend({ type: z.literal('FindingRaised'), revision: z.string(), finding: toldFindingSchema }),
  envelope.extend({ type: z.literal('FindingResolved'), revision: z.string(), finding: toldFindingSchema }),
]);
export type ReportEvent = z.infer<typeof reportEventSchema>;

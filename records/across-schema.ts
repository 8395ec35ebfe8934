import * as z from 'zod';
import { findingSchema, notEvaluableSchema } from '../checks/finding-schema.ts';

/** Another report's revision that a report was compared with. */
export const comparedSchema = z.object({ bodyKey: z.string(), year: z.int(), revision: z.string() });

/**
 * What comparing a report with its neighbours found: last year's report and those of the bodies below. Kept beside the
 * immutable revisions, since it changes whenever a neighbour does.
 */
export const acrossSchema = z.object({
  schema: z.literal('gouji.across/1'),
  /** The revision of this report that was compared. */
  revision: z.string(),
  compared: z.array(comparedSchema),
  findings: z.array(findingSchema),
  /** Findings of the report itself whose suspects look different beside last year's carry. */
  retold: z.array(findingSchema),
  notEvaluable: z.array(notEvaluableSchema),
  held: z.record(z.string(), z.int()),
  notApplicable: z.array(z.string()),
  /** The rule set. */
  rules: z.string(),
});

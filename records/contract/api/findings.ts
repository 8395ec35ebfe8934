import * as z from 'zod';
import { findingSchema, messageSchema } from '../../../checks/finding-schema.ts';
import { decisionStateSchema } from './decisions.ts';
import { reportRowSchema } from './reports.ts';

/** A finding in the queue. */
export const findingRowSchema = z.object({
  report: reportRowSchema.pick({
    bodyKey: true,
    body: true,
    year: true,
    status: true,
    division: true,
    level: true,
    office: true,
    format: true,
    assignee: true,
  }),
  key: z.string(),
  where: messageSchema.describe('the scope in words'),
  ...findingSchema.pick({ rule: true, scope: true, severity: true, cause: true, expected: true, found: true }).shape,
  reach: z.enum(['report', 'across']),
  state: decisionStateSchema.omit({ note: true }).nullable(),
});
export type FindingRow = z.infer<typeof findingRowSchema>;

/** What the queue can be narrowed by. */
export const FACETS = [
  'severity',
  'rule',
  'state',
  'status',
  'cause',
  'division',
  'level',
  'format',
  'office',
  'assignee',
] as const;
export type Facet = (typeof FACETS)[number];

const several = z
  .string()
  .max(2000)
  .optional()
  .describe('one value or several, comma-separated; `none` for those without');

/** Filters of lists of reports and of findings. A division also stands for all that lie in it. */
export const filterSchema = z.object({
  year: z.coerce.number().int().optional().describe('fiscal year; the newest on file where it is not given'),
  severity: several,
  rule: several,
  state: several.describe('a decision; `open` for those that nobody decided on or that were put off'),
  status: several,
  cause: several,
  division: several,
  level: several,
  format: several,
  office: several,
  assignee: several,
  q: z.string().max(200).optional().describe('part of a body’s name'),
});
export type Filter = z.infer<typeof filterSchema>;

export const pageSchema = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const facetCountsSchema = z
  .partialRecord(z.enum(FACETS), z.array(z.object({ value: z.string(), count: z.int() })))
  .describe('by facet, how many there are of each value when all other filters hold; the commonest first');
export type FacetCounts = z.infer<typeof facetCountsSchema>;

export const findingsAnswerSchema = z.object({
  year: z.int().nullable(),
  years: z.array(z.int()).describe('years of which reports are on file, the newest first'),
  total: z.int(),
  facets: facetCountsSchema,
  items: z.array(findingRowSchema),
  next: z.string().nullable().describe('cursor of what follows; null at the end'),
});
export type FindingsAnswer = z.infer<typeof findingsAnswerSchema>;

export const reportsAnswerSchema = z.object({
  year: z.int().nullable(),
  years: z.array(z.int()),
  total: z.int(),
  facets: facetCountsSchema,
  items: z.array(reportRowSchema),
  next: z.string().nullable(),
});
export type ReportsAnswer = z.infer<typeof reportsAnswerSchema>;

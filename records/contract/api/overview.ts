import * as z from 'zod';
import { messageSchema } from '../../../checks/finding-schema.ts';
import { BODY_LEVELS } from '../../../checks/reading.ts';
import { ROLES } from './roles.ts';

/** Answers about everything that is on file, and about who asks. */

export const meSchema = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  office: z.string().nullable(),
  may: z.array(z.string()).describe('ids of the operations that the caller may use'),
  others: z
    .array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }))
    .describe('on one machine: who else one may be; empty elsewhere'),
});
export type Me = z.infer<typeof meSchema>;

export const rosterBodySchema = z.object({
  bodyKey: z.string(),
  name: z.string(),
  division: z.string().nullable(),
  level: z.enum(BODY_LEVELS).nullable(),
  parent: z.string().nullable(),
  office: z.string().nullable(),
});
export const missingAnswerSchema = z.object({
  year: z.int(),
  expected: z.int().describe('bodies on the roster'),
  missing: z.array(rosterBodySchema.extend({ due: z.string().nullable().describe('ISO date') })),
});
export type MissingAnswer = z.infer<typeof missingAnswerSchema>;

export const divisionsAnswerSchema = z.object({
  divisions: z.record(z.string(), z.object({ name: z.string(), parent: z.string().nullable() })).describe('by code'),
});

export const ruleAnswerSchema = z.object({
  id: z.string(),
  severity: z.enum(['error', 'explain', 'hint']),
  state: z.enum(['shadow', 'active', 'retired']),
  version: z.int(),
  reach: z.enum(['report', 'years', 'levels']),
  title: messageSchema,
  relation: messageSchema.describe('what must hold'),
  basis: z.string().describe('the notice or the form that it rests on'),
});
export type RuleAnswer = z.infer<typeof ruleAnswerSchema>;

const count = z.record(z.string(), z.int());
export const statisticsAnswerSchema = z.object({
  year: z.int().nullable(),
  reports: z.int(),
  accepted: z.int(),
  divisions: count.describe('reports by division code'),
  rules: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'explain', 'hint']),
      reports: z.int(),
      findings: z.int(),
      possiblyMisread: z.int(),
      decisions: count,
      misreadShare: z.number().nullable().describe('of the findings decided on, those that were our mistake'),
      byDivision: count,
    }),
  ),
  reading: z
    .array(
      z.object({
        format: z.enum(['docx', 'pdf']),
        reports: z.int(),
        figures: z.int(),
        missing: z.int(),
        unreadable: z.int(),
        doubtful: z.int(),
      }),
    )
    .describe('of the newest revisions, by format'),
});
export type StatisticsAnswer = z.infer<typeof statisticsAnswerSchema>;

export const letterSchema = z.object({
  id: z.string(),
  report: z.object({ bodyKey: z.string(), body: z.string().nullable(), year: z.int().nullable() }),
  revision: z.string(),
  findings: z.int(),
  by: z.string(),
  at: z.string(),
});
export type Letter = z.infer<typeof letterSchema>;

/** What a letter asks a body to correct: everything that is printed, so that it can be printed again. */
export const letterContentSchema = z.object({
  id: z.string(),
  body: z.string(),
  opening: z.string().describe('names the report and the file that was read'),
  closing: z.string(),
  points: z.array(
    z.object({
      place: z.string().describe('table, rows and columns concerned'),
      found: z.number().nullable(),
      expected: z.number().nullable(),
      rule: z.string().describe('the rule that does not hold, with what it rests on'),
      message: z.string().describe('what does not hold, and why a correction was asked for, as the reviewer wrote it'),
    }),
  ),
});
export type LetterContent = z.infer<typeof letterContentSchema>;
export type LetterPoint = LetterContent['points'][number];

import * as z from 'zod';
import { findingSchema, messageSchema } from '../../../checks/finding-schema.ts';
import { BODY_LEVELS } from '../../../checks/reading.ts';
import { headSchema, revisionSchema } from '../../head.ts';
import { reportRecordSchema } from '../../report-record.ts';
import { differenceSchema } from '../report-event.ts';
import { decisionStateSchema, reportRefSchema } from './decisions.ts';

/** A report in a list. */
export const reportRowSchema = reportRefSchema.extend({
  body: z.string().nullable().describe('the public body as the newest revision names it'),
  status: z.enum(['accepted', 'needs-review']),
  newest: headSchema.shape.newest,
  accepted: headSchema.shape.accepted.describe('the revision that others may rely on'),
  counts: headSchema.shape.counts,
  open: z.int().describe('findings of severity error or explain that nobody decided on, or put off'),
  division: z.string().nullable().describe('code of the administrative division, six digits'),
  level: z.enum(BODY_LEVELS).nullable(),
  office: z.string().nullable().describe('the office that handed in the newest revision'),
  format: z.enum(['docx', 'pdf']).nullable(),
  assignee: z.string().nullable().describe('name of the reviewer who took it on'),
  version: z.int(),
});
export type ReportRow = z.infer<typeof reportRowSchema>;

/** A finding of one report with what was decided on it. */
export const reportFindingSchema = findingSchema.extend({
  key: z.string().describe('rule, scope and values that it rests on; other numbers give another key'),
  reach: z.enum(['report', 'across']).describe('across: it rests on last year’s report or on those of bodies below'),
  state: decisionStateSchema.nullable(),
  sum: z
    .object({ addends: z.array(z.string()), totals: z.array(z.string()) })
    .optional()
    .describe('of a sum that does not hold: ids of the figures added up, and of those that are to equal them'),
});
export type ReportFinding = z.infer<typeof reportFindingSchema>;

/** A reading that a person corrected; the reading itself stays. */
export const overlaySchema = z.object({
  figure: z.string(),
  revision: z.string(),
  value: z.number().nullable(),
  read: z.number().nullable().describe('the value that was read'),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Overlay = z.infer<typeof overlaySchema>;

export const reportAnswerSchema = z.object({
  row: reportRowSchema,
  revision: revisionSchema.describe('the revision shown'),
  revisions: z.array(revisionSchema).describe('in order of publication'),
  record: reportRecordSchema.omit({ findings: true, prose: true, again: true }),
  findings: z.array(reportFindingSchema).describe('its own and, of the newest revision, those across'),
  overlays: z.array(overlaySchema).describe('readings corrected by hand, oldest first'),
  rules: z.array(z.string()).describe('ids of all rules that were evaluated, in their order'),
  names: z.record(z.string(), messageSchema).describe('every figure of the forms in words, by figure id'),
  says: z.record(z.string(), messageSchema).describe('what the notes of figures and the reasons for review mean'),
});
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const whereSchema = z.union([
  z.object({ table: z.int(), row: z.int(), column: z.int(), rowSpan: z.int(), columnSpan: z.int() }),
  z.object({ page: z.int(), boxes: z.array(box) }),
]);

/** A cell of a table as published. */
const cellSchema = z.object({
  row: z.int(),
  column: z.int(),
  rowSpan: z.int(),
  columnSpan: z.int(),
  text: z.string(),
  where: whereSchema,
  figure: z.string().optional().describe('id of the figure that was read here'),
});

/** What was read of the file before any form was fitted to it: paragraphs and grids in reading order. */
export const documentAnswerSchema = z.object({
  format: z.enum(['docx', 'pdf']),
  fileName: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('paragraph'), text: z.string(), page: z.int().optional() }),
      z.object({
        kind: z.literal('grid'),
        rowCount: z.int(),
        columnCount: z.int(),
        cells: z.array(cellSchema),
        table: z.enum(['t2', 't3', 't4']).nullable().describe('the statutory table whose figures were read here'),
      }),
    ]),
  ),
  pages: z
    .array(z.object({ page: z.int(), width: z.number(), height: z.number() }))
    .describe('of a PDF: sizes in PDF points; boxes count from the top left corner'),
});
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;

export const diffAnswerSchema = z.object({
  from: revisionSchema,
  to: revisionSchema,
  diff: z.array(differenceSchema).describe('cells whose value or state differ, in the order of the form'),
});
export type DiffAnswer = z.infer<typeof diffAnswerSchema>;

/** A body's figures over the years, for the page that shows what was carried over. */
export const yearsAnswerSchema = z.object({
  bodyKey: z.string(),
  body: z.string().nullable(),
  years: z
    .array(
      z.object({
        year: z.int(),
        row: reportRowSchema.nullable().describe('null: no report of that year is on file'),
        figures: reportRecordSchema.shape.figures,
        findings: z.array(reportFindingSchema).describe('those across years only'),
      }),
    )
    .describe('from the first to the last year on file, without gaps'),
});
export type YearsAnswer = z.infer<typeof yearsAnswerSchema>;

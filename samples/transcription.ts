import * as z from 'zod';
import { WRITER_IDS } from './writers/writer.ts';

const formId = z.enum(['2019', '2021']);

/** `samples/<id>/transcription.json`: what a body published, as it was copied out by hand. */
export const TRANSCRIPTION = z.strictObject({
  id: z.string(),
  body: z.string(),
  year: z.int(),
  /** File name of the document that is built. */
  file: z.string().endsWith('.docx'),
  writer: z.enum(WRITER_IDS),
  forms: z.strictObject({ t2: formId, t3: formId, t4: formId }),
  scope: z.string(),
  completeness: z.string(),
  /** What in the prose was composed for the sample instead of copied. */
  prose: z.string(),
  narrative: z.array(z.string()),
  known_issues: z.array(z.string()),
  notes: z.array(z.string()),
  title: z.array(z.string()).min(1),
  preface: z.array(z.string()),
  sections: z
    .array(
      z.strictObject({
        heading: z.string(),
        paragraphs: z.array(z.string()),
        footnotes: z.array(z.string()).optional(),
      }),
    )
    .length(6),
  /** Wordings that differ from the form's, by the form's wording. */
  labels: z.record(z.string(), z.string()),
  /** Published oddities of a table's structure. */
  oddities: z.array(
    z.discriminatedUnion('kind', [
      /** The group cells to the left are cut above this row, their labels printed again. */
      z.strictObject({ kind: z.literal('groups-repeated'), row: z.string() }),
      /** An empty row at the end of a table. */
      z.strictObject({ kind: z.literal('empty-row'), table: z.enum(['t2', 't3', 't4']) }),
    ]),
  ),
  /** Cell texts that do not follow from the value: units, spaces. */
  cells: z.record(z.string(), z.string()),
  /** The ways in which blank cells are written, in turn. */
  blanks: z.array(z.string()),
  /** Figure id to value, money in yuan; null is a blank cell. */
  figures: z.record(z.string(), z.number().nullable()),
  /** What is known to be broken in the published report, findings of severity error only. */
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      scope: z.string(),
      expected: z.number(),
      found: z.number(),
      difference: z.number(),
    }),
  ),
});

export type Transcription = z.infer<typeof TRANSCRIPTION>;

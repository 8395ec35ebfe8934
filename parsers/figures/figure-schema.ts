import * as z from 'zod';

const FIGURE_STATES = ['stated', 'blank', 'dash', 'unreadable', 'missing'] as const;

const docxPlace = z.object({
  table: z.int().describe('table of the document body, from 1'),
  row: z.int().describe('row of the table, from 1'),
  column: z.int().describe('grid column of the table, from 1'),
  rowSpan: z.int(),
  columnSpan: z.int(),
});
const pdfPlace = z.object({
  page: z.int().describe('page, from 1'),
  boxes: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).describe('[x0, y0, x1, y1] in PDF points'),
});

/** One statutory cell as read. Apart from what reads, which checks no shapes and starts faster without. */
export const figureSchema = z.object({
  value: z.number().nullable().describe('the number, money in yuan; null unless stated'),
  state: z.enum(FIGURE_STATES),
  raw: z.string().nullable().describe('the text of the cell as published; null when no cell was found'),
  unit: z.string().optional().describe('the unit written in the cell or header that the value was converted from'),
  where: z.union([docxPlace, pdfPlace]).nullable().describe('where it was read; null when no cell was found'),
  notes: z.array(z.string()).describe('codes of oddities'),
  doubtful: z.boolean().describe('the reading of this cell is not certain'),
});

import * as z from 'zod';
import type { FigureId } from '../../forms/form.ts';
import { DOUBTS, NOTES } from '../document/notes.ts';
import { CELL_NOTES, FITTING_NOTES } from '../tables/statutory-table.ts';
import { FIGURE_NOTES } from './figure-notes.ts';

const FIGURE_STATES = ['stated', 'blank', 'dash', 'unreadable', 'missing'] as const;

/** Why a figure has no cell, for people. */
export const MISSING_REASONS = {
  'table-not-found': { zh: '未找到本表', en: 'the table was not found' },
  'row-not-found': { zh: '未找到本行', en: 'the row was not found' },
  'column-not-found': { zh: '未找到本列', en: 'the column was not found' },
  'merged-cell': {
    zh: '对应的单元格跨多列，无法确定数值',
    en: 'its cell spans several columns, so its value cannot be told',
  },
  'no-cell': { zh: '本行中无法确定对应的单元格', en: 'no cell of the row can be told to be this one' },
} as const satisfies Record<string, { zh: string; en: string }>;

/** Every note that a figure can carry, with its words. */
export const ALL_FIGURE_NOTES = {
  ...NOTES,
  ...CELL_NOTES,
  ...FIGURE_NOTES,
  ...MISSING_REASONS,
  'outside-section': FITTING_NOTES['outside-section'],
};
export type AnyFigureNote = keyof typeof ALL_FIGURE_NOTES;

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

/** One statutory cell as read. */
export const figureSchema = z.object({
  value: z.number().nullable().describe('the number, money in yuan; null unless stated'),
  state: z.enum(FIGURE_STATES),
  raw: z.string().nullable().describe('the text of the cell as published; null when no cell was found'),
  unit: z.string().optional().describe('the unit written in the cell or header that the value was converted from'),
  where: z.union([docxPlace, pdfPlace]).nullable().describe('where it was read; null when no cell was found'),
  notes: z.array(z.string()).describe('codes of oddities'),
  doubtful: z.boolean().describe('the reading of this cell is not certain'),
});

export type Figure = z.infer<typeof figureSchema>;
export type Figures = Readonly<Record<FigureId, Figure>>;

/** Notes under which a reading is not certain; the others only tell how it was written. */
const DOUBTFUL: ReadonlySet<string> = new Set<string>([
  ...DOUBTS,
  'column-by-order',
  'label-shared',
  'outside-section',
  'space-in-number',
  'unit-unexpected',
  'unit-nearby',
  'units-disagree',
  'found-twice',
] satisfies AnyFigureNote[]);

export const isDoubt = (note: string) => DOUBTFUL.has(note);

import type * as z from 'zod';
import type { FigureId } from '../../forms/form.ts';
import { DOUBTS, NOTES } from '../document/notes.ts';
import { CELL_NOTES, FITTING_NOTES } from '../tables/statutory-table.ts';
import { FIGURE_NOTES } from './figure-notes.ts';
import type { figureSchema } from './figure-schema.ts';

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

/** One statutory cell as read. */
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

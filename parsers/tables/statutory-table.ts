import type { FigureId, FormId, TableId } from '../../forms/form.ts';
import type { Cell } from '../document/document.ts';

/** A statutory table as it was found: for each figure of its form the cell that holds it, or why none could be named. */
export interface StatutoryTable {
  readonly table: TableId;
  readonly form: FormId;
  readonly cells: ReadonlyMap<FigureId, FittedCell>;
  readonly missing: ReadonlyMap<FigureId, MissingReason>;
  /** What was found and not expected, and what was fitted with some liberty. */
  readonly notes: readonly FittingNote[];
}

export interface FittedCell {
  readonly cell: Cell;
  /** The column's own label as printed, which may state a unit. */
  readonly header: string;
  readonly notes: readonly CellNoteCode[];
  /** Other words around a figure of money that may state its unit: row label, caption, rows between. */
  readonly nearby: readonly string[];
  /** Further cells found for the same figure, where the table or a row of it stands twice. */
  readonly again: readonly Cell[];
}

/** Why a figure has no cell. */
export type MissingReason = 'table-not-found' | 'row-not-found' | 'column-not-found' | 'no-cell' | 'merged-cell';

export type CellNoteCode = keyof typeof CELL_NOTES;

/** How a figure's cell was chosen, where it was not simply the crossing of its row and column. */
export const CELL_NOTES = {
  'column-by-order': {
    zh: '列线与表头不齐，按列的次序对应',
    en: 'column edges differ from the header; fitted by order',
  },
  'header-carried': {
    zh: '本段表格无表头，沿用上一段的表头',
    en: 'no header over this part; the one before carried on',
  },
  'row-out-of-order': { zh: '行的次序与格式不同，按行名对应', en: 'row out of order; fitted by its label' },
  'label-shared': {
    zh: '行名所在的单元格边框不清，与另一行相连',
    en: 'the cell of its row’s label is not clearly parted from another row',
  },
  'merged-value': { zh: '一个数字跨多个填报单元格', en: 'one cell spans several figures' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type FittingNote =
  | { readonly code: 'unexpected-row'; readonly label: string }
  | { readonly code: 'unexpected-column'; readonly label: string }
  | { readonly code: 'row-twice'; readonly label: string; readonly row: string }
  | { readonly code: 'table-twice' }
  | { readonly code: 'outside-section' };

export const FITTING_NOTES = {
  'unexpected-row': {
    zh: '表中有格式以外的行「{label}」，未计入',
    en: 'row “{label}” is not in the form and was left out',
  },
  'unexpected-column': {
    zh: '表中有格式以外的列「{label}」，未计入',
    en: 'column “{label}” is not in the form and was left out',
  },
  'table-twice': {
    zh: '文件中还有一张相同的表，按第一张读取',
    en: 'the file holds this table once more; the first was read',
  },
  'outside-section': { zh: '本表不在其所属部分之内', en: 'the table does not stand in its section' },
  'row-twice': { zh: '行「{label}」出现多次', en: 'row “{label}” stands more than once' },
} as const satisfies Record<FittingNote['code'], { zh: string; en: string }>;

import { figuresOf, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, Quantity } from '../../forms/form.ts';
import type { Cell } from '../document/document.ts';
import type { FittedCell, StatutoryTable } from '../tables/statutory-table.ts';
import { decimalToNumber } from './decimal.ts';
import { type AnyFigureNote, type Figure, type Figures, isDoubt } from './figure.ts';
import { type CellReading, readNumber } from './read-number.ts';
import { moneyInYuan } from './units.ts';

/** Reads every figure of the tables' forms; those without a cell come out `missing` with the reason in their notes. */
export function readFigures(tables: readonly StatutoryTable[]): Figures {
  const figures: Record<FigureId, Figure> = {};
  for (const table of tables) {
    const outside = table.notes.some((note) => note.code === 'outside-section');
    for (const { id, column } of figuresOf(tableForm(table.form, table.table))) {
      const fitted = table.cells.get(id);
      figures[id] = fitted
        ? readFitted(fitted, column.quantity, outside)
        : absent(table.missing.get(id) ?? 'table-not-found');
    }
  }
  return figures;
}

function absent(reason: AnyFigureNote): Figure {
  return { value: null, state: 'missing', raw: null, where: null, notes: [reason], doubtful: false };
}

function readFitted(fitted: FittedCell, quantity: Quantity, outside: boolean): Figure {
  const first = readCell(fitted.cell, fitted, quantity, outside);
  if (fitted.notes.includes('merged-value')) return unreadable(first, 'merged-value');
  // What stands here may be a part of the figure, or none of it; the figure of a blank piece stands in another one.
  if (first.notes.includes('row-cut-unclear')) return unreadable(first, 'row-cut-unclear');
  if (first.state === 'blank' && first.notes.includes('cell-not-rectangular'))
    return unreadable(first, 'cell-not-rectangular');
  if (fitted.notes.includes('label-shared')) return unreadable(first, 'label-shared');
  const differs = fitted.again.some((cell) => {
    const other = readCell(cell, fitted, quantity, outside);
    return other.value !== first.value || other.state !== first.state;
  });
  return differs ? unreadable(first, 'found-twice') : first;
}

function unreadable(figure: Figure, note: AnyFigureNote): Figure {
  const notes = figure.notes.includes(note) ? figure.notes : [...figure.notes, note];
  return { ...figure, value: null, state: 'unreadable', notes, doubtful: true };
}

function readCell(cell: Cell, fitted: FittedCell, quantity: Quantity, outside: boolean): Figure {
  const reading = readNumber(cell.text);
  const notes: AnyFigureNote[] = [...cell.notes.map((note) => note.code), ...fitted.notes, ...reading.notes];
  const { value, unit, more } = normalise(reading, quantity, fitted);
  notes.push(...more);
  if (outside) notes.push('outside-section');
  const state = reading.state === 'stated' && value === null ? 'unreadable' : reading.state;
  return {
    value,
    state,
    raw: cell.text,
    ...(unit === '' ? {} : { unit }),
    where: place(cell),
    notes: [...new Set(notes)],
    doubtful: state === 'unreadable' || notes.some(isDoubt),
  };
}

interface Normalised {
  readonly value: number | null;
  readonly unit: string;
  readonly more: readonly AnyFigureNote[];
}

function normalise(reading: CellReading, quantity: Quantity, { header, nearby }: FittedCell): Normalised {
  if (reading.state !== 'stated') return { value: null, unit: '', more: [] };
  if (quantity.kind === 'money') return moneyInYuan(reading, quantity.statutoryUnit, header, nearby);
  // 万 in a column of counts may be meant or be another column's unit.
  if (/[元亿万]/u.test(reading.unit)) return { value: null, unit: reading.unit, more: ['unit-unexpected'] };
  const value = decimalToNumber(reading.decimal);
  return value === undefined
    ? { value: null, unit: reading.unit, more: ['too-many-digits'] }
    : { value, unit: reading.unit, more: [] };
}

/** A copy that the record may keep: plain arrays, no readonly tuples of the reader. */
function place(cell: Cell): Figure['where'] {
  const { where } = cell;
  if ('page' in where) return { page: where.page, boxes: where.boxes.map(([x0, y0, x1, y1]) => [x0, y0, x1, y1]) };
  return { ...where };
}

import { type Draft, type DraftCell, type DraftTable, paragraph, visibleText } from '../../samples/writers/draft.ts';
import { type CutText, cutCells, insertRows, sliceRows } from '../../samples/writers/table-edits.ts';
import type { TableSplit } from './dress.ts';
import type { Random } from './random.ts';
import { figureRows, spansBoundary } from './tables-of.ts';

/** Cuts a table into grids that follow one another, as a page break or a paste leaves them. */
export function splitTable(table: DraftTable, split: TableSplit, random: Random): Draft['blocks'] {
  const starts = cutRows(table, split, random);
  const cut = starts.reduce((whole, row) => cutCells(whole, row, sharedText(split.groups)), table);
  const bounds = [0, ...starts, table.rowCount];
  const parts = bounds.slice(1).map((to, at) => sliceRows(cut, bounds[at] ?? 0, to));
  const header = sliceRows(cut, 0, figureRows(table)[0] ?? 0);
  return parts.flatMap((part, at) => {
    if (at === 0) return [part];
    const shown = split.header === 'repeated' ? under(header, part) : part;
    return [paragraph('note', random.pick(['', `- ${at + 3} -`])), shown];
  });
}

function cutRows(table: DraftTable, split: TableSplit, random: Random): number[] {
  const inside = figureRows(table).slice(1);
  const throughGroup = inside.filter((row) => innermostGroup(table, row) !== undefined);
  return random
    .some(split.groups === 'cut' ? throughGroup : inside, split.parts - 1)
    .sort((left, right) => left - right);
}

const innermostGroup = (table: DraftTable, row: number): DraftCell | undefined =>
  table.cells.find((cell) => cell.column === 1 && cell.role === 'label' && spansBoundary(cell, row));

const sharedText =
  (groups: TableSplit['groups']): CutText =>
  (cell) => {
    const empty = [paragraph('label', '')];
    const isOuter = cell.column === 0;
    if (groups === 'repeated') return [cell.paragraphs, cell.paragraphs];
    if (groups === 'blank' || isOuter) return [cell.paragraphs, empty];
    const text = cell.paragraphs.map(visibleText).join('');
    const half = Math.ceil(text.length / 2);
    return [[paragraph('label', text.slice(0, half))], [paragraph('label', text.slice(half))]];
  };

function under(header: DraftTable, part: DraftTable): DraftTable {
  const moved = insertRows(part, 0, header.rowCount);
  return { ...moved, cells: [...header.cells, ...moved.cells] };
}

import type { TableId } from '../../forms/form.ts';
import type { Draft, DraftBlock, DraftTable } from '../../samples/writers/draft.ts';
import { numberAutomatically } from './automatic-numbering.ts';
import { separateBands } from './bands-apart.ts';
import type { Dress } from './dress.ts';
import { addExtraColumn, addExtraRows, addFigureRow, addSpanningRow } from './extra-lines.ts';
import { dressGrid } from './grid-columns.ts';
import { breakLines, markFigures } from './marks.ts';
import { dressMerges } from './merges.ts';
import { loseColumn, loseRows, swapRows } from './missing-lines.ts';
import { joinTables } from './one-grid.ts';
import type { Random } from './random.ts';
import { splitTable } from './split-tables.ts';
import { editTables, figureRows } from './tables-of.ts';

/** Changes rows, columns, merges and tables as the dress says: within each table, then among tables, then all. */
export function dressStructure(plain: Draft, dress: Dress, random: Random): Draft {
  const lined = editTables(plain, (table, id) => divide(dressLines(table, id, dress, random), id, dress, random));
  const joined = dress.oneGrid ? joinTables(lined) : lined;
  const drawn = { ...joined, blocks: joined.blocks.map((block) => dressDrawing(block, dress, random)) };
  const numbered = dress.automaticNumbering ? numberAutomatically(drawn) : drawn;
  return dress.frame ? { ...numbered, blocks: [{ kind: 'frame', blocks: numbered.blocks }] } : numbered;
}

function dressLines(table: DraftTable, id: TableId, dress: Dress, random: Random): DraftTable {
  const steps: ((table: DraftTable) => DraftTable)[] = [];
  if (id !== 't4' && dress.swappedRows) steps.push((each) => swapRows(each, random));
  if (id !== 't4' && dress.missingRows > 0) steps.push((each) => loseRows(each, dress.missingRows, random));
  if (id === 't3' && dress.missingColumn) steps.push((each) => loseColumn(each, random));
  if (dress.extraRows) steps.push((each) => addExtraRows(each, id, random));
  if (id === 't3' && dress.extraColumn) steps.push((each) => addExtraColumn(each, random));
  if (id === 't3' && dress.deletedRow) steps.push((each) => addDeletedRow(each, random));
  if (dress.footnoteRow)
    steps.push((each) => addSpanningRow(each, '注：本表统计口径为本机关，2份申请合并答复的计2件。'));
  return steps.reduce((changed, step) => step(changed), table);
}

/** A copy of the row of requests newly received, with other figures, deleted in tracked changes. */
function addDeletedRow(table: DraftTable, random: Random): DraftTable {
  const at = figureRows(table)[0] ?? 0;
  const longer = addFigureRow(table, at, '一、本年新收政府信息公开申请数量', random);
  const cells = longer.cells.map((cell) =>
    cell.row === at + 1 && cell.rowSpan === 1 ? { ...cell, isDeleted: true } : cell,
  );
  return { ...longer, cells };
}

function divide(table: DraftTable, id: TableId, dress: Dress, random: Random): readonly DraftBlock[] {
  if (id === 't2' && dress.bands !== 'together') return separateBands(table, dress.bands);
  if (id === 't3' && dress.split !== 'none') return splitTable(table, dress.split, random);
  return [table];
}

function dressDrawing(block: DraftBlock, dress: Dress, random: Random): DraftBlock {
  if (block.kind !== 'table') return block;
  const broken = breakLines(markFigures(block, dress.marks, random), dress.lineBreaks);
  const table = dressGrid(dressMerges(broken, dress.merges), dress.grid, random);
  const { horizontal, bookmarks, controls } = dress;
  return { ...table, encoding: { horizontal, bookmarks, controls } };
}

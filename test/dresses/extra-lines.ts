import type { TableId } from '../../forms/form.ts';
import { type DraftCell, type DraftTable, paragraph } from '../../samples/writers/draft.ts';
import { insertColumn, insertRows } from '../../samples/writers/table-edits.ts';
import type { Random } from './random.ts';
import { figureRows } from './tables-of.ts';

const REMARK_WIDTH = 500;
const REMARK_CHANCE = 0.2;

/** Rows that the form does not have: with figures of their own in tables 2 and 3, a remark row everywhere else. */
export function addExtraRows(table: DraftTable, id: TableId, random: Random): DraftTable {
  const rows = figureRows(table);
  switch (id) {
    case 't2':
      return addFigureRow(table, rows[1] ?? 0, '其他主动公开文件', random);
    case 't3':
      return addSpanningRow(
        addFigureRow(table, rows[1] ?? 0, '其中：网上申请数量', random),
        '备注：以上数据含所属单位。',
      );
    case 't4':
      return addSpanningRow(table, '备注：无');
    default:
      return id satisfies never;
  }
}

/** A row like the one at `like`, right below it, with another label and other figures. */
export function addFigureRow(table: DraftTable, like: number, label: string, random: Random): DraftTable {
  const opened = insertRows(table, like + 1, 1);
  const copies = opened.cells
    .filter((cell) => cell.row === like && cell.rowSpan === 1)
    .map(({ figure, ...cell }) => ({
      ...cell,
      row: like + 1,
      role: 'extra' as const,
      paragraphs: [figure ? paragraph('figure', String(1 + random.int(900))) : paragraph('label', label)],
    }));
  return { ...opened, cells: [...opened.cells, ...copies] };
}

/** A row of one cell under the table: a footnote or remark. */
export function addSpanningRow(table: DraftTable, text: string): DraftTable {
  const row = table.rowCount;
  const note: DraftCell = {
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: table.widths.length,
    role: 'extra',
    paragraphs: [paragraph('note', text)],
  };
  const longer = insertRows(table, row, 1);
  return { ...longer, cells: [...longer.cells, note] };
}

/** A column 备注 at the right, its header as high as the table's, most of its cells empty. */
export function addExtraColumn(table: DraftTable, random: Random): DraftTable {
  const column = table.widths.length;
  const rows = figureRows(table);
  const top = rows[0] ?? 0;
  const area = { column, columnSpan: 1, role: 'extra' as const };
  const header = { ...area, row: 0, rowSpan: top, paragraphs: [paragraph('header', '备注')] };
  const remarks = rows.map((row) => ({
    ...area,
    row,
    rowSpan: 1,
    paragraphs: [paragraph('note', random.chance(REMARK_CHANCE) ? random.pick(['含结转', '见附注', '无']) : '')],
  }));
  const wider = insertColumn(table, column, REMARK_WIDTH);
  return { ...wider, cells: [...wider.cells, header, ...remarks] };
}

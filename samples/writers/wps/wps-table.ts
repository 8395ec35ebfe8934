import { BAND_FILL } from '../text-look.ts';
import type { WrittenCell, WrittenRow } from '../writer.ts';

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const CELL_SIDES = ['top', 'left', 'bottom', 'right'];

/** WPS draws the rulings with the cells and switches those of the table off, once for the table, once for each row. */
const NO_BORDERS = `<w:tblBorders>${SIDES.map((side) => `<w:${side} w:val="none" w:color="auto" w:sz="0" w:space="0"/>`).join('')}</w:tblBorders>`;
const CELL_BORDERS = `<w:tcBorders>${CELL_SIDES.map((side) => `<w:${side} w:val="single" w:color="auto" w:sz="8" w:space="0"/>`).join('')}</w:tcBorders>`;
const NO_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>';

export function wpsTable(widths: readonly number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const margins =
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>';
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tblPr><w:tblStyle w:val="3"/><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>${NO_BORDERS}${NO_FILL}` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`
  );
}

export function wpsRow(row: WrittenRow): string {
  const before = row.gridBefore > 0 ? `<w:gridBefore w:val="${row.gridBefore}"/>` : '';
  const after = row.gridAfter > 0 ? `<w:gridAfter w:val="${row.gridAfter}"/>` : '';
  const deleted = row.isDeleted ? '<w:del w:id="9001" w:author="办公室" w:date="2021-01-15T09:00:00Z"/>' : '';
  const exceptions = `<w:tblPrEx>${NO_BORDERS}</w:tblPrEx>`;
  return `${exceptions}<w:trPr>${before}${after}<w:trHeight w:val="340" w:hRule="atLeast"/><w:jc w:val="center"/>${deleted}</w:trPr>`;
}

export function wpsCell(cell: WrittenCell): string {
  const span = cell.gridSpan > 1 ? `<w:gridSpan w:val="${cell.gridSpan}"/>` : '';
  const across = cell.hMerge ? `<w:hMerge w:val="${cell.hMerge}"/>` : '';
  const down = cell.vMerge ? `<w:vMerge w:val="${cell.vMerge}"/>` : '';
  const fill = cell.role === 'band-title' ? `<w:shd w:val="clear" w:color="auto" w:fill="${BAND_FILL}"/>` : NO_FILL;
  const margins = '<w:tcMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tcMar>';
  // The widths of cells are those of the window they were drawn in, not the sum of the grid columns.
  const width = cell.gridSpan > 1 ? cell.width + 4 : cell.width;
  return (
    `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${across}${down}${CELL_BORDERS}${fill}${margins}` +
    '<w:vAlign w:val="center"/></w:tcPr>'
  );
}

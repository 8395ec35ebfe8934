import { BAND_FILL } from '../text-look.ts';
import type { WrittenCell, WrittenRow } from '../writer.ts';

const SIDES = ['top', 'left', 'bottom', 'right'];
const CELL_BORDERS = `<w:tcBorders>${SIDES.map((side) => `<w:${side} w:val="single" w:sz="8" w:space="0" w:color="000000"/>`).join('')}</w:tcBorders>`;

export function libreOfficeTable(widths: readonly number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const margins =
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>';
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblInd w:w="0" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`
  );
}

export function libreOfficeRow(row: WrittenRow): string {
  const before = row.gridBefore > 0 ? `<w:gridBefore w:val="${row.gridBefore}"/>` : '';
  const after = row.gridAfter > 0 ? `<w:gridAfter w:val="${row.gridAfter}"/>` : '';
  const deleted = row.isDeleted ? '<w:del w:id="9001" w:author="办公室" w:date="2021-01-15T09:00:00Z"/>' : '';
  return `<w:trPr>${before}${after}<w:trHeight w:val="340" w:hRule="atLeast"/>${deleted}</w:trPr>`;
}

export function libreOfficeCell(cell: WrittenCell): string {
  const span = cell.gridSpan > 1 ? `<w:gridSpan w:val="${cell.gridSpan}"/>` : '';
  const across = cell.hMerge ? `<w:hMerge w:val="${cell.hMerge}"/>` : '';
  const down = cell.vMerge ? `<w:vMerge w:val="${cell.vMerge}"/>` : '';
  const fill = cell.role === 'band-title' ? `<w:shd w:fill="${BAND_FILL}" w:val="clear"/>` : '';
  return `<w:tcPr><w:tcW w:w="${cell.width}" w:type="dxa"/>${span}${across}${down}${CELL_BORDERS}${fill}<w:vAlign w:val="center"/></w:tcPr>`;
}

import { BAND_FILL } from '../text-look.ts';
import type { WrittenCell, WrittenRow } from '../writer.ts';

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

export function wordTable(widths: readonly number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const borders = SIDES.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('');
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>' +
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>' +
    `</w:tblPr><w:tblGrid>${grid}</w:tblGrid>`
  );
}

export function wordRow(row: WrittenRow): string {
  const before = row.gridBefore > 0 ? `<w:gridBefore w:val="${row.gridBefore}"/>` : '';
  const after = row.gridAfter > 0 ? `<w:gridAfter w:val="${row.gridAfter}"/>` : '';
  const deleted = row.isDeleted ? '<w:del w:id="9001" w:author="办公室" w:date="2021-01-15T09:00:00Z"/>' : '';
  return `<w:trPr>${before}${after}<w:trHeight w:val="340"/><w:jc w:val="center"/>${deleted}</w:trPr>`;
}

export function wordCell(cell: WrittenCell): string {
  const span = cell.gridSpan > 1 ? `<w:gridSpan w:val="${cell.gridSpan}"/>` : '';
  const across = cell.hMerge ? `<w:hMerge${cell.hMerge === 'restart' ? ' w:val="restart"' : ''}/>` : '';
  // Word leaves the value off a continued merge.
  const down = cell.vMerge ? `<w:vMerge${cell.vMerge === 'restart' ? ' w:val="restart"' : ''}/>` : '';
  const fill = cell.role === 'band-title' ? `<w:shd w:val="clear" w:color="auto" w:fill="${BAND_FILL}"/>` : '';
  return `<w:tcPr><w:tcW w:w="${cell.width}" w:type="dxa"/>${span}${across}${down}${fill}<w:vAlign w:val="center"/></w:tcPr>`;
}

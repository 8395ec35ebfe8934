import type { TableId } from '../../forms/form.ts';

/** Table 3's label columns as the blank form handed out to offices has them: group, sub-group, row. */
const TABLE_3_LABELS = [754, 921, 3271];
const TOTAL_WIDTH = 9740;

/** Widths in twentieths of a point, together the text width of the blank form. */
export function columnWidths(table: TableId, labelColumns: number, figureColumns: number): number[] {
  if (table === 't3' && labelColumns === TABLE_3_LABELS.length) {
    const left = TOTAL_WIDTH - TABLE_3_LABELS.reduce((sum, width) => sum + width, 0);
    return [...TABLE_3_LABELS, ...evenly(left, figureColumns)];
  }
  return evenly(TOTAL_WIDTH, labelColumns + figureColumns);
}

function evenly(total: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, at) => Math.floor((total * (at + 1)) / count) - Math.floor((total * at) / count),
  );
}

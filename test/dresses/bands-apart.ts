import { cellText, type Draft, type DraftTable, paragraph } from '../../samples/writers/draft.ts';
import { sliceRows } from '../../samples/writers/table-edits.ts';

/** Table 2 as one grid for each band. `captioned`: the band's title stands above its grid as a paragraph. */
export function separateBands(table: DraftTable, style: 'apart' | 'captioned'): Draft['blocks'] {
  const titles = table.cells.filter((cell) => cell.role === 'band-title');
  const starts = [...titles.map((cell) => cell.row), table.rowCount];
  return titles.flatMap((title, at) => {
    const from = starts[at] ?? 0;
    const to = starts[at + 1] ?? table.rowCount;
    if (style === 'apart') return [sliceRows(table, from, to), paragraph('blank', '')];
    return [paragraph('note', cellText(title)), sliceRows(table, from + 1, to), paragraph('blank', '')];
  });
}

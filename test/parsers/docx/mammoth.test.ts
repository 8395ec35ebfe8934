import { Buffer } from 'node:buffer';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../parsers/docx/read-docx.ts';
import { docx } from './build-docx.ts';
import { generateTable, type Placed } from './generated-tables.ts';
import { onlyGrid, readable } from './matchers.ts';
import { seeded } from './seeded.ts';

describe('ordinary tables', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))(
    'number %i reads as mammoth reads it, and as it was made',
    async (seed) => {
      const { cells, xml } = generateTable(seeded(seed));
      const bytes = docx(xml);
      const ours = onlyGrid(readable(readDocx(bytes)));
      const read = ours.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
        row,
        column,
        rowSpan,
        columnSpan,
        text,
      }));
      const html = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
      expect(read).toEqual(cells);
      expect(read).toEqual(cellsOf(html.value));
      expect(ours).toBeNoted();
    },
  );
});

/** Cells of the only table of some HTML, each at the first place in its row that is free (HTML, 4.9.12). */
function cellsOf(html: string): Placed[] {
  const cells: Placed[] = [];
  const taken = new Set<string>();
  for (const [row, markup] of [...html.matchAll(/<tr>(.*?)<\/tr>/g)].entries()) {
    let column = 0;
    for (const [, attributes = '', content = ''] of (markup[1] ?? '').matchAll(/<t[dh]([^>]*)>(.*?)<\/t[dh]>/g)) {
      while (taken.has(`${row},${column}`)) column++;
      const spanOf = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
      const placed = {
        row,
        column,
        rowSpan: spanOf('rowspan'),
        columnSpan: spanOf('colspan'),
        text: content.replace(/<[^>]*>/g, ''),
      };
      cells.push(placed);
      for (let down = 0; down < placed.rowSpan; down++) {
        for (let across = 0; across < placed.columnSpan; across++) taken.add(`${row + down},${column + across}`);
      }
    }
  }
  return cells;
}

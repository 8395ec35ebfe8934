import type { Box, Cell, Document, Grid } from '../../../../parsers/document/document.ts';
import type { Glyph, PageContent } from '../../../../parsers/pdf/page/page-content.ts';
import { drawTable, type TableDrawing } from '../draw-table.ts';
import type { PageBuilder, TextInk } from '../page-builder.ts';

/** A table of 90 × 24 point cells; texts stand 5 points from the left border. An empty text leaves its cell empty. */
export function tableOf(
  page: PageBuilder,
  rows: readonly (readonly string[])[],
  { x = 60, y = 100, width = 90, height = 24, ink = {} as TextInk } = {},
): TableDrawing {
  const columns = Math.max(...rows.map((row) => row.length));
  const xs = Array.from({ length: columns + 1 }, (_, at) => x + at * width);
  const ys = Array.from({ length: rows.length + 1 }, (_, at) => y + at * height);
  drawTable(page, { xs, ys });
  rows.forEach((row, down) => {
    row.forEach((text, across) => {
      if (text !== '') page.text(x + across * width + 5, y + down * height + 16, text, ink);
    });
  });
  return { xs, ys };
}

export const gridsOf = ({ blocks }: Document): Grid[] => blocks.filter((block) => block.kind === 'grid');
export const paragraphsOf = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

/** The cell of the first grid at a place. */
export function cellAt(document: Document, row: number, column: number): Cell {
  const cell = gridsOf(document)[0]?.cells.find((one) => one.row === row && one.column === column);
  if (!cell) throw new Error(`no cell at ${row}, ${column}`);
  return cell;
}

export const codesOf = ({ notes }: { notes: readonly { code: string }[] }): string[] => notes.map(({ code }) => code);

export const linesOfPage = ({ pages = [] }: Document, at = 0): string[] =>
  pages[at]?.lines.map(({ words }) => words.map(({ text }) => text).join(' ')) ?? [];

/** The page with each glyph changed. */
export const withGlyphs = (page: PageContent, change: (glyph: Glyph) => Glyph): PageContent => ({
  ...page,
  glyphs: page.glyphs.map(change),
});

/** The page as it looks when the sheet is turned clockwise once, and its text with it. */
export function turnedClockwise(page: PageContent): PageContent {
  const point = (x: number, y: number): [number, number] => [page.height - y, x];
  const box = ([x0, y0, x1, y1]: Box): Box => [page.height - y1, x0, page.height - y0, x1];
  return {
    ...page,
    width: page.height,
    height: page.width,
    glyphs: page.glyphs.map((glyph) => {
      const [x, y] = point(glyph.x, glyph.y);
      return { ...glyph, x, y, dx: -glyph.dy, dy: glyph.dx, upX: -glyph.upY, upY: glyph.upX, clip: box(glyph.clip) };
    }),
    paths: page.paths.map((path) => ({
      ...path,
      clip: box(path.clip),
      subpaths: path.subpaths.map((subpath) => ({
        ...subpath,
        points: Array.from({ length: subpath.points.length / 2 }, (_, at) =>
          point(subpath.points[2 * at] ?? 0, subpath.points[2 * at + 1] ?? 0),
        ).flat(),
      })),
    })),
    images: page.images.map((image) => ({ ...image, box: box(image.box), clip: box(image.clip) })),
  };
}

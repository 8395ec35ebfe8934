import type { Block, Box, Paragraph } from '../../document/document.ts';
import { continues, measuresOf, type ProseLine, paragraphOf } from './join-paragraphs.ts';
import type { TextLine } from './lines-of.ts';
import type { ReadPage, ReadTable } from './read-page.ts';

type Piece = { readonly top: number } & (
  | { readonly kind: 'line'; readonly prose: ProseLine }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] }
);

/** The paragraphs and grids of all pages in reading order. */
export function blocksOf(pages: readonly ReadPage[], heads: ReadonlySet<TextLine>): readonly Block[] {
  const measures = measuresOf(pages.flatMap(({ prose }) => prose).filter(({ line }) => !heads.has(line)));
  const blocks: Block[] = [];
  let open: ProseLine[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(paragraphOf(open));
    open = [];
  };
  for (const piece of pages.flatMap((page) => piecesOf(page, heads))) {
    if (piece.kind === 'blocks') {
      close();
      blocks.push(...piece.blocks);
    } else {
      if (!continues(open, piece.prose, measures)) close();
      open.push(piece.prose);
    }
  }
  close();
  return blocks;
}

/** What stands on a page from top to bottom. */
function piecesOf({ prose, tables, pictures, prepared }: ReadPage, heads: ReadonlySet<TextLine>): readonly Piece[] {
  const { page, shown } = prepared;
  const pieces = [
    ...prose
      .filter(({ line }) => !heads.has(line))
      .map((one): Piece => ({ kind: 'line', top: one.line.box[1], prose: one })),
    ...tables.flatMap((table, index): Piece[] =>
      table.lattice.inside === null
        ? [{ kind: 'blocks', top: table.lattice.box[1], blocks: withNested(table, index, tables) }]
        : [],
    ),
    ...pictures.map((box): Piece => ({ kind: 'blocks', top: box[1], blocks: [pictureOf(page.page, shown(box))] })),
  ];
  return pieces.sort((a, b) => a.top - b.top);
}

const pictureOf = (page: number, box: Box): Paragraph => ({
  kind: 'paragraph',
  text: '',
  notes: [{ code: 'picture' }],
  where: { page, boxes: [box] },
});

/** A grid, and after it those nested in it; a table that only arranges others is given as what it holds. */
function withNested(table: ReadTable, index: number, tables: readonly ReadTable[]): readonly Block[] {
  const nested = tables.flatMap((other, at) =>
    other.lattice.inside === index ? [{ top: other.lattice.box[1], blocks: withNested(other, at, tables) }] : [],
  );
  const { grid } = table;
  const words = grid.cells.filter(({ text }) => text !== '');
  const arranges = nested.length > 0 && words.every(({ columnSpan }) => columnSpan === grid.columnCount);
  if (!arranges) return [grid, ...nested.flatMap(({ blocks }) => blocks)];
  const paragraphs = words.map(({ text, where, notes, row }) => ({
    top: table.lattice.ys[row] ?? 0,
    blocks: [
      {
        kind: 'paragraph' as const,
        text,
        notes: notes.filter(({ code }) => code !== 'nested-table'),
        ...('boxes' in where && { where }),
      },
    ],
  }));
  return [...paragraphs, ...nested].sort((a, b) => a.top - b.top).flatMap(({ blocks }) => blocks);
}

import type { Block, Box, Cell, Document, Grid } from '../../document/document.ts';
import { withDoubt } from './join-cells.ts';
import { turned, turnOfGrid } from './turn-of-grid.ts';

/**
 * Doubts the blank cells of grids beside which numbers stand on a line of their own, outside of all cells, and of those
 * over which other text was printed: what is blank may have its figure there.
 */
export function doubtFragments(document: Document): Document {
  const { blocks } = document;
  return {
    ...document,
    blocks: blocks.map((block, at) => (isFragment(block, at, blocks) ? withDoubts(block) : block)),
  };
}

function isFragment(block: Block, at: number, blocks: readonly Block[]): block is Grid {
  if (block.kind !== 'grid') return false;
  return (
    block.cells.some(holdsTwoTexts) ||
    [blocks[at - 1], blocks[at + 1]].some((other) => other && holdsNumbers(other, block))
  );
}

/** Words printed over other words: two parts of the document lie over one another. */
const holdsTwoTexts = ({ text, notes }: Cell): boolean =>
  /\p{Script=Han}/u.test(text) && notes.some(({ code }) => code === 'overprinted');

/** Two numbers or more and nothing else. A single one may be that of a page. */
const NUMBERS = /^[\s\d０-９.,，．+-]*\d\s+[\s\d０-９.,，．+-]*\d[\s\d０-９.,，．+-]*$/u;

function holdsNumbers(block: Block, grid: Grid): boolean {
  if (block.kind !== 'paragraph' || !NUMBERS.test(block.text.trim())) return false;
  const places = grid.cells.flatMap(({ where }) => ('page' in where ? [where] : []));
  const pages = new Set(places.map(({ page }) => page));
  if (!block.where || !pages.has(block.where.page)) return false;
  const turn = turnOfGrid(grid);
  const boxes = places.flatMap(({ boxes: own }) => own.map((box) => turned(box, turn)));
  const [left, right] = [Math.min(...boxes.map(first)), Math.max(...boxes.map(([, , x1]) => x1))];
  return block.where.boxes.map((box) => turned(box, turn)).every(([x0, , x1]) => x0 >= left && x1 <= right);
}

const first = ([x0]: Box) => x0;

const withDoubts = (grid: Grid): Grid => ({ ...grid, cells: grid.cells.map(doubtBlank) });
const doubtBlank = (cell: Cell): Cell => (cell.text.trim() === '' ? withDoubt(cell) : cell);

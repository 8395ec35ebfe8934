import { type Draft, type DraftCell, type DraftTable, PLAIN_ENCODING } from '../../samples/writers/draft.ts';

/** Edges nearer than this are one edge. */
const SNAP = 25;
const WIDTH = 9740;

/** Puts all tables, and the headings between them, into one grid with the columns that all of them need. */
export function joinTables(draft: Draft): Draft {
  const isTable = draft.blocks.map((block) => block.kind === 'table');
  const first = isTable.indexOf(true);
  const last = isTable.lastIndexOf(true);
  if (first === last) return draft;
  const inside = draft.blocks.slice(first, last + 1);
  const edges = sharedEdges(inside.flatMap((block) => (block.kind === 'table' ? [block] : [])));
  let rowCount = 0;
  const cells: DraftCell[] = [];
  for (const block of inside) {
    if (block.kind === 'table') {
      cells.push(...placed(block, edges, rowCount));
      rowCount += block.rowCount;
    } else if (block.kind === 'paragraph' && block.role !== 'blank') {
      const columnSpan = edges.length - 1;
      cells.push({ row: rowCount, column: 0, rowSpan: 1, columnSpan, role: 'extra', paragraphs: [block] });
      rowCount += 1;
    }
  }
  const widths = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
  const joined: DraftTable = { kind: 'table', widths, rowCount, cells, encoding: PLAIN_ENCODING };
  return { ...draft, blocks: [...draft.blocks.slice(0, first), joined, ...draft.blocks.slice(last + 1)] };
}

/** The column edges of a table, stretched to one width. */
function edgesOf(table: DraftTable): number[] {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const edges = [0];
  let position = 0;
  for (const width of table.widths) {
    position += width;
    edges.push(Math.round((position * WIDTH) / total));
  }
  return edges;
}

function sharedEdges(tables: readonly DraftTable[]): number[] {
  const all = tables.flatMap(edgesOf).sort((left, right) => left - right);
  return all.filter((edge, at) => at === 0 || edge - (all[at - 1] ?? 0) > SNAP);
}

function placed(table: DraftTable, edges: readonly number[], top: number): DraftCell[] {
  const own = edgesOf(table).map((edge) => nearest(edges, edge));
  return table.cells.map((cell) => {
    const column = own[cell.column] ?? 0;
    const columnSpan = (own[cell.column + cell.columnSpan] ?? edges.length - 1) - column;
    return { ...cell, row: cell.row + top, column, columnSpan };
  });
}

function nearest(edges: readonly number[], edge: number): number {
  const distances = edges.map((each) => Math.abs(each - edge));
  return distances.indexOf(Math.min(...distances));
}

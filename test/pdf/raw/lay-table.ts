import { cellText, type DraftCell, type DraftTable, type TextRole } from '../../../samples/writers/draft.ts';
import { type LaidOutPage, type LayoutLook, type PlacedCell, widthOf, wrap } from './layout.ts';

/** Where a table is put: a column of pages that gives new ones on demand. */
export interface Flow {
  /** The page that is being filled. */
  page(): LaidOutPage;
  /** Where the next thing goes, and where the page ends. */
  y: number;
  readonly bottom: number;
  turn(): void;
  /** Counts the appearances of tables on pages. */
  nextTable(): number;
}

/** A row, or the part of one that stands on a page. */
interface Strip {
  readonly row: number;
  readonly page: LaidOutPage;
  readonly table: number;
  readonly y0: number;
  readonly y1: number;
  /** The lines of the row's cells that stand here: from, and how many. */
  readonly from: number;
  readonly count: number;
  /** Lines of the tallest cell of a row that the page cuts; 0 for a row in one piece. */
  readonly most: number;
}

interface Measured {
  readonly cell: DraftCell;
  readonly lines: readonly string[];
  readonly role: TextRole;
}

interface Plan {
  readonly look: LayoutLook;
  readonly edges: readonly number[];
  readonly cells: readonly Measured[];
  readonly heights: readonly number[];
  readonly lineHeight: number;
}

/** Lays a table out from where the flow stands, over as many pages as it needs. */
export function layTable(table: DraftTable, header: number, look: LayoutLook, flow: Flow): void {
  const plan = planTable(table, look);
  const strips: Strip[] = [];
  let current = flow.nextTable();
  const turn = (): void => {
    flow.turn();
    current = flow.nextTable();
    if (header === 0 || !look.repeatsHeaders) return;
    const repeated = plan.heights.slice(0, header).map((height, row) => wholeStrip(row, height, flow, current));
    place({ ...plan, cells: plan.cells.filter(({ cell }) => cell.row < header) }, repeated);
  };
  for (const [row, height] of plan.heights.entries()) {
    if (look.forcedBreak > 0 && row > header && row % look.forcedBreak === 0) turn();
    if (flow.y + height > flow.bottom && row > 0 && look.rows === 'kept') turn();
    strips.push(...stripsOf(plan, row, flow, () => current, turn));
  }
  place(plan, strips);
}

function planTable(table: DraftTable, look: LayoutLook): Plan {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const room = look.width - 2 * look.margins.side;
  const edges = [look.margins.side];
  for (const width of table.widths) edges.push((edges.at(-1) ?? 0) + (width * room) / total);
  const lineHeight = look.lineHeight * look.tableSize;
  const cells = table.cells.map((cell): Measured => {
    const left = edges[cell.column] ?? 0;
    const inner = (edges[cell.column + cell.columnSpan] ?? left) - left - 2 * look.paddingX;
    const role = cell.paragraphs[0]?.role ?? 'figure';
    return { cell, role, lines: wrap(cellText(cell), Math.max(1, inner / look.tableSize), role, look) };
  });
  const heights = Array.from({ length: table.rowCount }, () => lineHeight + 2 * look.paddingY);
  for (const { cell, lines } of [...cells].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan);
    const deficit = lines.length * lineHeight + 2 * look.paddingY - rows.reduce((sum, height) => sum + height, 0);
    const last = cell.row + cell.rowSpan - 1;
    // A tall label that goes over the page has room enough on both.
    if (deficit > 0 && cell.rowSpan < 12) heights[last] = (heights[last] ?? 0) + deficit;
  }
  return { look, edges, cells, heights, lineHeight };
}

function wholeStrip(row: number, height: number, flow: Flow, table: number): Strip {
  const strip = {
    row,
    page: flow.page(),
    table,
    y0: flow.y,
    y1: flow.y + height,
    from: 0,
    count: Number.MAX_SAFE_INTEGER,
    most: 0,
  };
  flow.y += height;
  return strip;
}

/** A row as one strip, or as two where the foot of the page cuts it between lines. */
function stripsOf(plan: Plan, row: number, flow: Flow, table: () => number, turn: () => void): Strip[] {
  const { look, heights, lineHeight } = plan;
  const height = heights[row] ?? 0;
  if (flow.y + height <= flow.bottom) return [wholeStrip(row, height, flow, table())];
  const fitting = Math.floor((flow.bottom - flow.y - look.paddingY) / lineHeight);
  const most = Math.max(
    ...plan.cells.filter(({ cell }) => cell.row === row && cell.rowSpan === 1).map((c) => c.lines.length),
    1,
  );
  if (look.rows === 'kept' || fitting < 1 || most < 2 || fitting >= most) {
    turn();
    return [wholeStrip(row, height, flow, table())];
  }
  const first: Strip = {
    row,
    page: flow.page(),
    table: table(),
    y0: flow.y,
    y1: flow.bottom,
    from: 0,
    count: fitting,
    most,
  };
  turn();
  const rest = (most - fitting) * lineHeight + 2 * look.paddingY;
  const second: Strip = { ...wholeStrip(row, rest, flow, table()), from: fitting, most };
  return [first, second];
}

function place(plan: Plan, strips: readonly Strip[]): void {
  for (const measured of plan.cells) {
    const { cell } = measured;
    const own = strips.filter(({ row }) => row >= cell.row && row < cell.row + cell.rowSpan);
    const tables = [...new Set(own.map(({ table }) => table))];
    let placed = 0;
    for (const [at, table] of tables.entries()) {
      const part = own.filter((strip) => strip.table === table);
      const isLast = at === tables.length - 1;
      placed += placePart(plan, measured, part, { from: placed, isLast, isWhole: tables.length === 1 });
    }
  }
}

/** Draws a cell's part on one page. @returns how many of its lines stand there */
function placePart(
  plan: Plan,
  { cell, lines, role }: Measured,
  part: readonly Strip[],
  { from, isLast, isWhole }: { from: number; isLast: boolean; isWhole: boolean },
): number {
  const { look, edges, lineHeight } = plan;
  const [first] = part;
  const last = part.at(-1);
  if (!first || !last) return 0;
  const box: PlacedCell = {
    x0: edges[cell.column] ?? 0,
    x1: edges[cell.column + cell.columnSpan] ?? 0,
    y0: first.y0,
    y1: last.y1,
    role: cell.role,
    table: first.table,
    ...(cell.figure ? { figure: cell.figure.id } : {}),
  };
  first.page.cells.push(box);
  const room = Math.max(0, Math.floor((box.y1 - box.y0 - look.paddingY) / lineHeight + 0.01));
  const isRow = cell.rowSpan === 1;
  const count = isRow ? first.count : isLast ? lines.length : room;
  const flowing = isRow ? [...above(lines.length, first.most, look), ...lines] : lines;
  const start = isRow ? first.from : from;
  const shown = flowing.slice(start, start + count);
  const spare = box.y1 - box.y0 - shown.length * lineHeight;
  const top = box.y0 + (isWhole && look.vertical === 'middle' ? Math.max(spare / 2, 0) : look.paddingY);
  placeLines(plan, { box, cell, role, shown, top }, first.page);
  return shown.length;
}

interface ShownLines {
  readonly box: PlacedCell;
  readonly cell: DraftCell;
  readonly role: TextRole;
  readonly shown: readonly string[];
  readonly top: number;
}

function placeLines({ look, lineHeight }: Plan, { box, cell, role, shown, top }: ShownLines, page: LaidOutPage): void {
  const align = cell.role === 'figure' ? look.figures : cell.role === 'label' && cell.rowSpan === 1 ? 'left' : 'center';
  for (const [at, text] of shown.entries()) {
    if (text === '') continue;
    const inner = box.x1 - box.x0 - 2 * look.paddingX;
    const spareX = inner - widthOf(text, role, look) * look.tableSize;
    const shift = align === 'left' ? 0 : align === 'right' ? spareX : spareX / 2;
    // The baseline of a Chinese font stands 0.12 em above the bottom of its characters.
    const y = top + at * lineHeight + (lineHeight + look.tableSize) / 2 - 0.12 * look.tableSize;
    page.lines.push({ text, x: box.x0 + look.paddingX + shift, y, size: look.tableSize, role, cell: box });
  }
}

/** Empty lines above a cell's text that hold it in the middle of a row that the page cuts. */
const above = (own: number, most: number, look: LayoutLook): string[] =>
  Array.from({ length: look.vertical === 'middle' ? Math.max(0, Math.round((most - own) / 2)) : 0 }, () => '');

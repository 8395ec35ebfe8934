import type { Box } from '../../../parsers/document/document.ts';
import type { PageBuilder } from './page-builder.ts';

export interface TableDrawing {
  /** Column and row boundaries, in points. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Merged cells; every other square is a cell of its own. */
  readonly merged?: readonly CellDrawing[];
  readonly style?: TableStyle;
  /** Thickness of the lines in points, and the em that gaps and dashes are measured in. */
  readonly thickness?: number;
  readonly em?: number;
  /** Sides of the table that have no line, their ends sticking out there as open tables' do. */
  readonly open?: readonly Side[];
}

export interface CellDrawing {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export type Side = 'left' | 'top' | 'right' | 'bottom';

interface Piece {
  readonly axis: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Pen {
  readonly page: PageBuilder;
  readonly thickness: number;
  readonly em: number;
}

/** Draws each line of the table as one piece, from end to end. */
const LINE_STYLES = {
  strokes: drawStroke,
  'dashed strokes': (pen: Pen, piece: Piece) => drawStroke(pen, piece, true),
  'thin fills': drawThinFill,
  dashes: drawDashes,
  dots: drawDots,
  squares: drawSquares,
  double: drawDouble,
  slanted: drawSlanted,
} as const;

/** Draws each side of each square as a piece of its own. */
const PIECE_STYLES = {
  'stroke pieces': drawStroke,
  'gaps at crossings': drawWithGaps,
  'off by a little': drawOffByALittle,
  mitred: drawMitred,
  'fills with corners': drawWithCorners,
} as const;

/** Draws each cell. */
const CELL_STYLES = {
  'cell frames': (pen: Pen, box: Box) => pen.page.frame(box, { width: pen.thickness }),
  rings: drawRing,
  separate: (pen: Pen, box: Box) => pen.page.frame(inset(box, pen.em * 0.1), { width: pen.thickness }),
  'shaded with gaps': (pen: Pen, box: Box) => pen.page.fill(inset(box, pen.em * 0.06), { rgb: 0xc6d9f1 }),
} as const;

export type TableStyle =
  | keyof typeof LINE_STYLES
  | keyof typeof PIECE_STYLES
  | keyof typeof CELL_STYLES
  | 'white on fill'
  | 'white on shading';

export const TABLE_STYLES: readonly TableStyle[] = [
  ...(Object.keys(LINE_STYLES) as (keyof typeof LINE_STYLES)[]),
  ...(Object.keys(PIECE_STYLES) as (keyof typeof PIECE_STYLES)[]),
  ...(Object.keys(CELL_STYLES) as (keyof typeof CELL_STYLES)[]),
  'white on fill',
  'white on shading',
];

/** The styles that can leave a side of the table open. */
export const OPEN_STYLES: readonly TableStyle[] = [
  ...(Object.keys(LINE_STYLES) as (keyof typeof LINE_STYLES)[]),
  ...(Object.keys(PIECE_STYLES) as (keyof typeof PIECE_STYLES)[]),
];

/** Draws a table's lines in one of the ways that programs draw them. */
export function drawTable(page: PageBuilder, table: TableDrawing): PageBuilder {
  const style = table.style ?? 'strokes';
  const em = table.em ?? 10.5;
  const pen: Pen = { page, em, thickness: table.thickness ?? em * 0.05 };
  if (style in LINE_STYLES) {
    for (const line of joined(sides(table))) LINE_STYLES[style as keyof typeof LINE_STYLES](pen, line);
  } else if (style in PIECE_STYLES) {
    for (const piece of sides(table)) PIECE_STYLES[style as keyof typeof PIECE_STYLES](pen, piece);
  } else if (style === 'white on shading') {
    page.fill(tableBox(table), { rgb: 0xc6d9f1 });
    for (const line of joined(sides(table))) drawStroke({ ...pen, thickness: em * 0.1 }, line, false, 0xffffff);
  } else if (style === 'white on fill') {
    page.fill(inset(tableBox(table), -pen.thickness / 2));
    for (const cell of cellsOf(table)) page.fill(inset(cellBox(table, cell), pen.thickness / 2), { rgb: 0xffffff });
  } else {
    for (const cell of cellsOf(table)) CELL_STYLES[style as keyof typeof CELL_STYLES](pen, cellBox(table, cell));
  }
  return page;
}

/** Every cell of the table by row, then column. */
export function cellsOf({ xs, ys, merged = [] }: TableDrawing): CellDrawing[] {
  const taken = new Set(merged.flatMap((cell) => squaresOf(cell)));
  const cells = [...merged];
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (!taken.has(`${row} ${column}`)) cells.push({ row, column, rowSpan: 1, columnSpan: 1 });
    }
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function cellBox({ xs, ys }: TableDrawing, cell: CellDrawing): Box {
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  return [
    at(xs, cell.column),
    at(ys, cell.row),
    at(xs, cell.column + cell.columnSpan),
    at(ys, cell.row + cell.rowSpan),
  ];
}

function tableBox({ xs, ys }: TableDrawing): Box {
  return [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
}

function squaresOf({ row, column, rowSpan, columnSpan }: CellDrawing): string[] {
  return Array.from({ length: rowSpan * columnSpan }, (_, i) => {
    return `${row + Math.floor(i / columnSpan)} ${column + (i % columnSpan)}`;
  });
}

/** The sides of all squares that are sides of cells, each once. */
function sides(table: TableDrawing): Piece[] {
  const { xs, ys, open = [] } = table;
  const pieces = new Map<string, Piece>();
  const add = (piece: Piece) => pieces.set(`${piece.axis} ${piece.at} ${piece.from}`, piece);
  for (const cell of cellsOf(table)) {
    const [x0, y0, x1, y1] = cellBox(table, cell);
    const across = xs.filter((x) => x >= x0 && x <= x1);
    const down = ys.filter((y) => y >= y0 && y <= y1);
    for (let i = 1; i < across.length; i++) {
      for (const at of [y0, y1]) add({ axis: 'horizontal', at, from: across[i - 1] ?? 0, to: across[i] ?? 0 });
    }
    for (let i = 1; i < down.length; i++) {
      for (const at of [x0, x1]) add({ axis: 'vertical', at, from: down[i - 1] ?? 0, to: down[i] ?? 0 });
    }
  }
  const [x0, y0, x1, y1] = tableBox(table);
  const gone = new Map<Side, Pick<Piece, 'axis' | 'at'>>([
    ['left', { axis: 'vertical', at: x0 }],
    ['right', { axis: 'vertical', at: x1 }],
    ['top', { axis: 'horizontal', at: y0 }],
    ['bottom', { axis: 'horizontal', at: y1 }],
  ]);
  const left = open.map((side) => gone.get(side));
  return [...pieces.values()].filter((piece) => !left.some((one) => one?.axis === piece.axis && one.at === piece.at));
}

/** Pieces on one line that meet, as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.axis.localeCompare(b.axis) || a.at - b.at || a.from - b.from);
  const lines: Piece[] = [];
  for (const piece of sorted) {
    const last = lines.at(-1);
    if (last && last.axis === piece.axis && last.at === piece.at && last.to === piece.from) {
      lines[lines.length - 1] = { ...last, to: piece.to };
    } else lines.push(piece);
  }
  return lines;
}

function drawStroke({ page, thickness }: Pen, piece: Piece, dashed = false, rgb = 0): void {
  const { at, from, to } = piece;
  page.line(piece.axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to], { width: thickness, dashed, rgb });
}

function bar(piece: Piece, thickness: number): Box {
  const half = thickness / 2;
  return piece.axis === 'horizontal'
    ? [piece.from, piece.at - half, piece.to, piece.at + half]
    : [piece.at - half, piece.from, piece.at + half, piece.to];
}

function drawThinFill({ page, thickness }: Pen, piece: Piece): void {
  page.fill(bar(piece, thickness));
}

function drawDashes(pen: Pen, piece: Piece): void {
  const dash = pen.em * 0.3;
  for (let from = piece.from; from < piece.to; from += dash * 2) {
    drawThinFill(pen, { ...piece, from, to: Math.min(piece.to, from + dash) });
  }
}

function drawDots({ page, em, thickness }: Pen, piece: Piece): void {
  for (let at = piece.from; at <= piece.to; at += em * 0.2) {
    const [x, y] = piece.axis === 'horizontal' ? [at, piece.at] : [piece.at, at];
    page.dot(x, y, thickness);
  }
}

/** Strokes of no length with square ends, and little filled squares, by turns. */
function drawSquares({ page, em, thickness }: Pen, piece: Piece): void {
  let stroked = false;
  for (let at = piece.from; at <= piece.to; at += em * 0.2) {
    const [x, y] = piece.axis === 'horizontal' ? [at, piece.at] : [piece.at, at];
    if (stroked) page.line([x, y, x, y], { width: thickness });
    else page.fill([x - thickness / 2, y - thickness / 2, x + thickness / 2, y + thickness / 2]);
    stroked = !stroked;
  }
}

function drawDouble(pen: Pen, piece: Piece): void {
  for (const offset of [-0.12, 0.12]) drawStroke(pen, { ...piece, at: piece.at + offset * pen.em });
}

/** Turned by a tenth of a degree, as in a page that went through a scanner's straightening. */
function drawSlanted({ page, thickness }: Pen, piece: Piece): void {
  const { at, from, to } = piece;
  const rise = ((to - from) * 0.1 * Math.PI) / 180 / 2;
  const points = piece.axis === 'horizontal' ? [from, at - rise, to, at + rise] : [at + rise, from, at - rise, to];
  page.line(points, { width: thickness });
}

function drawWithGaps(pen: Pen, piece: Piece): void {
  const gap = Math.min(pen.em * 0.1, (piece.to - piece.from) / 10);
  drawStroke(pen, { ...piece, from: piece.from + gap, to: piece.to - gap });
}

function drawOffByALittle(pen: Pen, piece: Piece): void {
  // Which way depends on the place only, so that the drawing is the same each time.
  const off = ((Math.round(piece.from + piece.at) % 3) - 1) * pen.em * 0.09;
  drawStroke(pen, { ...piece, at: piece.at + off });
}

/** The two halves of the border of neighbouring cells as trapezoids, as browsers draw them. */
function drawMitred({ page, thickness }: Pen, { axis, at, from, to }: Piece): void {
  for (const side of [-1, 1]) {
    const edge = at + side * thickness;
    const [a, b] = [from + thickness, to - thickness];
    page.polygon(axis === 'horizontal' ? [from, at, to, at, b, edge, a, edge] : [at, from, at, to, edge, b, edge, a]);
  }
}

function drawWithCorners(pen: Pen, piece: Piece): void {
  const { page, thickness } = pen;
  const half = thickness / 2;
  drawThinFill(pen, { ...piece, from: piece.from + half, to: piece.to - half });
  for (const end of [piece.from, piece.to]) {
    const [x, y] = piece.axis === 'horizontal' ? [end, piece.at] : [piece.at, end];
    page.fill([x - half, y - half, x + half, y + half]);
  }
}

function drawRing({ page, thickness }: Pen, box: Box): void {
  page.ring(inset(box, -thickness / 2), inset(box, thickness / 2));
}

function inset([x0, y0, x1, y1]: Box, by: number): Box {
  return [x0 + by, y0 + by, x1 - by, y1 - by];
}

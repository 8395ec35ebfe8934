import { type Edge, edgesOf, isLevel, linesOf } from './edges.ts';
import type { LaidOutPage, PlacedCell } from './layout.ts';
import type { Pen } from './pen.ts';

/** Draws the borders of one table's appearance on a page. */
type DrawRulings = (pen: Pen, cells: readonly PlacedCell[], em: number) => void;

const stroke = (pen: Pen, { x0, y0, x1, y1 }: Edge): string => `${pen.point(x0, y0)} m ${pen.point(x1, y1)} l S`;

function strokes(width: number, edges: (cells: readonly PlacedCell[]) => Edge[], before = ''): DrawRulings {
  return (pen, cells) => {
    pen.put('q', `${pen.length(width)} w ${before}`, ...edges(cells).map((edge) => stroke(pen, edge)), 'Q');
  };
}

/** As Word prints: a thin rectangle for each side of each cell, and a square at each corner. */
const word: DrawRulings = (pen, cells) => {
  const thickness = 0.48;
  const half = thickness / 2;
  for (const edge of edgesOf(cells)) {
    const { x0, y0, x1, y1 } = edge;
    const inner = isLevel(edge) ? { ...edge, x0: x0 + half, x1: x1 - half } : { ...edge, y0: y0 + half, y1: y1 - half };
    const grow = isLevel(edge) ? ([0, half] as const) : ([half, 0] as const);
    pen.put(`${pen.rectangle(inner.x0 - grow[0], inner.y0 - grow[1], inner.x1 + grow[0], inner.y1 + grow[1])} f`);
    pen.put(`${pen.rectangle(x0 - half, y0 - half, x0 + half, y0 + half)} f`);
    pen.put(`${pen.rectangle(x1 - half, y1 - half, x1 + half, y1 + half)} f`);
  }
};

/** As WPS prints: each border as two rectangles that adjoin along it, in sides of each cell. */
const wps: DrawRulings = (pen, cells) => {
  for (const edge of edgesOf(cells)) {
    const { x0, y0, x1, y1 } = edge;
    const [dx, dy] = isLevel(edge) ? [0, 0.5] : [0.5, 0];
    pen.put(`${pen.rectangle(x0, y0, x1 + dx, y1 + dy)} f*`, `${pen.rectangle(x0 - dx, y0 - dy, x1, y1)} f*`);
  }
};

const double: DrawRulings = (pen, cells) => {
  pen.put('q', `${pen.length(0.4)} w`);
  for (const { x0, y0, x1, y1 } of linesOf(cells)) {
    const [dx, dy] = y0 === y1 ? [0, 0.8] : [0.8, 0];
    for (const side of [-1, 1])
      pen.put(stroke(pen, { x0: x0 + side * dx, y0: y0 + side * dy, x1: x1 + side * dx, y1: y1 + side * dy }));
  }
  pen.put('Q');
};

/** Every cell a ring: two rectangles, filled by the even-odd rule. */
const rings: DrawRulings = (pen, cells) => {
  for (const { x0, y0, x1, y1 } of cells) {
    const outer = pen.rectangle(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3);
    pen.put(`${outer} ${pen.rectangle(x0 + 0.3, y0 + 0.3, x1 - 0.3, y1 - 0.3)} f*`);
  }
};

/** Borders of little rectangles: `on` and `off` in points. */
function pieces(on: number, off: number, thickness: number): DrawRulings {
  return (pen, cells) => {
    for (const edge of linesOf(cells)) {
      const length = Math.max(edge.x1 - edge.x0, edge.y1 - edge.y0);
      for (let at = 0; at < length; at += on + off) {
        const to = Math.min(at + on, length);
        const { x0, y0 } = edge;
        const piece = isLevel(edge) ? [x0 + at, y0, x0 + to, y0] : [x0, y0 + at, x0, y0 + to];
        const [px0 = 0, py0 = 0, px1 = 0, py1 = 0] = piece;
        const [dx, dy] = isLevel(edge) ? [0, thickness / 2] : [thickness / 2, 0];
        pen.put(`${pen.rectangle(px0 - dx, py0 - dy, px1 + dx, py1 + dy)} f`);
      }
    }
  };
}

/** Sides that stop short of the crossings. */
const gaps: DrawRulings = (pen, cells, em) => {
  const gap = 0.15 * em;
  const shorter = edgesOf(cells).map((edge) =>
    isLevel(edge)
      ? { ...edge, x0: edge.x0 + gap, x1: edge.x1 - gap }
      : { ...edge, y0: edge.y0 + gap, y1: edge.y1 - gap },
  );
  pen.put('q', `${pen.length(0.5)} w`, ...shorter.map((edge) => stroke(pen, edge)), 'Q');
};

const leftOf = (cells: readonly PlacedCell[]) => Math.min(...cells.map(({ x0 }) => x0));
const rightOf = (cells: readonly PlacedCell[]) => Math.max(...cells.map(({ x1 }) => x1));

const withoutSides = (cells: readonly PlacedCell[]): Edge[] =>
  linesOf(cells).filter((edge) => isLevel(edge) || (edge.x0 > leftOf(cells) + 0.01 && edge.x0 < rightOf(cells) - 0.01));
const withoutFrame = (cells: readonly PlacedCell[]): Edge[] => {
  const top = Math.min(...cells.map(({ y0 }) => y0));
  const foot = Math.max(...cells.map(({ y1 }) => y1));
  return withoutSides(cells).filter((edge) => !isLevel(edge) || (edge.y0 > top + 0.01 && edge.y0 < foot - 0.01));
};

const fills = (colour: string, inset: number): DrawRulings => {
  return (pen, cells) => {
    for (const { x0, y0, x1, y1 } of cells)
      pen.put(`q ${colour} rg ${pen.rectangle(x0 + inset, y0 + inset, x1 - inset, y1 - inset)} f Q`);
  };
};

const whiteOnShade: DrawRulings = (pen, cells, em) => {
  fills('0.86 0.9 0.95', 0)(pen, cells, em);
  strokes(1, linesOf, '1 1 1 RG')(pen, cells, em);
};

/** No lines at all: what shows between the cells is the ground behind them. */
const grounds: DrawRulings = (pen, cells, em) => {
  const y = cells.flatMap(({ y0, y1 }) => [y0, y1]);
  pen.put(`${pen.rectangle(leftOf(cells), Math.min(...y), rightOf(cells), Math.max(...y))} f`);
  fills('1 1 1', 0.4)(pen, cells, em);
};

const rectangles: DrawRulings = (pen, cells) => {
  pen.put('q', `${pen.length(0.5)} w`, ...cells.map((c) => `${pen.rectangle(c.x0, c.y0, c.x1, c.y1)} S`), 'Q');
};

const level = (cells: readonly PlacedCell[]): Edge[] => linesOf(cells).filter(isLevel);
/** Under the figures' rows only: the lines of a group's label do not reach over it. */
const threeLines = (cells: readonly PlacedCell[]): Edge[] => {
  const ys = cells.flatMap(({ y0, y1 }) => [y0, y1]);
  const [x0, x1] = [leftOf(cells), rightOf(cells)];
  const underHeader = Math.min(...cells.filter(({ figure }) => figure).map(({ y0 }) => y0), Math.max(...ys));
  return [Math.min(...ys), underHeader, Math.max(...ys)].map((y) => ({ x0, x1, y0: y, y1: y }));
};

export const RULINGS = {
  rectangles,
  lines: strokes(0.5, linesOf),
  sides: strokes(0.75, edgesOf),
  hairlines: strokes(0, linesOf),
  thick: strokes(1.5, linesOf),
  grey: strokes(0.5, linesOf, '0.6 0.6 0.6 RG'),
  word,
  wps,
  double,
  rings,
  dashes: (pen, cells, em) =>
    strokes(0.5, linesOf, `[${pen.length(0.3 * em)} ${pen.length(0.2 * em)}] 0 d`)(pen, cells, em),
  // Dashes of no length with round ends are dots.
  'round dots': (pen, cells, em) => strokes(0.8, linesOf, `1 J [0 ${pen.length(1.6)}] 0 d`)(pen, cells, em),
  'dash rectangles': pieces(3, 2, 0.5),
  dots: pieces(0.7, 0.9, 0.7),
  gaps,
  'sides missing': strokes(0.5, withoutSides),
  'frame missing': strokes(0.5, withoutFrame),
  'white on shade': whiteOnShade,
  grounds,
  none: () => {},
  'horizontal only': strokes(0.5, level),
  'three lines': strokes(1, threeLines),
} satisfies Readonly<Record<string, DrawRulings>>;

export type RulingsId = keyof typeof RULINGS;

/** Draws all rulings of a page, and the shades behind titles and headers. */
export function drawRulings(pen: Pen, page: LaidOutPage, id: RulingsId, shaded: boolean, em: number): void {
  const draw: DrawRulings = RULINGS[id];
  const tables = new Set(page.cells.map(({ table }) => table));
  const isShaded = ({ role }: PlacedCell) => role === 'band-title' || role === 'header';
  for (const table of tables) {
    const cells = page.cells.filter((cell) => cell.table === table);
    const shade = () => fills('0.776 0.851 0.945', 0.3)(pen, cells.filter(isShaded), em);
    // Fills that make the borders would cover a shade below them.
    const isFilled = id === 'grounds' || id === 'white on shade';
    if (shaded && !isFilled) shade();
    pen.put('0 g');
    draw(pen, cells, em);
    if (shaded && id === 'grounds') shade();
  }
}

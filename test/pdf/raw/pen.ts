/** `[a, b, c, d, e, f]`: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** How the space of the layout is put on the page. */
export interface Frame {
  readonly height: number;
  /** Units of user space to a point of the layout: browsers and WPS draw in tenths or twentieths. */
  readonly unit: number;
  /** User space runs downwards, as browsers have it. */
  readonly flipped: boolean;
  /** From the upright page, y upwards, to the page as the file has it. */
  readonly placement: Matrix;
  /** The placement is in every coordinate and text matrix, instead of in one `cm`. */
  readonly baked: boolean;
}

/** Writes operators in the coordinates of a layout: points from the top left corner, y downwards. */
export interface Pen {
  readonly operators: string[];
  put(...operators: string[]): void;
  point(x: number, y: number): string;
  length(points: number): string;
  /** The six numbers of a text matrix at this place, `grown` times as large as the font size says. */
  textMatrix(x: number, y: number, grown?: number, angle?: number): string;
  rectangle(x0: number, y0: number, x1: number, y1: number): string;
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

export const show = (value: number): string => String(Math.round(value * 1000) / 1000);
export const matrixText = (matrix: Matrix): string =>
  matrix.map((value) => String(Math.round(value * 1e6) / 1e6)).join(' ');

/** From the layout to the space in which coordinates are written, and what the page has to put before them. */
function matricesOf({ height, unit, flipped, placement, baked }: Frame): { own: Matrix; before: Matrix } {
  const upright: Matrix = [1, 0, 0, -1, 0, height];
  if (baked) return { own: multiply(upright, placement), before: [1, 0, 0, 1, 0, 0] };
  const own: Matrix = flipped ? [unit, 0, 0, unit, 0, 0] : [unit, 0, 0, -unit, 0, height * unit];
  const back: Matrix = flipped ? [1 / unit, 0, 0, -1 / unit, 0, height] : [1 / unit, 0, 0, 1 / unit, 0, 0];
  return { own, before: multiply(back, placement) };
}

export function newPen(frame: Frame): Pen {
  const { own, before } = matricesOf(frame);
  const operators: string[] = frame.baked ? [] : [`${matrixText(before)} cm`];
  const size = Math.hypot(own[0], own[1]);
  const map = (x: number, y: number): readonly [number, number] => [
    own[0] * x + own[2] * y + own[4],
    own[1] * x + own[3] * y + own[5],
  ];
  return {
    operators,
    put: (...further) => {
      operators.push(...further);
    },
    point: (x, y) => map(x, y).map(show).join(' '),
    length: (points) => show(points * size),
    textMatrix(x, y, grown = 1, angle = 0) {
      const [cos, sin] = [Math.cos(angle) * grown, Math.sin(angle) * grown];
      // Characters stand upright in the layout, whose y runs downwards.
      const glyph: Matrix = [cos, -sin, -sin, -cos, x, y];
      const [a, b, c, d, e, f] = multiply(glyph, own);
      return (
        [a / size, b / size, c / size, d / size].map((v) => String(Math.round(v * 1e5) / 1e5)).join(' ') +
        ` ${show(e)} ${show(f)}`
      );
    },
    rectangle(x0, y0, x1, y1) {
      const [ax, ay] = map(x0, y0);
      const [bx, by] = map(x1, y1);
      return `${show(Math.min(ax, bx))} ${show(Math.min(ay, by))} ${show(Math.abs(bx - ax))} ${show(Math.abs(by - ay))} re`;
    },
  };
}

/** The operators of a line between two points. */
export const strokeLine = (pen: Pen, x0: number, y0: number, x1: number, y1: number): string =>
  `${pen.point(x0, y0)} m ${pen.point(x1, y1)} l S`;

import type { Box } from '../../document/document.ts';
import type { DrawingBudget } from './drawing-budget.ts';
import type { GraphicsStack } from './graphics-stack.ts';
import type { Subpath } from './page-content.ts';

interface OpenSubpath {
  readonly points: number[];
  closed: boolean;
  curved: boolean;
}

/** The current path (ISO 32000-1, 8.5.2), taken into the space of the page as it is built. */
export class PathRecorder {
  private subpaths: OpenSubpath[] = [];
  private open: OpenSubpath | null = null;
  private readonly graphics: GraphicsStack;
  private readonly budget: DrawingBudget;

  constructor(graphics: GraphicsStack, budget: DrawingBudget) {
    this.graphics = graphics;
    this.budget = budget;
  }

  moveTo(x: number, y: number): void {
    this.open = { points: [], closed: false, curved: false };
    this.subpaths.push(this.open);
    this.add(this.open, x, y);
  }

  lineTo(x: number, y: number): void {
    this.add(this.subpath(), x, y);
  }

  /** A curve is given by its end; where it bulges is not recorded. */
  curveTo(x: number, y: number): void {
    const subpath = this.subpath();
    subpath.curved = true;
    this.add(subpath, x, y);
  }

  closePath(): void {
    if (this.open !== null) this.open.closed = true;
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  /** Bounding box of every point set, or nothing when there is none. */
  bounds(): Box | null {
    let x0 = Infinity;
    let y0 = Infinity;
    let x1 = -Infinity;
    let y1 = -Infinity;
    for (const { points } of this.subpaths) {
      for (let at = 0; at + 1 < points.length; at += 2) {
        const x = points[at] as number;
        const y = points[at + 1] as number;
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
    }
    return x0 <= x1 ? [x0, y0, x1, y1] : null;
  }

  /** The path without subpaths of one point, which show nothing; the next one begins. */
  take(): readonly Subpath[] {
    const taken = this.subpaths.filter((subpath) => subpath.points.length > 2);
    this.subpaths = [];
    this.open = null;
    return taken;
  }

  /** The subpath to go on with: after closing, a new one from where the closed one began. */
  private subpath(): OpenSubpath {
    if (this.open?.closed) {
      const [x, y] = this.open.points;
      this.open = { points: x === undefined || y === undefined ? [] : [x, y], closed: false, curved: false };
      this.subpaths.push(this.open);
    }
    if (this.open === null) {
      this.open = { points: [], closed: false, curved: false };
      this.subpaths.push(this.open);
    }
    return this.open;
  }

  private add(subpath: OpenSubpath, x: number, y: number): void {
    this.budget.takePoint();
    const m = this.graphics.current.matrix;
    const pageX = m[0] * x + m[2] * y + m[4];
    const pageY = m[1] * x + m[3] * y + m[5];
    // Numbers beyond all bounds multiply to infinity; nothing there shows.
    if (Number.isFinite(pageX) && Number.isFinite(pageY)) subpath.points.push(pageX, pageY);
  }
}

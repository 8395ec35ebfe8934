import type { DrawingBudget } from './drawing-budget.ts';
import type { GraphicsStack, RecordedFont } from './graphics-stack.ts';
import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import type { Glyph } from './page-content.ts';
import { uprightOf } from './upright.ts';

/** What a font says of one character code. Lengths in thousandths of an em. */
export interface ShownGlyph {
  /** Empty where the font does not say. */
  readonly text: string;
  /** Horizontal advance. */
  readonly width: number;
  /** Word spacing applies: a single-byte code 32. */
  readonly isWordSpace: boolean;
  /** In a vertical font; without it 880 above the baseline, over the middle, 1000 downwards (ISO 32000-1, 9.7.4.3). */
  readonly vertical: VerticalMetrics | null;
}

export interface VerticalMetrics {
  /** w1: negative goes down. */
  readonly advance: number;
  /** The position vector v: from the origin of horizontal writing to that of vertical writing. */
  readonly originX: number;
  readonly originY: number;
}

/** Height over the baseline of the vertical origin of a character with no metrics of its own. */
const VERTICAL_ORIGIN = 880;

const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);

/** Of a render mode: painted by the stroke colour alone. */
const STROKED_MODES: ReadonlySet<number> = new Set([1, 5]);

/** What all glyphs of a run share: the rendering matrix without its translation, and what follows from it. */
interface Run {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly upX: number;
  readonly upY: number;
  readonly size: number;
  readonly shows: boolean;
}

/** The text state's matrices and the text-showing operators (ISO 32000-1, 9.3 and 9.4). */
export class TextRecorder {
  readonly glyphs: Glyph[] = [];
  /** What is shown now is not to be seen, whatever its render mode. */
  hidden = false;
  private matrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;
  private runs = 0;
  private run: Run = { a: 0, b: 0, c: 0, d: 0, upX: 0, upY: -1, size: 0, shows: false };
  private readonly graphics: GraphicsStack;
  private readonly budget: DrawingBudget;
  private readonly nextOrder: () => number;

  constructor(graphics: GraphicsStack, budget: DrawingBudget, nextOrder: () => number) {
    this.graphics = graphics;
    this.budget = budget;
    this.nextOrder = nextOrder;
  }

  /** BT. What ET would do is left out: with clipping to text (modes 4 to 7), what follows counts as shown. */
  begin(): void {
    this.setMatrix(IDENTITY);
  }

  setFont(font: RecordedFont, size: number): void {
    this.graphics.current.font = font;
    this.graphics.current.fontSize = size;
  }

  setCharSpacing(spacing: number): void {
    this.graphics.current.charSpacing = spacing;
  }

  setWordSpacing(spacing: number): void {
    this.graphics.current.wordSpacing = spacing;
  }

  /** @param scale 1 for 100 % */
  setHorizontalScale(scale: number): void {
    this.graphics.current.horizontalScale = scale;
  }

  setLeading(leading: number): void {
    this.graphics.current.leading = leading;
  }

  setRise(rise: number): void {
    this.graphics.current.rise = rise;
  }

  setRenderMode(mode: number): void {
    this.graphics.current.renderMode = mode;
  }

  /** Tm. */
  setMatrix(matrix: Matrix): void {
    this.matrix = matrix;
    this.lineMatrix = matrix;
  }

  /** Td. */
  move(x: number, y: number): void {
    this.setMatrix(multiply([1, 0, 0, 1, x, y], this.lineMatrix));
  }

  /** T*. */
  nextLine(): void {
    this.move(0, -this.graphics.current.leading);
  }

  /** One text-showing operator: glyphs, and between them adjustments in thousandths of an em, as in an array of TJ. */
  show(items: readonly (ShownGlyph | number)[]): void {
    this.beginRun();
    for (const item of items) {
      if (typeof item === 'number') this.adjust(item);
      else this.showGlyph(item);
    }
  }

  /** Begins a text-showing operator whose parts follow by {@link showGlyph} and {@link adjust}. */
  beginRun(): void {
    this.runs += 1;
    const { fontSize, horizontalScale, renderMode, matrix } = this.graphics.current;
    const [a, b, c, d] = multiply(this.matrix, matrix);
    const upright = uprightOf(
      a * fontSize * horizontalScale,
      b * fontSize * horizontalScale,
      c * fontSize,
      d * fontSize,
    );
    this.run = { a, b, c, d, ...upright, shows: upright.size > 0 && !INVISIBLE_MODES.has(renderMode) };
  }

  /** Moves back by thousandths of an em. */
  adjust(thousandths: number): void {
    const { fontSize, horizontalScale, font } = this.graphics.current;
    const length = (-thousandths / 1000) * fontSize;
    if (font?.vertical) this.advance(0, length);
    else this.advance(length * horizontalScale, 0);
  }

  showGlyph(glyph: ShownGlyph): void {
    const state = this.graphics.current;
    const spacing = state.charSpacing + (glyph.isWordSpace ? state.wordSpacing : 0);
    const em = state.fontSize / 1000;
    if (state.font?.vertical) {
      const length = (glyph.vertical?.advance ?? -1000) * em;
      const { originX, originY } = glyph.vertical ?? { originX: glyph.width / 2, originY: VERTICAL_ORIGIN };
      const offX = (glyph.width / 2 - originX) * em * state.horizontalScale;
      this.record(glyph.text, offX, (VERTICAL_ORIGIN - originY) * em + state.rise, 0, length);
      this.advance(0, length + spacing);
    } else {
      const length = glyph.width * em * state.horizontalScale;
      this.record(glyph.text, 0, state.rise, length, 0);
      this.advance(length + spacing * state.horizontalScale, 0);
    }
  }

  /** Offset and extent in text space. */
  private record(text: string, offX: number, offY: number, alongX: number, alongY: number): void {
    this.budget.takeGlyph();
    const state = this.graphics.current;
    const { a, b, c, d, upX, upY, size, shows } = this.run;
    const [, , , , textX, textY] = this.matrix;
    const m = state.matrix;
    const x = m[0] * textX + m[2] * textY + m[4] + a * offX + c * offY;
    const y = m[1] * textX + m[3] * textY + m[5] + b * offX + d * offY;
    const dx = a * alongX + c * alongY;
    const dy = b * alongX + d * alongY;
    const order = this.nextOrder();
    // Numbers beyond all bounds multiply to infinity; nothing there shows.
    if (!Number.isFinite(x + y + dx + dy)) return;
    this.glyphs.push({
      text,
      x,
      y,
      dx,
      dy,
      upX,
      upY,
      size,
      vertical: state.font?.vertical ?? false,
      font: state.font?.name ?? '',
      invisible: !shows || this.hidden,
      paint: STROKED_MODES.has(state.renderMode) ? state.stroke : state.fill,
      clip: state.clip,
      order,
      run: this.runs,
    });
  }

  private advance(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a, b, c, d, e + a * x + c * y, f + b * x + d * y];
  }
}

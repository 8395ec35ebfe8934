import { LIMITS } from '../../bytes/limits.ts';
import type { Box } from '../../document/document.ts';
import { PdfTrouble } from '../file/pdf-trouble.ts';
import type { ColourSpace } from './colour-space.ts';
import { type Matrix, multiply } from './matrix.ts';
import type { Paint } from './page-content.ts';

/** What the recorder has to know of a font. */
export interface RecordedFont {
  /** As the font calls itself, without the subset tag. */
  readonly name: string;
  /** Writing mode 1. */
  readonly vertical: boolean;
}

const BLACK: Paint = { rgb: 0, alpha: 1 };

/** The graphics state (ISO 32000-1, 8.4.1), as far as it decides what stands where and whether it shows. */
export class GraphicsState {
  matrix: Matrix;
  /** In the space of the page. One without area hides everything. */
  clip: Box;
  fill: Paint = BLACK;
  stroke: Paint = BLACK;
  lineWidth = 1;
  dashed = false;
  font: RecordedFont | null = null;
  fontSize = 0;
  charSpacing = 0;
  wordSpacing = 0;
  /** 1 for 100 %. */
  horizontalScale = 1;
  leading = 0;
  rise = 0;
  renderMode = 0;
  /** For an engine that resolves colours itself: nothing is DeviceGray. */
  fillSpace: ColourSpace | null = null;
  strokeSpace: ColourSpace | null = null;
  /** A soft mask may hide what is painted. */
  softMasked = false;

  constructor(matrix: Matrix, clip: Box) {
    this.matrix = matrix;
    this.clip = clip;
  }

  copy(): GraphicsState {
    const copy = new GraphicsState(this.matrix, this.clip);
    copy.fill = this.fill;
    copy.stroke = this.stroke;
    copy.lineWidth = this.lineWidth;
    copy.dashed = this.dashed;
    copy.font = this.font;
    copy.fontSize = this.fontSize;
    copy.charSpacing = this.charSpacing;
    copy.wordSpacing = this.wordSpacing;
    copy.horizontalScale = this.horizontalScale;
    copy.leading = this.leading;
    copy.rise = this.rise;
    copy.renderMode = this.renderMode;
    copy.fillSpace = this.fillSpace;
    copy.strokeSpace = this.strokeSpace;
    copy.softMasked = this.softMasked;
    return copy;
  }
}

/** Saved graphics states. A form cannot restore what was saved outside it, and need not restore what it saved. */
export class GraphicsStack {
  current: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private readonly formDepths: number[] = [];

  constructor(initial: GraphicsState) {
    this.current = initial;
  }

  /** @throws PdfTrouble `too-complex` above LIMITS.pdfSavedStates */
  save(): void {
    if (this.saved.length >= LIMITS.pdfSavedStates) throw new PdfTrouble('too-complex', 'saved-states');
    this.saved.push(this.current.copy());
  }

  /** Does nothing where nothing was saved. */
  restore(): void {
    if (this.saved.length > (this.formDepths.at(-1) ?? 0)) this.pop();
  }

  beginForm(): void {
    this.save();
    this.formDepths.push(this.saved.length);
  }

  endForm(): void {
    const depth = this.formDepths.pop();
    if (depth === undefined) return;
    while (this.saved.length >= depth) this.pop();
  }

  transform(matrix: Matrix): void {
    this.current.matrix = multiply(matrix, this.current.matrix);
  }

  /** Narrows the clip to what it shares with a box in the space of the page. */
  clipTo(box: Box): void {
    const clip = this.current.clip;
    const x0 = Math.max(clip[0], box[0]);
    const y0 = Math.max(clip[1], box[1]);
    // Numbers beyond all bounds multiply to no number at all; nothing there shows.
    if (box.some(Number.isNaN)) this.current.clip = [0, 0, 0, 0];
    else this.current.clip = [x0, y0, Math.max(x0, Math.min(clip[2], box[2])), Math.max(y0, Math.min(clip[3], box[3]))];
  }

  private pop(): void {
    const state = this.saved.pop();
    if (state !== undefined) this.current = state;
  }
}

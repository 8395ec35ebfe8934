import type { Box } from '../../document/document.ts';
import type { DrawingBudget } from './drawing-budget.ts';
import { GraphicsStack, GraphicsState } from './graphics-stack.ts';
import { type Matrix, transformBox } from './matrix.ts';
import type { PageContent, PaintedPath, PlacedImage } from './page-content.ts';
import { pageSpace } from './page-space.ts';
import { PathRecorder } from './path-recorder.ts';
import { TextRecorder } from './text-recorder.ts';

/** Which page is recorded, and how it lies. */
export interface RecordedPage {
  /** From 1. */
  readonly page: number;
  /** The crop box in user space, normalised. */
  readonly box: Box;
  /** Degrees clockwise, a multiple of 90. */
  readonly rotate: number;
}

/**
 * The graphics and text machine of ISO 32000-1, chapters 8 and 9, as far as it decides what stands where: an engine
 * calls a method for each operator, `path` and `text` included, and gets what the page draws.
 */
export class PageRecorder {
  /** m l c v y h re. */
  readonly path: PathRecorder;
  /** BT to ET. */
  readonly text: TextRecorder;
  private readonly of: RecordedPage;
  private readonly graphics: GraphicsStack;
  private readonly budget: DrawingBudget;
  private readonly size: { readonly width: number; readonly height: number };
  private readonly paths: PaintedPath[] = [];
  private readonly images: PlacedImage[] = [];
  private clipPending = false;
  private hidden = false;
  private painted = 0;

  /** @param budget one for all pages of a file */
  constructor(of: RecordedPage, budget: DrawingBudget) {
    const { matrix, width, height } = pageSpace(of.box, of.rotate);
    this.of = of;
    this.budget = budget;
    this.size = { width, height };
    this.graphics = new GraphicsStack(new GraphicsState(matrix, [0, 0, width, height]));
    this.path = new PathRecorder(this.graphics, budget);
    this.text = new TextRecorder(this.graphics, budget, () => this.nextOrder());
  }

  /** The graphics state that is set now. */
  get state(): GraphicsState {
    return this.graphics.current;
  }

  /** Whether what follows belongs to a layer that is switched off: its text counts as invisible, the rest is left out. */
  hide(hidden: boolean): void {
    this.hidden = hidden;
    this.text.hidden = hidden;
  }

  /** q. */
  save(): void {
    this.graphics.save();
  }

  /** Q; nothing where nothing was saved. */
  restore(): void {
    this.graphics.restore();
  }

  /** cm. */
  transform(matrix: Matrix): void {
    this.graphics.transform(matrix);
  }

  setLineWidth(width: number): void {
    this.graphics.current.lineWidth = width;
  }

  setDashed(dashed: boolean): void {
    this.graphics.current.dashed = dashed;
  }

  /** @param rgb 0xRRGGBB, or nothing for a pattern */
  setFillColour(rgb: number | null): void {
    const state = this.graphics.current;
    if (state.fill.rgb !== rgb) state.fill = { rgb, alpha: state.fill.alpha };
  }

  setStrokeColour(rgb: number | null): void {
    const state = this.graphics.current;
    if (state.stroke.rgb !== rgb) state.stroke = { rgb, alpha: state.stroke.alpha };
  }

  setFillAlpha(alpha: number): void {
    const state = this.graphics.current;
    if (state.fill.alpha !== alpha) state.fill = { rgb: state.fill.rgb, alpha };
  }

  setStrokeAlpha(alpha: number): void {
    const state = this.graphics.current;
    if (state.stroke.alpha !== alpha) state.stroke = { rgb: state.stroke.rgb, alpha };
  }

  /** W and W*: takes effect with the painting operator that ends the path. */
  clip(): void {
    this.clipPending = true;
  }

  /** S f B and their like; closing is up to the caller. */
  paint(how: { readonly fill: boolean; readonly stroke: boolean; readonly evenOdd: boolean }): void {
    const { fill, stroke, clip, dashed } = this.graphics.current;
    const bounds = this.clipPending ? this.path.bounds() : null;
    const subpaths = this.path.take();
    if (subpaths.length > 0 && (how.fill || how.stroke) && !this.hidden) {
      this.paths.push({
        subpaths,
        fill: how.fill ? fill : null,
        evenOdd: how.evenOdd,
        stroke: how.stroke ? { ...stroke, width: this.strokeWidth(), dashed } : null,
        clip,
        order: this.nextOrder(),
      });
    }
    // Without a path there is nothing to clip to; other readers ignore the operator then, too.
    if (bounds !== null) this.graphics.clipTo(bounds);
    this.clipPending = false;
  }

  /** n. */
  endPath(): void {
    this.paint({ fill: false, stroke: false, evenOdd: false });
  }

  /** sh: paints the whole clip with a shading. */
  shade(): void {
    if (this.hidden) return;
    const { clip, fill } = this.graphics.current;
    this.budget.takePoint();
    this.paths.push({
      subpaths: [
        {
          points: [clip[0], clip[1], clip[2], clip[1], clip[2], clip[3], clip[0], clip[3]],
          closed: true,
          curved: false,
        },
      ],
      fill: { rgb: null, alpha: fill.alpha },
      evenOdd: false,
      stroke: null,
      clip,
      order: this.nextOrder(),
    });
  }

  /** An image, which fills the unit square; `seeThrough` when it is painted through a mask. */
  image(seeThrough = false): void {
    if (this.hidden) return;
    const { matrix, clip } = this.graphics.current;
    this.budget.takeImage();
    const box = transformBox(matrix, [0, 0, 1, 1]);
    if (!box.every(Number.isFinite)) return;
    const image = { box, clip, order: this.nextOrder() };
    this.images.push(seeThrough ? { ...image, seeThrough } : image);
  }

  /** Do of a form: saves the state, which {@link endForm} restores whatever the form saved or restored itself. */
  beginForm(matrix: Matrix, bbox: Box | null): void {
    this.graphics.beginForm();
    this.graphics.transform(matrix);
    if (bbox !== null) this.graphics.clipTo(transformBox(this.graphics.current.matrix, bbox));
  }

  endForm(): void {
    this.graphics.endForm();
  }

  finish(): PageContent {
    const { page } = this.of;
    return { page, ...this.size, glyphs: this.text.glyphs, paths: this.paths, images: this.images };
  }

  private nextOrder(): number {
    this.painted += 1;
    return this.painted;
  }

  /** By the mean scale of the transformation; office software scales both axes alike. */
  private strokeWidth(): number {
    const { matrix: m, lineWidth } = this.graphics.current;
    return Math.abs(lineWidth) * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
  }
}

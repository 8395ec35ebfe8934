import { LIMITS } from '../../bytes/limits.ts';
import { isArray, isDict } from '../file/pdf-kinds.ts';
import type { PdfDict, PdfObject, PdfStream } from '../file/pdf-objects.ts';
import { PdfTrouble } from '../file/pdf-trouble.ts';
import { IDENTITY, type Matrix } from '../page/matrix.ts';
import type { PageRecorder } from '../page/recorder.ts';
import type { Reading } from './reading.ts';

/** Plays the operators of a content stream on a scene. */
export type Interpret = (bytes: Uint8Array, scene: Scene) => void;

/** What the operators of one page work on. */
export class Scene {
  readonly reading: Reading;
  readonly recorder: PageRecorder;
  /** Of the content stream that is read now. */
  resources: PdfDict;
  /** Marked content that was begun and not ended: whether each hides what stands in it. */
  private readonly marked: boolean[] = [];
  private markedOutside = 0;
  private hiding = 0;
  private readonly openForms = new Set<PdfStream>();
  private readonly interpret: Interpret;

  constructor(reading: Reading, recorder: PageRecorder, resources: PdfDict, interpret: Interpret) {
    this.reading = reading;
    this.recorder = recorder;
    this.resources = resources;
    this.interpret = interpret;
  }

  /** Reads a content stream; what it leaves open ends with it. */
  play(bytes: Uint8Array, resources: PdfDict): void {
    const outside = { resources: this.resources, marked: this.markedOutside };
    this.resources = resources;
    this.markedOutside = this.marked.length;
    this.interpret(bytes, this);
    while (this.marked.length > this.markedOutside) this.endMarked();
    this.resources = outside.resources;
    this.markedOutside = outside.marked;
  }

  /** BMC and BDC. @param hides whether it is optional content that is not shown */
  beginMarked(hides: boolean): void {
    if (this.marked.length >= LIMITS.pdfSavedStates) throw new PdfTrouble('too-complex', 'marked-content');
    this.marked.push(hides);
    if (hides) this.changeHiding(1);
  }

  /** EMC; nothing where nothing was begun in this stream. */
  endMarked(): void {
    if (this.marked.length > this.markedOutside && this.marked.pop()) this.changeHiding(-1);
  }

  /**
   * Draws a form (ISO 32000-1, 8.10). One that draws itself is drawn once.
   * @throws PdfTrouble `too-complex` when forms are nested or repeated beyond all bounds
   */
  drawForm(form: PdfStream): void {
    const { file, budget } = this.reading;
    if (this.openForms.has(form)) return;
    budget.takeForm();
    if (this.openForms.size >= LIMITS.pdfFormDepth) throw new PdfTrouble('too-complex', 'form-depth');
    const bytes = file.decode(form);
    budget.takeBytes(bytes.length);
    const own = file.resolve(form.dict.get('Resources'));
    this.openForms.add(form);
    this.beginHiddenPart(form.dict.get('OC'));
    this.recorder.beginForm(this.matrixOf(form.dict), this.boxOf(form.dict, 'BBox'));
    this.play(bytes, isDict(own) ? own : this.resources);
    this.recorder.endForm();
    this.endHiddenPart(form.dict.get('OC'));
    this.openForms.delete(form);
  }

  /** The /Matrix of a form. */
  matrixOf(dict: PdfDict): Matrix {
    const [a, b, c, d, e, f] = this.numbersOf(dict.get('Matrix'), 6);
    if (f === undefined) return IDENTITY;
    return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
  }

  /** A rectangle, normalised; nothing where there is none. */
  boxOf(dict: PdfDict, key: string): readonly [number, number, number, number] | null {
    const [x0 = 0, y0 = 0, x1 = 0, y1] = this.numbersOf(dict.get(key), 4);
    if (y1 === undefined) return null;
    return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  }

  /** As many numbers as asked for, or none. */
  private numbersOf(object: PdfObject | undefined, count: number): number[] {
    const { file } = this.reading;
    const array = file.resolve(object);
    if (!isArray(array)) return [];
    const numbers = array.slice(0, count).map((element) => file.resolve(element));
    const all = numbers.filter((value) => typeof value === 'number');
    return all.length === count ? all : [];
  }

  /** A form or annotation in a layer that is off hides as a whole. */
  private beginHiddenPart(layer: PdfObject | undefined): void {
    if (!this.isShown(layer)) this.changeHiding(1);
  }

  private endHiddenPart(layer: PdfObject | undefined): void {
    if (!this.isShown(layer)) this.changeHiding(-1);
  }

  isShown(layer: PdfObject | undefined): boolean {
    return this.reading.isShown(this.reading.file.resolve(layer));
  }

  private changeHiding(by: number): void {
    this.hiding += by;
    this.recorder.hide(this.hiding > 0);
  }
}

import type { PageRecorder } from '../page/recorder.ts';
import type { PdfjsOptionalContent } from './pdfjs-document.ts';

/** Hides what is drawn in a layer that is switched off, or only as the mask of something else. */
export class Visibility {
  private readonly layers: PdfjsOptionalContent;
  private readonly recorder: PageRecorder;
  private readonly marked: boolean[] = [];
  private readonly groups: boolean[] = [];
  private hiding = 0;

  constructor(layers: PdfjsOptionalContent, recorder: PageRecorder) {
    this.layers = layers;
    this.recorder = recorder;
  }

  /** BDC and BMC; a tag `OC` with what it names begins optional content. */
  beginMarked(tag: unknown, properties: unknown): void {
    this.begin(this.marked, tag === 'OC' && !this.layers.isVisible(properties));
  }

  endMarked(): void {
    this.end(this.marked);
  }

  beginGroup(isMask: boolean): void {
    this.begin(this.groups, isMask);
  }

  endGroup(): void {
    this.end(this.groups);
  }

  private begin(open: boolean[], hides: boolean): void {
    open.push(hides);
    if (hides) this.hide(1);
  }

  private end(open: boolean[]): void {
    if (open.pop()) this.hide(-1);
  }

  private hide(by: number): void {
    this.hiding += by;
    this.recorder.hide(this.hiding > 0);
  }
}

import { Budget } from '../file/budget.ts';
import { isDict } from '../file/pdf-kinds.ts';
import type { PdfDict, PdfFile, PdfObject } from '../file/pdf-objects.ts';
import type { ColourSpace } from '../page/colour-space.ts';
import { DrawingBudget } from '../page/drawing-budget.ts';
import { readColourSpace } from './colour/read-colour-space.ts';
import { ContentBudget } from './content-budget.ts';
import type { LeanFont } from './fonts/lean-font.ts';
import { loadFont } from './fonts/load-font.ts';
import { readLayers } from './layers.ts';

/** What is kept while the pages of one file are read: what may still be spent, and what was made of its objects. */
export class Reading {
  readonly file: PdfFile;
  readonly budget = new ContentBudget();
  readonly drawing = new DrawingBudget();
  /** For operands. */
  readonly objects = new Budget();
  /** Whether a layer, or membership in layers, is shown. */
  readonly isShown: (layer: PdfObject) => boolean;
  private readonly fonts = new Map<PdfDict, LeanFont>();
  private readonly spaces = new Map<PdfObject, ColourSpace>();

  constructor(file: PdfFile) {
    this.file = file;
    this.isShown = readLayers(file, this.budget);
  }

  /** What a category of resources (ISO 32000-1, 7.8.3) has under a name; null where it has nothing. */
  resource(resources: PdfDict, category: string, name: string): PdfObject {
    const entries = this.file.resolve(resources.get(category));
    return isDict(entries) ? this.file.resolve(entries.get(name)) : null;
  }

  fontOf(dict: PdfDict): LeanFont {
    let font = this.fonts.get(dict);
    if (font === undefined) {
      font = loadFont(dict, this);
      this.fonts.set(dict, font);
    }
    return font;
  }

  colourSpaceOf(object: PdfObject): ColourSpace {
    let space = this.spaces.get(object);
    if (space === undefined) {
      space = readColourSpace(object, this.file);
      this.spaces.set(object, space);
    }
    return space;
  }
}

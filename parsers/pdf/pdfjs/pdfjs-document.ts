/** What is used of the documents, pages and fonts of pdf.js 5.4: its own declarations leave most of this untyped. */
export interface PdfjsDocument {
  readonly numPages: number;
  getPage(page: number): Promise<PdfjsPage>;
  getOptionalContentConfig(options: { intent: 'display' }): Promise<PdfjsOptionalContent>;
  destroy(): Promise<void>;
}

export interface PdfjsPage {
  /** Crop box within media box, `[x0, y0, x1, y1]` in user space. */
  readonly view: readonly [number, number, number, number];
  /** 0, 90, 180 or 270, clockwise. */
  readonly rotate: number;
  readonly commonObjs: PdfjsObjects;
  getOperatorList(options: { intent: 'display'; annotationMode: number }): Promise<PdfjsOperatorList>;
  cleanup(): boolean;
  /** Called with each piece of the list of operators that arrives. */
  _renderPageChunk(chunk: { readonly lastChunk: boolean }, state: unknown): void;
}

export interface PdfjsOptionalContent {
  isVisible(group: unknown): boolean;
}

export interface PdfjsObjects {
  /** Calls back as soon as it is there. */
  get(id: string, found: (object: unknown) => void): void;
}

/** What a page draws: the number of each operator, and what it was given. */
export interface PdfjsOperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** A font with the particulars that `fontExtraProperties` adds. A font that could not be read is none of these. */
export interface PdfjsFont {
  /** With the subset tag. */
  readonly name: string;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly isType3Font?: boolean;
  /** `[w1y, vx, vy]` in thousandths of an em. */
  readonly defaultVMetrics?: readonly number[];
  readonly composite?: boolean;
  readonly isSymbolicFont?: boolean;
  /** Glyph names by code: those of the encoding's /Differences, and those of what it differs from. */
  readonly differences?: readonly (string | undefined)[];
  readonly defaultEncoding?: readonly (string | undefined)[];
  /** Text by code. Without the list the font does not say, and pdf.js would take the code for the text. */
  readonly toUnicode?: { readonly _map?: readonly unknown[] };
}

/** One glyph of a text-showing operator; a number in its place moves by thousandths of an em. */
export interface PdfjsGlyph {
  readonly originalCharCode: number;
  /** Thousandths of an em; of a Type 3 font in glyph space. */
  readonly width: number;
  /** `[w1y, vx, vy]` of a vertical font. */
  readonly vmetric?: readonly number[];
  /** A single byte 32, which word spacing applies to. */
  readonly isSpace: boolean;
}

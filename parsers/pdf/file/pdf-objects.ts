/** A name: `/Type` is `{ name: 'Type' }`. */
export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** An indirect reference. */
export class PdfRef {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** A stream: its dictionary and its bytes as stored, filters not yet applied. */
export class PdfStream {
  readonly dict: PdfDict;
  readonly raw: Uint8Array;
  constructor(dict: PdfDict, raw: Uint8Array) {
    this.dict = dict;
    this.raw = raw;
  }
}

export type PdfDict = ReadonlyMap<string, PdfObject>;

/** A string is its bytes. */
export type PdfObject = null | boolean | number | PdfName | PdfRef | PdfStream | Uint8Array | PdfDict | PdfArray;
export type PdfArray = readonly PdfObject[];

/** A page with what it inherits. */
export interface PdfPage {
  readonly dict: PdfDict;
  readonly resources: PdfDict;
  /** `[x0, y0, x1, y1]` in user space, normalised, crop box within media box. */
  readonly box: readonly [number, number, number, number];
  /** 0, 90, 180 or 270, clockwise. */
  readonly rotate: number;
  /** Content streams, to be read as one with a space between. */
  readonly contents: readonly PdfStream[];
  readonly annotations: readonly PdfDict[];
}

/** An opened file. Everything that it gives is bounded: by LIMITS, together for the whole file. */
export interface PdfFile {
  readonly trailer: PdfDict;
  readonly catalogue: PdfDict;
  readonly pages: readonly PdfPage[];
  /** The cross-reference table was unusable and was rebuilt from the objects found. */
  readonly rebuilt: boolean;
  /** Its strings and streams are encrypted: only what stands in the clear can be looked at, and nothing decoded. */
  readonly encrypted: boolean;
  /**
   * Follows references, of which there may be several in a row. A reference to nothing is null. The same object is
   * given each time, so that what was made of it can be kept in a Map.
   * @throws PdfTrouble when the object is damaged or a bound is passed
   */
  resolve(object: PdfObject | undefined): PdfObject;
  /**
   * The bytes of a stream with its filters applied, the same each time.
   * @throws PdfTrouble when a filter is not supported (`declined`), the data are damaged, or a bound is passed
   */
  decode(stream: PdfStream): Uint8Array;
}

import { PdfTrouble } from '../../file/pdf-trouble.ts';
import type { RecordedFont } from '../../page/graphics-stack.ts';
import type { ShownGlyph, TextRecorder } from '../../page/text-recorder.ts';
import type { CodeLength } from './code-lengths.ts';

/** How a font is read: how its codes are told apart, and what each of them shows. */
export interface FontReading {
  readonly name: string;
  readonly vertical: boolean;
  readonly lengthAt: CodeLength;
  glyphOf(code: number, length: number): ShownGlyph;
}

/** A font that content streams show text with; what it says of a code is worked out once. */
export class LeanFont implements RecordedFont {
  readonly name: string;
  readonly vertical: boolean;
  private readonly reading: FontReading;
  private readonly glyphs = new Map<number, ShownGlyph>();

  constructor(reading: FontReading) {
    this.name = reading.name;
    this.vertical = reading.vertical;
    this.reading = reading;
  }

  /** Shows a string within a run that has begun. What is left of a code at its end shows nothing. */
  show(bytes: Uint8Array, text: TextRecorder): void {
    const { lengthAt } = this.reading;
    let at = 0;
    while (at < bytes.length) {
      // A byte outside all code spaces is a character of one byte that the font does not have.
      const length = lengthAt(bytes, at) || 1;
      if (at + length > bytes.length) return;
      let code = bytes[at] ?? 0;
      for (let offset = 1; offset < length; offset++) code = code * 256 + (bytes[at + offset] ?? 0);
      text.showGlyph(this.glyphs.get(code * 4 + length - 1) ?? this.add(code, length));
      at += length;
    }
  }

  private add(code: number, length: number): ShownGlyph {
    const glyph = this.reading.glyphOf(code, length);
    this.glyphs.set(code * 4 + length - 1, glyph);
    return glyph;
  }
}

/** A font that is not read here: harmless until it shows something. */
export function declinedFont(why: string): LeanFont {
  return new LeanFont({
    name: '',
    vertical: false,
    lengthAt: () => 1,
    glyphOf: () => {
      throw new PdfTrouble('declined', why);
    },
  });
}

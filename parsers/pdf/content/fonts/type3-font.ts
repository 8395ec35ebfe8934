import { isArray, isDict } from '../../file/pdf-kinds.ts';
import { type PdfDict, type PdfFile, PdfStream } from '../../file/pdf-objects.ts';
import { PdfTrouble } from '../../file/pdf-trouble.ts';
import { oneByte } from './code-lengths.ts';
import { readDifferences } from './differences.ts';
import { fontName } from './font-name.ts';
import type { FontSource } from './font-source.ts';
import { fillsOutline } from './glyph-outline.ts';
import { LeanFont } from './lean-font.ts';
import { readFontStream } from './read-font-stream.ts';
import { readToUnicode } from './read-to-unicode.ts';
import { LONG_DASHES, TYPE3, USUAL_WIDTHS } from './settings.ts';
import { statedWidths } from './stated-widths.ts';

/**
 * A Type 3 font, whose glyphs are content streams (ISO 32000-1, 9.6.5). Chromium writes OpenType fonts with CFF
 * outlines so. Names of glyphs are up to the writer: only a map to Unicode says what a code means.
 * @throws PdfTrouble `declined` for a font without such a map, and for one whose em is not one unit of text space
 */
export function type3Font(font: PdfDict, source: FontSource): LeanFont {
  const mapped = readToUnicode(font, source);
  const widthOf = statedWidths(font, source.file);
  if (mapped === null || widthOf === null) throw new PdfTrouble('declined', 'type3-font');
  const unit = unitOf(font, source.file);
  const isPainted = readGlyphs(font, 1 / unit, source);
  return new LeanFont({
    name: fontName(font, source.file),
    vertical: false,
    lengthAt: oneByte,
    glyphOf: (code) => {
      const text = mapped.get(code) ?? '';
      const width = (widthOf(code) ?? 0) * unit;
      // Text that is said to stand where nothing is painted would be text that nobody sees.
      if (!isPainted(code, text) && text.trim() !== '') throw new PdfTrouble('declined', 'type3-glyph');
      if (!isUsual(text, width)) throw new PdfTrouble('declined', 'type3-em');
      return { text, width: width * 1000, isWordSpace: code === 32, vertical: null };
    },
  });
}

/** A unit of glyph space in em: the scale of the font matrix, downwards or upwards alike. */
function unitOf(font: PdfDict, file: PdfFile): number {
  const matrix = file.resolve(font.get('FontMatrix'));
  const [a = 0, b, c, d = 0, e, f] = (isArray(matrix) ? matrix : [])
    .map((value) => file.resolve(value))
    .filter((value) => typeof value === 'number');
  const isUpright = b === 0 && c === 0 && e === 0 && f === 0;
  const isEven = a > 0 && Math.abs(Math.abs(d) / a - 1) <= TYPE3.scaleTolerance;
  if (!isUpright || !isEven) throw new PdfTrouble('declined', 'type3-em');
  return a;
}

/** Whether the glyph of a code paints anything. Glyphs that show nothing are not looked at. */
function readGlyphs(font: PdfDict, perEm: number, source: FontSource): (code: number, text: string) => boolean {
  const { file, budget } = source;
  const encoding = file.resolve(font.get('Encoding'));
  const names = readDifferences(isDict(encoding) ? file.resolve(encoding.get('Differences')) : null, source);
  const procedures = file.resolve(font.get('CharProcs'));
  return (code, text) => {
    const name = names.get(code);
    const procedure = isDict(procedures) && name !== undefined ? file.resolve(procedures.get(name)) : null;
    if (!(procedure instanceof PdfStream)) return false;
    const room = { perEm, ems: LONG_DASHES.get(text) ?? 1 };
    return fillsOutline(readFontStream(procedure, source, 'type3-glyph'), room, budget);
  };
}

function isUsual(text: string, width: number): boolean {
  return USUAL_WIDTHS.every(({ of, least, most }) => !of.test(text) || (width >= least && width <= most));
}

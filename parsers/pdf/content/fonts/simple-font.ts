import { isDict, nameOf } from '../../file/pdf-kinds.ts';
import type { PdfDict, PdfObject } from '../../file/pdf-objects.ts';
import { PdfTrouble } from '../../file/pdf-trouble.ts';
import { oneByte } from './code-lengths.ts';
import { readDifferences } from './differences.ts';
import { type Encoding, encodingOfName } from './encodings.ts';
import { fontName } from './font-name.ts';
import type { FontSource } from './font-source.ts';
import { textOfGlyphName } from './glyph-names.ts';
import { LeanFont } from './lean-font.ts';
import { readToUnicode } from './read-to-unicode.ts';
import { isStandardFont, standardWidths } from './standard-widths.ts';
import { numberOf, statedWidths } from './stated-widths.ts';

/** Fonts whose pictures stand at the codes of letters, whatever encoding they claim. */
const PICTURE_FONTS = /wingdings|webdings|dingbats|symbol/i;
/** Flag of a font descriptor: made of standard Latin characters (ISO 32000-1, table 123). */
const NONSYMBOLIC = 32;

/** A Type 1 or TrueType font: one byte a code (ISO 32000-1, 9.6). */
export function simpleFont(font: PdfDict, source: FontSource): LeanFont {
  const name = fontName(font, source.file);
  const widthOf = readWidths(font, name, source);
  const textOf = readTexts(font, name, source);
  return new LeanFont({
    name,
    vertical: false,
    lengthAt: oneByte,
    glyphOf: (code) => {
      const text = textOf(code);
      return { text, width: widthOf(code, text), isWordSpace: code === 32, vertical: null };
    },
  });
}

function readWidths(font: PdfDict, name: string, source: FontSource): (code: number, text: string) => number {
  const { file } = source;
  const stated = statedWidths(font, file);
  if (stated === null) return standardWidths(name);
  const descriptor = file.resolve(font.get('FontDescriptor'));
  const missing = isDict(descriptor) ? numberOf(file.resolve(descriptor.get('MissingWidth'))) : null;
  return (code) => stated(code) ?? missing ?? 0;
}

function readTexts(font: PdfDict, called: string, source: FontSource): (code: number) => string {
  const { file } = source;
  const mapped = readToUnicode(font, source);
  const encoding = file.resolve(font.get('Encoding'));
  const names = readDifferences(isDict(encoding) ? file.resolve(encoding.get('Differences')) : null, source);
  const base = PICTURE_FONTS.test(called) ? undefined : baseEncoding(font, called, encoding, source);
  return (code) => {
    const name = names.get(code);
    const text = mapped?.get(code) ?? (name === undefined ? base?.[code] : textOfGlyphName(name));
    // The font's own program may tell, which is not read here.
    if (text === undefined && mapped === null) throw new PdfTrouble('declined', 'built-in-encoding');
    return text ?? '';
  };
}

/** What codes mean that /Differences does not name; nothing where only the font's own program knows. */
function baseEncoding(font: PdfDict, name: string, encoding: PdfObject, { file }: FontSource): Encoding | undefined {
  const stated = nameOf(encoding) ?? (isDict(encoding) ? nameOf(file.resolve(encoding.get('BaseEncoding'))) : null);
  if (stated !== null) return encodingOfName(stated);
  if (isStandardFont(name)) return encodingOfName('StandardEncoding');
  const descriptor = file.resolve(font.get('FontDescriptor'));
  if (!isDict(descriptor) || !isDict(encoding)) return undefined;
  const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key));
  const flags = numberOf(file.resolve(descriptor.get('Flags'))) ?? 0;
  return !isEmbedded && (flags & NONSYMBOLIC) !== 0 ? encodingOfName('StandardEncoding') : undefined;
}

import { isArray, isDict, nameOf } from '../../file/pdf-kinds.ts';
import { type PdfDict, type PdfObject, PdfStream } from '../../file/pdf-objects.ts';
import { PdfTrouble } from '../../file/pdf-trouble.ts';
import { readCidMetrics } from './cid-metrics.ts';
import { type CodeLength, lengthIn, twoBytes, utf16Length } from './code-lengths.ts';
import { fontName } from './font-name.ts';
import type { FontSource } from './font-source.ts';
import { LeanFont } from './lean-font.ts';
import { readEmbeddedCMap, readToUnicode } from './read-to-unicode.ts';
import { statedText } from './stated-text.ts';

/** How the codes of a composite font are told apart, and which glyphs they select. */
interface CodeReading {
  readonly lengthAt: CodeLength;
  readonly vertical: boolean;
  /** −1 where it is not known. */
  cidOf(code: number, length: number): number;
  /** Codes are characters, whatever collection the glyphs are of. */
  readonly isUnicode: boolean;
  /** What the encoding itself says. */
  textOf(code: number, length: number): string;
}

/** A Type 0 font (ISO 32000-1, 9.7). @throws PdfTrouble `declined` for an encoding that needs a table of its own */
export function compositeFont(font: PdfDict, source: FontSource): LeanFont {
  const { file } = source;
  const descendants = file.resolve(font.get('DescendantFonts'));
  const descendant = isArray(descendants) ? file.resolve(descendants[0]) : null;
  if (!isDict(descendant)) throw new PdfTrouble('declined', 'descendant-font');
  const codes = readEncoding(file.resolve(font.get('Encoding')), descendant, source);
  const mapped = readToUnicode(font, source);
  if (mapped === null && !codes.isUnicode && isOfCollection(descendant, source))
    throw new PdfTrouble('declined', 'cid-collection');
  const metrics = readCidMetrics(descendant, source);
  return new LeanFont({
    name: fontName(font, file),
    vertical: codes.vertical,
    lengthAt: codes.lengthAt,
    glyphOf: (code, length) => {
      const cid = codes.cidOf(code, length);
      return {
        text: mapped?.get(code) ?? codes.textOf(code, length),
        width: metrics.widthOf(cid),
        isWordSpace: length === 1 && code === 32,
        vertical: codes.vertical ? metrics.verticalOf(cid) : null,
      };
    },
  });
}

/** An encoding that only says which glyph a code selects. */
const WITHOUT_TEXT = { isUnicode: false, textOf: () => '' } as const;

/**
 * Encodings whose codes are UTF-16. Which glyph a code selects stands in a table that is not here, and with it its
 * width, unless there is no /W: then every glyph, of digits too, is as wide as /DW says (ISO 32000-1, table 117).
 */
const UNICODE_ENCODING = /^Uni(?:GB|CNS|JIS|KS)-(UCS2|UTF16)-([HV])$/;

function readEncoding(encoding: PdfObject, descendant: PdfDict, source: FontSource): CodeReading {
  if (encoding instanceof PdfStream) return readEmbeddedEncoding(encoding, source);
  const name = nameOf(encoding) ?? '';
  if (name === 'Identity-H' || name === 'Identity-V')
    return { ...WITHOUT_TEXT, lengthAt: twoBytes, vertical: name.endsWith('V'), cidOf: (code) => code };
  const [, codes, mode] = UNICODE_ENCODING.exec(name) ?? [];
  const isEvenlyWide = !descendant.has('W') && !descendant.has('W2');
  if (codes === undefined || !isEvenlyWide) throw new PdfTrouble('declined', 'predefined-cmap');
  return {
    lengthAt: codes === 'UCS2' ? twoBytes : utf16Length,
    vertical: mode === 'V',
    cidOf: () => -1,
    isUnicode: true,
    textOf: (code) => statedText(textOfUtf16(code)),
  };
}

function readEmbeddedEncoding(stream: PdfStream, source: FontSource): CodeReading {
  if (stream.dict.has('UseCMap')) throw new PdfTrouble('declined', 'predefined-cmap');
  const { spaces, cids, vertical } = readEmbeddedCMap(stream, source);
  if (spaces.length === 0) throw new PdfTrouble('declined', 'character-map');
  return {
    ...WITHOUT_TEXT,
    lengthAt: lengthIn(spaces),
    vertical: vertical || source.file.resolve(stream.dict.get('WMode')) === 1,
    cidOf: (code) => cids.get(code) ?? 0,
  };
}

const textOfUtf16 = (code: number) =>
  code > 0xffff ? String.fromCharCode(Math.floor(code / 0x10000), code & 0xffff) : String.fromCharCode(code);

/** The collections of Adobe whose CIDs have a known meaning, by a table that is not here. */
const COLLECTIONS: ReadonlySet<string> = new Set(['GB1', 'CNS1', 'Japan1', 'Korea1', 'KR']);

function isOfCollection(descendant: PdfDict, { file }: FontSource): boolean {
  const info = file.resolve(descendant.get('CIDSystemInfo'));
  const ordering = isDict(info) ? file.resolve(info.get('Ordering')) : null;
  return ordering instanceof Uint8Array && COLLECTIONS.has(String.fromCharCode(...ordering.subarray(0, 16)));
}

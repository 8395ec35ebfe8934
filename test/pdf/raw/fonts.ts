import type { FileDraft } from './file.ts';
import { latin } from './file.ts';

/**
 * `named`: Identity-H with ToUnicode. `unnamed`: without. `garbled`: ToUnicode tells other characters. `digit-lost`:
 * ToUnicode leaves out the digit 7. `gbk`, `unigb`: the GB font that every reader is to have, not embedded.
 * `helvetica`: for digits and signs only. `vertical`: Identity-V.
 */
export type FontKind = 'named' | 'unnamed' | 'garbled' | 'digit-lost' | 'gbk' | 'unigb' | 'helvetica' | 'vertical';

export interface RawFont {
  readonly kind: FontKind;
  /** Key in the resources. */
  readonly key: string;
  /** Advance in em. */
  advance(character: string): number;
  /** The characters' codes as the inside of a hexadecimal string. */
  codes(text: string): string;
  /** Writes the font, when all text has been shown. */
  write(file: FileDraft): number;
}

export const LOST_DIGIT = '7';

const NARROW = /^[\u0020-\u007e\u00a0]$/u;
const narrow = (character: string): number => (NARROW.test(character) ? 0.5 : 1);
const hex = (code: number): string => code.toString(16).padStart(4, '0');

export function rawFont(kind: FontKind, key: string): RawFont {
  switch (kind) {
    case 'helvetica':
      return helvetica(key);
    case 'gbk':
      return predefined(kind, key, 'GBK-EUC-H', (text) => [...text].map(gbkCode).join(''));
    case 'unigb':
      return predefined(kind, key, 'UniGB-UCS2-H', (text) =>
        [...text.replaceAll('\u00a0', ' ')].map((character) => hex(character.charCodeAt(0))).join(''),
      );
    default:
      return identity(kind, key);
  }
}

function identity(kind: 'named' | 'unnamed' | 'garbled' | 'digit-lost' | 'vertical', key: string): RawFont {
  const glyphs = new Map<string, number>();
  const glyph = (character: string): number => {
    const known = glyphs.get(character);
    if (known !== undefined) return known;
    // Subsets number their glyphs as they meet them, not by character.
    const number = 3 + glyphs.size * 2;
    glyphs.set(character, number);
    return number;
  };
  return {
    kind,
    key,
    advance: narrow,
    codes: (text) => [...text].map((character) => hex(glyph(character))).join(''),
    write(file) {
      const named = [...glyphs].map(([character, number]) => [number, meaning(kind, character)] as const);
      const map = kind === 'unnamed' ? undefined : file.addStream('', latin(toUnicode(named)));
      const widths = [...glyphs].map(([character, number]) => `${number} [${narrow(character) * 1000}]`).join(' ');
      const name = `ABCDEF+${key}Song`;
      const descriptor = file.add(descriptorOf(name));
      const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';
      const cid = file.add(
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} ${system} /DW 1000 /W [${widths}] /FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity >>`,
      );
      const encoding = kind === 'vertical' ? 'Identity-V' : 'Identity-H';
      return file.add(
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${cid} 0 R]${map ? ` /ToUnicode ${map} 0 R` : ''} >>`,
      );
    },
  };
}

const descriptorOf = (name: string): string =>
  `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>`;

function meaning(kind: FontKind, character: string): string {
  if (kind === 'digit-lost' && character === LOST_DIGIT) return '';
  if (kind !== 'garbled') return character;
  // Far from where the statutory words are, and every digit another one.
  if (/\d/.test(character)) return String((Number(character) * 7 + 3) % 10);
  return character.charCodeAt(0) > 0x2fff
    ? String.fromCharCode(0x4e00 + ((character.charCodeAt(0) * 131) % 20000))
    : character;
}

const utf16 = (text: string): string => Array.from(text, (unit) => hex(unit.charCodeAt(0))).join('');

function toUnicode(glyphs: readonly (readonly [number, string])[]): string {
  const known = glyphs.filter(([, text]) => text !== '');
  const blocks: string[] = [];
  for (let at = 0; at < known.length; at += 100) {
    const block = known.slice(at, at + 100).map(([number, text]) => `<${hex(number)}> <${utf16(text)}>`);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

/** Half-width forms stand at 814 to 939 of the collection, their space at 7716, proportional ones at 1 to 95. */
function predefined(kind: 'gbk' | 'unigb', key: string, encoding: string, codes: (text: string) => string): RawFont {
  return {
    kind,
    key,
    advance: narrow,
    codes,
    write(file) {
      const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>';
      const descriptor = file.add(descriptorOf('STSong-Light'));
      const cid = file.add(
        `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ${system} /DW 1000 /W [1 95 500 814 939 500 7716 [500]] /FontDescriptor ${descriptor} 0 R >>`,
      );
      return file.add(
        `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-${encoding} /Encoding /${encoding} /DescendantFonts [${cid} 0 R] >>`,
      );
    },
  };
}

let gbkCodes: Map<string, string> | undefined;

function gbkCode(character: string): string {
  if (character.charCodeAt(0) < 0x80) return character.charCodeAt(0).toString(16).padStart(2, '0');
  gbkCodes ??= gbkTable();
  return gbkCodes.get(character) ?? '20';
}

/** Characters by their GBK code, turned round from what the platform decodes. */
function gbkTable(): Map<string, string> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, string>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, hex(lead * 256 + trail));
    }
  }
  return table;
}

/** Widths of the standard font in thousandths: digits, then everything else that stands in figures. */
const HELVETICA: Readonly<Record<string, number>> = {
  ' ': 278,
  ',': 278,
  '.': 278,
  '/': 278,
  '-': 333,
  '+': 584,
  '(': 333,
  ')': 333,
};
const DIGIT_WIDTH = 556;

function helvetica(key: string): RawFont {
  const advance = (character: string): number => (HELVETICA[character] ?? DIGIT_WIDTH) / 1000;
  return {
    kind: 'helvetica',
    key,
    advance,
    codes: (text) => Buffer.from(text, 'latin1').toString('hex'),
    write: (file) => file.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
  };
}

/** What the Helvetica of figures can draw. */
export const IN_HELVETICA = /^[\d ,./+()-]$/u;

import { statedText } from './stated-text.ts';

/** Names of the characters from U+0020 to U+007E that are no letters; letters are called by themselves. */
const ASCII_NAMES =
  'space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma ' +
  'hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question ' +
  'at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore ' +
  'grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde';

/** Names of the characters from U+00A1 to U+00FF. */
const LATIN_NAMES =
  'exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot ' +
  'softhyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla ' +
  'onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex ' +
  'Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth ' +
  'Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn ' +
  'germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave ' +
  'iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ' +
  'ucircumflex udieresis yacute thorn ydieresis';

/** The rest of the standard Latin set (ISO 32000-1, annex D), and signs that office software prints. */
const OTHER_NAMES = {
  Euro: '€',
  quotesinglbase: '‚',
  florin: 'ƒ',
  quotedblbase: '„',
  ellipsis: '…',
  dagger: '†',
  daggerdbl: '‡',
  circumflex: 'ˆ',
  perthousand: '‰',
  Scaron: 'Š',
  guilsinglleft: '‹',
  OE: 'Œ',
  Zcaron: 'Ž',
  quoteleft: '‘',
  quoteright: '’',
  quotedblleft: '“',
  quotedblright: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  tilde: '˜',
  trademark: '™',
  scaron: 'š',
  guilsinglright: '›',
  oe: 'œ',
  zcaron: 'ž',
  Ydieresis: 'Ÿ',
  fraction: '⁄',
  fi: 'ﬁ',
  fl: 'ﬂ',
  ff: 'ﬀ',
  ffi: 'ﬃ',
  ffl: 'ﬄ',
  breve: '˘',
  dotaccent: '˙',
  ring: '˚',
  hungarumlaut: '˝',
  ogonek: '˛',
  caron: 'ˇ',
  Lslash: 'Ł',
  lslash: 'ł',
  dotlessi: 'ı',
  minus: '−',
  notequal: '≠',
  lessequal: '≤',
  greaterequal: '≥',
  approxequal: '≈',
  infinity: '∞',
  summation: '∑',
  radical: '√',
  nbspace: '\u00a0',
  nonbreakingspace: '\u00a0',
  sfthyphen: '\u00ad',
  middot: '·',
} as const;

const TEXTS: ReadonlyMap<string, string> = new Map([
  ...ASCII_NAMES.split(' ').map((name, index) => [name, String.fromCharCode(0x20 + index)] as const),
  ...LATIN_NAMES.split(' ').map((name, index) => [name, String.fromCharCode(0xa1 + index)] as const),
  ...Object.entries(OTHER_NAMES),
]);

/**
 * The text of a glyph by its name: what stands before a dot, parts joined by `_` (Adobe Glyph List Specification, 2).
 * @returns nothing for a name that only counts glyphs, such as `g12`
 */
export function textOfGlyphName(name: string): string {
  const [base = ''] = name.split('.', 1);
  const texts = base.split('_').map(textOfPart);
  return texts.includes('') ? '' : texts.join('');
}

function textOfPart(name: string): string {
  const known = TEXTS.get(name);
  if (known !== undefined) return known;
  const [, units, point] = /^(?:uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6}))$/.exec(name) ?? [];
  if (units !== undefined)
    return statedText(units.replace(/.{4}/g, (hex) => String.fromCharCode(Number.parseInt(hex, 16))));
  const code = point === undefined ? Infinity : Number.parseInt(point, 16);
  return code <= 0x10ffff ? statedText(String.fromCodePoint(code)) : '';
}

import type { Random } from '../dresses/random.ts';
import { hostileCount, hostileNumber } from './hostile-numbers.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateContent } from './mutate-content.ts';
import { type PdfObject, type PdfParts, putTogether, takeApart } from './pdf-parts.ts';

/** Entries of dictionaries that change how an object is read: `#` is a hostile number, `@` some object. */
const ENTRIES: readonly string[] = [
  ...[
    '/MediaBox [# # # #]',
    '/CropBox [# # # #]',
    '/MediaBox [0 0 0 0]',
    '/MediaBox @ 0 R',
    '/Rotate #',
    '/Rotate 45',
    '/UserUnit #',
  ],
  ...[
    '/Kids [@ 0 R @ 0 R]',
    '/Parent @ 0 R',
    '/Count #',
    '/Contents @ 0 R',
    '/Resources @ 0 R',
    '/Type /Pages',
    '/Type /Page',
    '/Type /#',
  ],
  ...[
    '/Filter [/FlateDecode /FlateDecode]',
    '/Filter /LZWDecode',
    '/Filter /ASCII85Decode',
    '/Filter /RunLengthDecode',
    '/Filter /DCTDecode',
    '/Filter /Crypt',
  ],
  ...[
    '/DecodeParms <</Predictor # /Columns # /Colors # /BitsPerComponent #>>',
    '/DecodeParms <</Predictor 12 /Columns 5>>',
    '/Length #',
    '/Length @ 0 R',
  ],
  ...[
    '/Subtype /Form',
    '/Subtype /Image',
    '/Subtype /Type3',
    '/Subtype /Type0',
    '/Subtype /TrueType',
    '/Subtype /CIDFontType2',
    '/Matrix [# # # # # #]',
    '/BBox [# # # #]',
  ],
  ...[
    '/Encoding @ 0 R',
    '/Encoding /Identity-H',
    '/Encoding /GBK-EUC-H',
    '/Encoding /UniGB-UTF16-H',
    '/Encoding /../../x',
    '/ToUnicode @ 0 R',
    '/ToUnicode /Identity-H',
  ],
  ...[
    '/FirstChar #',
    '/LastChar #',
    '/Widths [# # #]',
    '/Widths @ 0 R',
    '/W [# [# #] # # #]',
    '/W [0 8388607 #]',
    '/DW #',
    '/DW2 [# #]',
    '/W2 [# [# # #]]',
  ],
  ...[
    '/FontDescriptor @ 0 R',
    '/FontFile2 @ 0 R',
    '/FontFile3 @ 0 R',
    '/FontFile @ 0 R',
    '/DescendantFonts [@ 0 R]',
    '/DescendantFonts @ 0 R',
    '/CIDToGIDMap @ 0 R',
  ],
  ...[
    '/CharProcs <</a @ 0 R>>',
    '/FontMatrix [# # # # # #]',
    '/BaseEncoding /MacRomanEncoding /Differences [# /a /b # /c]',
    '/XObject <</F @ 0 R /Whole @ 0 R>>',
  ],
  ...[
    '/Annots [@ 0 R]',
    '/AP <</N @ 0 R>>',
    '/OCProperties @ 0 R',
    '/ExtGState <</Pale @ 0 R>>',
    '/Font <</F1 @ 0 R>>',
    '/SMask @ 0 R',
    '/ColorSpace @ 0 R',
  ],
  ...[
    '/Width # /Height #',
    '/ImageMask true',
    '/Group <</S /Transparency>>',
    '/Encrypt @ 0 R',
    '/Names @ 0 R',
    '/StructTreeRoot @ 0 R',
    '/Linearized 1',
  ],
];

type Change = (parts: PdfParts, other: PdfParts, random: Random) => string;

const anyNumber = ({ objects }: PdfParts, random: Random) => [...objects.keys()][random.int(objects.size)] ?? 1;

function anyOf(parts: PdfParts, random: Random, fits: (object: PdfObject) => boolean): [number, PdfObject] | undefined {
  const fitting = [...parts.objects].filter(([, object]) => fits(object));
  return fitting[random.int(fitting.length)];
}

/** Fonts and pictures are no text, although they may be inflated. */
const isContent = ({ value, stream }: PdfObject) =>
  stream?.inflated === true &&
  !/\/(?:Length1|FontFile|Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType))/u.test(value);

const withEntry = (value: string, entry: string, random: Random) => {
  const opening = [...value.matchAll(/<</gu)].map(({ index }) => index + 2);
  const at = opening[random.int(opening.length)] ?? value.length;
  return `${value.slice(0, at)} ${entry} ${value.slice(at)}`;
};

const CHANGES: Readonly<Record<string, Change>> = {
  content(parts, _, random) {
    const found = anyOf(parts, random, isContent);
    if (!found) return 'no content';
    const [number, object] = found;
    const { content, what } = mutateContent(object.stream?.data ?? '', random);
    parts.objects.set(number, { ...object, stream: { data: content, inflated: true } });
    return `${number}: ${what.join(', ')}`;
  },
  'bytes of a stream'(parts, other, random) {
    const found = anyOf(parts, random, ({ stream }) => stream !== undefined);
    if (!found) return 'no stream';
    const [number, object] = found;
    const theirs = anyOf(other, random, ({ stream }) => stream !== undefined)?.[1].stream?.data ?? '';
    const data = Buffer.from(object.stream?.data ?? '', 'latin1');
    const { bytes, what } = mutateBytes(new Uint8Array(data), Buffer.from(theirs, 'latin1'), random);
    const inflated = object.stream?.inflated ?? false;
    parts.objects.set(number, { ...object, stream: { data: Buffer.from(bytes).toString('latin1'), inflated } });
    return `${number}: ${what}`;
  },
  number(parts, _, random) {
    const [number, object] = anyOf(parts, random, ({ value }) => /\d/u.test(value)) ?? [0, { value: '' }];
    const numbers = [...object.value.matchAll(/-?\d+(?:\.\d+)?(?! \d+ R)/gu)];
    const drawn = numbers[random.int(numbers.length)];
    if (!drawn) return 'no number';
    const value =
      object.value.slice(0, drawn.index) + hostileNumber(random) + object.value.slice(drawn.index + drawn[0].length);
    parts.objects.set(number, { ...object, value });
    return `${number}: number`;
  },
  reference(parts, _, random) {
    const [number, object] = anyOf(parts, random, ({ value }) => /\d+ \d+ R/u.test(value)) ?? [0, { value: '' }];
    const references = [...object.value.matchAll(/\d+ \d+ R/gu)];
    const drawn = references[random.int(references.length)];
    if (!drawn) return 'no reference';
    const to = random.chance(0.2) ? number : random.chance(0.1) ? hostileNumber(random) : anyNumber(parts, random);
    const value = `${object.value.slice(0, drawn.index)}${to} 0 R${object.value.slice(drawn.index + drawn[0].length)}`;
    parts.objects.set(number, { ...object, value });
    return `${number}: reference to ${to}`;
  },
  entry(parts, _, random) {
    const [number, object] = anyOf(parts, random, ({ value }) => value.includes('<<')) ?? [0, { value: '' }];
    const drawn = (ENTRIES[random.int(ENTRIES.length)] ?? '')
      .replaceAll('#', () => hostileNumber(random))
      .replaceAll('@', () => String(anyNumber(parts, random)));
    // Of two entries of one key one counts, the first or the last.
    const key = /^\/\w+/u.exec(drawn)?.[0] ?? '';
    const without = random.chance(0.7)
      ? object.value.replace(
          new RegExp(`${key}(?=[\\s/[(<])\\s*(?:\\d+ \\d+ R|\\[[^\\]]*\\]|/?[^\\s/<>[\\]]+)`, 'u'),
          '',
        )
      : object.value;
    parts.objects.set(number, { ...object, value: withEntry(without, drawn, random) });
    return `${number}: ${drawn}`;
  },
  'object swapped'(parts, _, random) {
    const [one, two] = [anyNumber(parts, random), anyNumber(parts, random)];
    const [first, second] = [parts.objects.get(one), parts.objects.get(two)];
    if (first && second) parts.objects.set(one, second).set(two, first);
    return `${one} and ${two} swapped`;
  },
  'object of another file'(parts, other, random) {
    const [number, theirs] = [anyNumber(parts, random), anyNumber(other, random)];
    const taken = other.objects.get(theirs);
    if (taken) parts.objects.set(number, taken);
    return `${number} is ${theirs} of another`;
  },
  'object left out'(parts, _, random) {
    const number = anyNumber(parts, random);
    parts.objects.delete(number);
    return `no ${number}`;
  },
  'contents repeated'(parts, _, random) {
    const [number, object] = anyOf(parts, random, ({ value }) => /\/(?:Contents|Kids)/u.test(value)) ?? [
      0,
      { value: '' },
    ];
    const wanted = hostileCount(random, 20_000);
    const repeated = (all: string, key: string, list: string) => {
      const items = `${list.replace(/^\[|\]$/gu, '')} `;
      // A list that was repeated before would grow past what a string can hold.
      const times = Math.min(wanted, Math.floor(MOST_REPEATED / items.length));
      return `${`/${key} [${items}`.padEnd(all.length)}${items.repeat(times)}]`;
    };
    const value = object.value.replace(/\/(Contents|Kids)\s*(\[[^\]]*\]|\d+ \d+ R)/u, repeated);
    parts.objects.set(number, { ...object, value });
    return `${number}: list repeated`;
  },
  nesting(parts, _, random) {
    const number = anyNumber(parts, random);
    const depth = hostileCount(random, 100_000);
    const [open, close] = random.pick<readonly [string, string]>([
      ['[', ']'],
      ['<</A ', '>>'],
      ['(', ')'],
    ]);
    parts.objects.set(number, { value: open.repeat(depth) + (random.chance(0.5) ? close.repeat(depth) : '') });
    return `${number}: nested`;
  },
};

const NAMES = [
  'content',
  'content',
  'content',
  'content',
  ...Object.keys(CHANGES),
  'entry',
  'entry',
  'number',
  'reference',
];

/** Characters of a list that is repeated: more than any file that is let in has. */
const MOST_REPEATED = 40_000_000;

/** Changes objects and streams of a PDF and writes it again, so that what is wrong lies behind filters and references. */
export function mutatePdf(file: Uint8Array, other: Uint8Array, random: Random): { bytes: Uint8Array; what: string[] } {
  const parts = takeApart(file);
  const theirs = takeApart(other);
  const what: string[] = [];
  for (let count = 1 + random.int(5); count > 0 && parts.objects.size > 0; count--) {
    const name = NAMES[random.int(NAMES.length)] ?? '';
    what.push(CHANGES[name]?.(parts, theirs, random) ?? '');
  }
  return { bytes: putTogether(parts, random.chance(0.1)), what };
}

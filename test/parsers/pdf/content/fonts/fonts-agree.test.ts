import { expect, test } from 'vitest';
import { readPages } from '../../../../../parsers/pdf/content/read-pages.ts';
import { openPdf } from '../../../../../parsers/pdf/file/open-pdf.ts';
import { disagreements } from '../../engines-agree.ts';
import { engine } from '../../pdfjs/read-small.ts';
import { type SmallPdf, smallPdf, stream } from '../../pdfjs/small-pdf.ts';

const type3 = (scale: string, widths: string, entries = '') =>
  `<</Type/Font/Subtype/Type3/FontMatrix[${scale} 0 0 -${scale} 0 0]/FontBBox[0 0 0 0]/FirstChar 24/LastChar 26/Widths[${widths}]` +
  '/Encoding<</Type/Encoding/Differences[24/g41D6/g41D7/g0]>>/CharProcs<</g41D6 7 0 R/g41D7 7 0 R/g0 7 0 R>>/ToUnicode 6 0 R' +
  `/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+NotoSansCJKsc-Bold/Flags 4>>${entries}>>`;
const MAP = stream(
  '',
  '1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <18> <2F2F> <19> <0031> endbfchar',
);
const GLYPH = stream('', '500 0 0 0 450 400 d1 0 0 m 450 0 l 450 400 l h f');

const composite = (encoding: string, entries: string) => [
  `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>' +
    `/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880/Descent -120>>${entries}>>`,
];

const SAMPLES: Readonly<Record<string, readonly [objects: readonly string[], text: string]>> = {
  'a Type 3 font': [[type3('.00100000005', '1000 500 700'), MAP, GLYPH], '<18191A19>'],
  'a Type 3 font of 2048 units': [[type3('.00048828125', '2048 1170 900'), MAP, GLYPH], '[<1819> -200 <19>]'],
  'UniGB-UCS2-H without widths': [composite('UniGB-UCS2-H', ''), '<4E2D003100320020FF11>'],
  'UniGB-UTF16-H with one width': [composite('UniGB-UTF16-H', '/DW 500'), '<4E2D00310032>'],
};

test.each(Object.entries(SAMPLES))('both engines see the same in %s', async (_, [objects, text]) => {
  const show = text.startsWith('[') ? 'TJ' : 'Tj';
  const content = `BT /F 10 Tf 1 Tc 1 0 .2 1 5 50 Tm ${text} ${show} 90 Tz 2 0 0 -2 5 20 Tm ${text} ${show} ET`;
  const pdf: SmallPdf = { content, resources: '/Font<</F 5 0 R>>', objects };
  const [lean, pdfjs] = [readPages(openPdf(smallPdf(pdf))), await engine.readPages(smallPdf(pdf))];
  if (lean.outcome !== 'read' || pdfjs.outcome !== 'read') throw new Error(`${lean.outcome} and ${pdfjs.outcome}`);
  expect(lean.pages[0]?.glyphs.length).toBeGreaterThan(4);
  expect(disagreements(lean.pages, pdfjs.pages)).toEqual([]);
});

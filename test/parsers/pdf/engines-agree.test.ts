import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPages } from '../../../parsers/pdf/content/read-pages.ts';
import type { EngineOutcome } from '../../../parsers/pdf/engine.ts';
import { openPdf } from '../../../parsers/pdf/file/open-pdf.ts';
import { PdfTrouble } from '../../../parsers/pdf/file/pdf-trouble.ts';
import { disagreements } from './engines-agree.ts';
import { engine } from './pdfjs/read-small.ts';
import { type SmallPdf, smallPdf, stream } from './pdfjs/small-pdf.ts';

/** Real reports; elsewhere any folder of PDF files may be named, to compare the engines on them. */
const FOLDER = process.env.PDF_FOLDER ?? join(import.meta.dirname, '../../../../shared/corpus/originals');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')) : [];

function readLean(bytes: Uint8Array): EngineOutcome {
  try {
    return readPages(openPdf(bytes));
  } catch (trouble) {
    if (trouble instanceof PdfTrouble) return { outcome: 'declined', why: `${trouble.code} ${trouble.why}` };
    throw trouble;
  }
}

async function compare(bytes: Uint8Array): Promise<string[]> {
  const [lean, pdfjs] = [readLean(bytes), await engine.readPages(bytes)];
  if (lean.outcome !== 'read' || pdfjs.outcome !== 'read') return [JSON.stringify([lean, pdfjs]).slice(0, 400)];
  return disagreements(lean.pages, pdfjs.pages);
}

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
const FONT = { resources: '/Font<</F 5 0 R>>', objects: [HELVETICA] };

const SMALL: Readonly<Record<string, SmallPdf>> = {
  'text with all its state': {
    ...FONT,
    content:
      'q 1 .2 0 1 3 4 cm BT /F 10 Tf 2 Tc 3 Tw 80 Tz 12 TL 2 Ts 10 60 Td (ab c) Tj T* [(d) -500 (e)] TJ ' +
      '1 0 0 rg 3 Tr (f) Tj 1 0 0 RG 1 Tr (g) \' 0 1 0 1 k 4 1 (h) " 0 Tr .9 0 .1 .8 30 20 Tm (i) Tj 5 -3 TD (j) Tj T* (k) Tj ET Q',
  },
  'paths of every kind': {
    content:
      '2 w [3 1] 0 d 10 10 m 90 10 l S [] 0 d 20 20 30 10 re f 20 40 30 10 re B* 60 40 m 70 50 80 50 90 40 c 95 30 90 30 v 80 20 60 40 y h b ' +
      '.5 g 10 60 m 50 60 l 50 80 l s 10 90 m 20 90 l 30 95 l f* 5 5 0 20 re f 5 5 m f',
  },
  'clips and saved states': {
    ...FONT,
    content:
      'q 10 10 50 50 re W n 0 0 100 100 re f q 0 0 20 90 re W* n BT /F 9 Tf 1 g 12 12 Td (x) Tj ET Q 30 30 m 99 99 l S Q Q 0 0 5 5 re f',
  },
  'a turned page with a crop box': {
    ...FONT,
    page: '/Rotate 90/CropBox[10 20 150 90]',
    content: 'BT /F 8 Tf 20 40 Td (turned) Tj ET 15 25 40 0 re S',
  },
  'forms in forms, with matrices and boxes': {
    resources: '/XObject<</A 5 0 R>>/Font<</F 7 0 R>>',
    content: '2 0 0 2 5 5 cm q /A Do Q 1 0 0 1 40 0 cm /A Do',
    objects: [
      stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 30 30]/Matrix[1 0 0 1 3 0]/Resources<</XObject<</B 6 0 R>>/Font<</F 7 0 R>>>>',
        'q .2 .4 .6 rg /B Do 0 0 40 5 re f',
      ),
      stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 20 20]/Matrix[0 1 -1 0 20 0]/Group<</S/Transparency>>/Resources<</Font<</F 7 0 R>>>>',
        'BT /F 6 Tf 2 2 Td (form) Tj ET',
      ),
      HELVETICA,
    ],
  },
  'transparency from a graphics state': {
    resources: '/ExtGState<</G<</ca .25/CA .5/LW 3/D[[2 1]0]>>>>/Font<</F 5 0 R>>',
    objects: [HELVETICA],
    content: '/G gs 0 0 m 50 50 l S 20 20 9 9 re f BT /F 9 Tf 30 30 Td (pale) Tj ET',
  },
  'pictures, inline and not, and masks': {
    resources: '/XObject<</I 5 0 R/M 6 0 R>>',
    content:
      'q 40 0 0 20 10 10 cm /I Do Q q 30 5 -5 30 60 10 cm /M Do Q q 8 0 0 8 1 1 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q',
    objects: [
      stream('/Type/XObject/Subtype/Image/Width 1/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray', 'ab'),
      stream('/Type/XObject/Subtype/Image/ImageMask true/Width 8/Height 2/BitsPerComponent 1', 'ab'),
    ],
  },
  'a layer that is switched off, and one that is not': {
    catalogue: '/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]/Order[]>>>>',
    resources: '/Font<</F 5 0 R>>/Properties<</P 6 0 R/Q 7 0 R>>',
    objects: [HELVETICA, '<</Type/OCG/Name(off)>>', '<</Type/OCG/Name(on)>>'],
    content:
      'BT /F 9 Tf 9 9 Td /OC /P BDC (a) Tj EMC /OC /Q BDC (b) Tj EMC /Span <</MCID 0>> BDC (c) Tj EMC ET /OC /P BDC 0 0 9 9 re f EMC',
  },
  'an annotation, after content that leaves its state behind': {
    page: '/Annots[6 0 R 8 0 R]',
    ...FONT,
    objects: [
      HELVETICA,
      '<</Type/Annot/Subtype/Stamp/Rect[100 50 160 80]/F 4/AP<</N 7 0 R>>>>',
      stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 30 15]/Resources<</Font<</F 5 0 R>>>>',
        'BT /F 9 Tf 2 2 Td (ok) Tj ET',
      ),
      '<</Type/Annot/Subtype/Stamp/Rect[0 0 60 80]/F 2/AP<</N 7 0 R>>>>',
    ],
    content: '3 0 0 3 0 0 cm q 0 0 5 5 re W n 1 0 0 rg',
  },
};

describe('both engines see the same', () => {
  test.each(Object.entries(SMALL))('%s', async (_, pdf) => {
    expect(await compare(smallPdf(pdf))).toEqual([]);
  });

  test.skipIf(files.length === 0).each(files)('%s (skipped where there are no originals)', async (name) => {
    const bytes = readFileSync(join(FOLDER, name));
    // What the lean engine declines is there for the other one alone.
    if (readLean(bytes).outcome !== 'declined') expect(await compare(bytes)).toEqual([]);
  });
});

test('a difference is told', async () => {
  const read = async (content: string) => {
    const outcome = await engine.readPages(smallPdf({ ...FONT, content }));
    return outcome.outcome === 'read' ? outcome.pages : [];
  };
  const one = await read('BT /F 9 Tf 9 9 Td (12) Tj ET 0 0 9 9 re f');
  expect(disagreements(one, await read('BT /F 9 Tf 9 9 Td (13) Tj ET 0 0 9 9 re f'))).toHaveLength(1);
  expect(disagreements(one, await read('BT /F 9 Tf 9.2 9 Td (12) Tj ET 0 0 9 9 re f'))).toHaveLength(2);
  expect(disagreements(one, await read('BT /F 9 Tf 9 9 Td (12) Tj ET 0 0 9 9 re S'))).toHaveLength(1);
  expect(disagreements(one, await read('0 0 9 9 re f BT /F 9 Tf 9 9 Td (12) Tj ET'))).toHaveLength(1);
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPERATORS } from '../../../../parsers/pdf/pdfjs/operators.ts';
import { engine, readSmall } from './read-small.ts';
import { smallPdf, stream } from './small-pdf.ts';

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
const FONT = { resources: '/Font<</F 5 0 R>>', objects: [HELVETICA] };
const PLAIN = { ...FONT, content: 'BT /F 9 Tf 9 9 Td (1,205) Tj ET' };

const textOf = (glyphs: readonly { text: string }[]) => glyphs.map(({ text }) => text).join('');

async function codeOf(bytes: Uint8Array): Promise<string> {
  const outcome = await engine.readPages(bytes);
  return outcome.outcome === 'unreadable' ? outcome.unreadable.code : outcome.outcome;
}

test('operators have the numbers that pdf.js gives them', async () => {
  const { PDFParse } = await import('pdf-parse');
  PDFParse.setWorker();
  const { pdfjs } = globalThis as unknown as { pdfjs: { OPS: Record<string, number> } };
  expect(pdfjs.OPS).toMatchObject(OPERATORS);
});

test('the bytes that are given stay with the caller', async () => {
  const bytes = smallPdf(PLAIN);
  const before = bytes.slice();
  await engine.readPages(bytes);
  expect(bytes).toEqual(before);
});

describe('what is painted only to mask something else', () => {
  const masked = (content: string) => ({
    resources: '/Font<</F 5 0 R>>/ExtGState<</G 6 0 R/N<</SMask/None>>>>',
    objects: [
      HELVETICA,
      '<</SMask<</S/Luminosity/G 7 0 R>>>>',
      stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Font<</F 5 0 R>>>>',
        'BT /F 9 Tf 9 9 Td (mask) Tj ET 0 0 50 50 re f',
      ),
    ],
    content,
  });

  test('is not shown, and neither is text of which it would have to be painted to know', async () => {
    const page = await readSmall(masked('/G gs BT /F 9 Tf 9 9 Td (7) Tj /N gs (8) Tj ET'));
    expect(page.paths).toEqual([]);
    expect(textOf(page.glyphs.filter(({ invisible }) => !invisible))).toBe('8');
  });
});

test('layers are told apart by expressions over them', async () => {
  const { glyphs } = await readSmall({
    catalogue: '/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]/Order[]>>>>',
    resources: '/Font<</F 5 0 R>>/Properties<</P 8 0 R/Q 9 0 R>>',
    objects: [
      HELVETICA,
      '<</Type/OCG/Name(off)>>',
      '<</Type/OCG/Name(on)>>',
      '<</Type/OCMD/VE[/And 6 0 R 7 0 R]>>',
      '<</Type/OCMD/VE[/Not 6 0 R]>>',
    ],
    content: 'BT /F 9 Tf 9 9 Td /OC /P BDC (a) Tj EMC /OC /Q BDC (b) Tj EMC ET',
  });
  expect(glyphs.map(({ text, invisible }) => [text, invisible])).toEqual([
    ['a', true],
    ['b', false],
  ]);
});

describe('files that cannot be read', () => {
  test('no PDF at all is damaged', async () => {
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\nnothing else'))).toBe('damaged');
  });

  test('fewer pages than the file counts is damaged, not a short report', async () => {
    expect(await codeOf(smallPdf({ ...PLAIN, count: 3 }))).toBe('damaged');
  });

  test('content that refers to what is not there is damaged, not an empty page', async () => {
    expect(await codeOf(smallPdf({ ...PLAIN, content: '/Nothing Do BT /F 9 Tf 9 9 Td (1) Tj ET' }))).toBe('damaged');
  });
});

const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;

function encrypted(...how: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-qpdf-'));
  try {
    const [from, to] = [join(folder, 'plain.pdf'), join(folder, 'encrypted.pdf')];
    writeFileSync(from, smallPdf(PLAIN));
    execFileSync('qpdf', ['--allow-weak-crypto', '--encrypt', ...how, '--', from, to]);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasQpdf)('encryption (skipped where qpdf is not installed)', () => {
  test.each([
    ['AES of 256 bits', ['256']],
    ['AES of 128 bits', ['128', '--use-aes=y']],
    ['RC4 of 128 bits', ['128', '--use-aes=n']],
    ['RC4 of 40 bits', ['40']],
  ])('%s that only guards against changes is read', async (_, how) => {
    const outcome = await engine.readPages(encrypted('', 'owner', ...how));
    expect(outcome.outcome === 'read' && outcome.pages.map(({ glyphs }) => textOf(glyphs))).toEqual(['1,205']);
  });

  test.each([
    ['AES of 256 bits', ['256']],
    ['RC4 of 128 bits', ['128', '--use-aes=n']],
  ])('%s that asks for a password is answered so', async (_, how) => {
    expect(await codeOf(encrypted('secret', 'owner', ...how))).toBe('encrypted');
  });
});

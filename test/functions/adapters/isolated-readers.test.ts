import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type IsolatedReaders, isolatedReaders } from '../../../functions/adapters/isolated-readers.ts';
import type { ReadingLimits } from '../../../functions/adapters/watched-thread.ts';
import type { EngineOutcome } from '../../../parsers/pdf/engine.ts';
import { SAMPLES, transcriptions } from '../../dresses/samples-on-disk.ts';
import { smallPdf, stream } from '../../parsers/pdf/pdfjs/small-pdf.ts';

const SCRIPT = fileURLToPath(new URL('read-and-end.ts', import.meta.url));
const BUNDLE_WORKER = fileURLToPath(new URL('../../../cdk/bundle-reading-worker.ts', import.meta.url));

const MB = 1024 * 1024;
const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
const SOUND = smallPdf({
  resources: '/Font<</F 5 0 R>>',
  objects: [HELVETICA],
  content: 'BT /F 9 Tf 9 9 Td (1,205) Tj ET',
});

/** Text in a Chinese font that is not embedded: needs a character map from outside. */
const CHINESE = smallPdf({
  resources: '/Font<</F 5 0 R>>',
  content: 'BT /F 10 Tf 20 50 Td <B9ABBFAA> Tj ET',
  objects: [
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>',
  ],
});

/** Twelve forms of twelve forms of twelve …, eight deep. */
const NESTED = smallPdf({
  resources: '/XObject<</F 5 0 R>>',
  content: '/F Do '.repeat(12),
  objects: Array.from({ length: 8 }, (_, level) =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F ${level + 6} 0 R>>>>`,
      level < 7 ? '/F Do '.repeat(12) : '0 0 m 1 1 l S',
    ),
  ),
});

/** A font file that inflates to 300 MB. */
const INFLATED = smallPdf({
  resources: '/Font<</F 5 0 R>>',
  content: 'BT /F 9 Tf (!) Tj ET',
  objects: [
    '<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 33/LastChar 33/Widths[500]/Encoding/WinAnsiEncoding/FontDescriptor 6 0 R>>',
    '<</Type/FontDescriptor/FontName/X/Flags 32/FontFile2 7 0 R>>',
    stream('/Filter/FlateDecode', Buffer.from(deflateSync(new Uint8Array(300 * MB))).toString('latin1')),
  ],
});

/** A character map of two lines that names 16 million codes. */
const MAPPED = smallPdf({
  resources: '/Font<</F 5 0 R>>',
  content: 'BT /F 9 Tf (!) Tj ET',
  objects: [
    HELVETICA.replace('>>', '/ToUnicode 6 0 R>>'),
    stream(
      '',
      '1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00000000> <00FFFFFF> <4E00> endbfrange',
    ),
  ],
});

let engine: IsolatedReaders | undefined;
const start = (limits: Partial<ReadingLimits> = {}): IsolatedReaders => {
  engine = isolatedReaders({ limits: { processBytes: 4_000 * MB, ...limits } });
  return engine;
};
afterEach(() => engine?.close());

const told = (outcome: EngineOutcome) =>
  outcome.outcome === 'read'
    ? outcome.pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('')
    : outcome.outcome === 'unreadable'
      ? outcome.unreadable.code
      : outcome.why;

const readAll = async ({ pdf: reader }: IsolatedReaders, files: readonly Uint8Array[]) =>
  (await Promise.all(files.map((bytes) => reader.readPages(bytes)))).map(told);

describe('pdf.js in a thread', () => {
  test('reads one file after the other, with character maps where they are needed', async () => {
    expect(await readAll(start(), [SOUND, CHINESE, SOUND])).toEqual(['1,205', '公开', '1,205']);
  });

  test('leaves the bytes with the caller', async () => {
    const bytes = SOUND.slice();
    await start().pdf.readPages(bytes);
    expect(bytes).toEqual(SOUND);
  });

  test('what takes too long is ended, and the next file is read', async () => {
    expect(await readAll(start({ milliseconds: 3_000 }), [SOUND, NESTED, SOUND])).toEqual([
      '1,205',
      'reader-stopped',
      '1,205',
    ]);
  });

  test('what takes too much memory outside the heap is ended, and the next file is read', async () => {
    const reader = start({ processBytes: 0, leastBytes: 100 * MB });
    expect(await readAll(reader, [SOUND, INFLATED, SOUND])).toEqual(['1,205', 'reader-stopped', '1,205']);
  });

  test('what takes too much of the heap is ended, and the next file is read', async () => {
    expect(await readAll(start({ heap: 64 }), [SOUND, NESTED, SOUND])).toEqual(['1,205', 'reader-stopped', '1,205']);
  });

  test('what leaps over a heap ends no process, and the next file is read', async () => {
    const reader = start({ processBytes: 0, leastBytes: 200 * MB });
    expect(await readAll(reader, [SOUND, MAPPED, SOUND])).toEqual(['1,205', 'reader-stopped', '1,205']);
  });

  test('what is read when it is closed is answered; another file starts another thread', async () => {
    const reader = start();
    expect(told(await reader.pdf.readPages(SOUND))).toBe('1,205');
    const reading = reader.pdf.readPages(NESTED);
    await Promise.resolve();
    await reader.close();
    expect(told(await reading)).toBe('reader-stopped');
    expect(told(await reader.pdf.readPages(SOUND))).toBe('1,205');
  });

  test('a thread that cannot start is our fault, not that of the file', async () => {
    const reader = isolatedReaders({ entry: new URL('nowhere.mjs', import.meta.url) });
    await expect(reader.pdf.readPages(SOUND)).rejects.toThrow(/nowhere/);
  });
});

describe('a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bundle-'));
  const file = join(folder, 'chinese.pdf');
  writeFileSync(file, CHINESE);
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [...args, file], { timeout: 25_000, encoding: 'utf8', stdio: 'pipe' });

  test('reads from the sources, and ends although the thread is idle', () => {
    expect(run('--import', 'tsx', SCRIPT)).toBe('read 公开\n');
  });

  test('reads from a bundle, with nothing but what lies in its folder', async () => {
    const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'silent' } as const;
    await build({ ...options, entryPoints: [SCRIPT], outfile: join(folder, 'index.mjs') });
    execFileSync(process.execPath, ['--import', 'tsx', BUNDLE_WORKER, folder]);
    expect(run(join(folder, 'index.mjs'))).toBe('read 公开\n');
  });
});

describe('mammoth in the same thread', () => {
  const sample = transcriptions()[0];
  const docx = readFileSync(join(SAMPLES, sample?.id ?? '', sample?.file ?? ''));

  test('converts a .docx, between PDF files', async () => {
    const reader = start();
    const [html, page] = await Promise.all([reader.docxToHtml(docx), reader.pdf.readPages(SOUND)]);
    expect(html).toContain('<td');
    expect(told(page)).toBe('1,205');
  });

  test('what is no .docx is nothing', async () => {
    expect(await start().docxToHtml(SOUND)).toBeUndefined();
  });
});

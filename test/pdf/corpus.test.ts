import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { TrueFigure, Truth } from './dresses/pdf-dress.ts';
import { hasChromium, printHtml } from './print/chromium.ts';
import { convert, hasLibreOffice } from './print/libreoffice.ts';
import { compareReading } from './run/compare.ts';
import { readPdf } from './run/read.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const hasCorpus = existsSync(CORPUS);
const SUPPORTED = ['pingtan_2019', 'pingtan_2020', 'pingtan_2022'];
const BEFORE_2019 = ['pingtan_2014', 'pingtan_2018'];

const page = (id: string): Uint8Array => readFileSync(join(CORPUS, 'pages', `${id}.html`));

/** What was transcribed by hand. */
function truthOf(id: string): Truth {
  const { figures } = JSON.parse(readFileSync(join(CORPUS, 'figures', `${id}.json`), 'utf8'));
  const states = Object.entries(figures as Record<string, number | null>).map(
    ([figure, value]) =>
      [figure as never, { value, state: value === null ? 'blank' : 'stated' } as TrueFigure] as const,
  );
  return new Map(states);
}

const compare = async (bytes: Uint8Array | undefined, truth: Truth) => {
  const { wrong, lost } = compareReading({ truth, refusals: [] }, await readPdf(bytes ?? new Uint8Array()));
  return { wrong, lost };
};
const EQUAL = { wrong: [], lost: [] };

const PRINTERS = [
  {
    name: 'Chromium',
    installed: hasChromium,
    print: (pages: readonly Uint8Array[]) =>
      printHtml(pages.map((bytes) => ({ html: Buffer.from(bytes).toString('utf8'), options: { format: 'A4' } }))),
  },
  {
    name: 'LibreOffice',
    installed: hasLibreOffice,
    print: (pages: readonly Uint8Array[]) => convert(pages, { from: 'html', to: 'pdf' }),
  },
];

describe.each(PRINTERS)('real pages as $name prints them (skipped without the corpus or $name)', (printer) => {
  const isPossible = hasCorpus && printer.installed;
  let printed = new Map<string, Uint8Array>();
  beforeAll(async () => {
    if (!isPossible) return;
    const ids = [...SUPPORTED, ...BEFORE_2019];
    const pdfs = await printer.print(ids.map(page));
    printed = new Map(pdfs.map((bytes, at) => [ids[at] ?? '', bytes] as const));
  }, 120_000);

  test.skipIf(!isPossible).each(SUPPORTED)('%s has the figures of its transcription', async (id) => {
    expect(await compare(printed.get(id), truthOf(id))).toEqual(EQUAL);
  });

  test.skipIf(!isPossible).each(BEFORE_2019)('%s is refused as a form that is not supported', async (id) => {
    const reading = await readPdf(printed.get(id) ?? new Uint8Array());
    expect(reading).toMatchObject({ readable: false, code: 'form-not-supported' });
  });
});

describe.skipIf(!hasCorpus)('originals as they were published (skipped without the corpus)', () => {
  test.each([
    ['huaian_city_2024', 200],
    ['hongze_district_2024', 186],
  ] as const)('%s has its %i figures', async (id, count) => {
    const truth = truthOf(id);
    expect(truth.size).toBe(count);
    expect(await compare(readFileSync(join(CORPUS, 'originals', `${id}.pdf`)), truth)).toEqual(EQUAL);
  });

  test.skipIf(!hasLibreOffice)(
    'the blank form, printed, is blank everywhere',
    async () => {
      const template = readFileSync(join(CORPUS, 'originals/template_2021_blank.docx'));
      const [bytes] = await convert([template], { from: 'docx', to: 'pdf' });
      const ids = TABLE_IDS.flatMap((table) => figuresOf(tableForm('2021', table))).map(({ id }) => id);
      expect(await compare(bytes, new Map(ids.map((id) => [id, { state: 'blank', value: null }])))).toEqual(EQUAL);
    },
    60_000,
  );
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftSample } from '../../samples/draft-sample.ts';
import type { Transcription } from '../../samples/transcription.ts';
import { SAMPLES, transcriptions } from '../dresses/samples-on-disk.ts';
import type { TrueFigure } from './dresses/pdf-dress.ts';
import { writeHtml } from './dresses/write-html.ts';
import { hasChromium, printHtml } from './print/chromium.ts';
import { convert, hasLibreOffice } from './print/libreoffice.ts';
import { compareReading } from './run/compare.ts';
import { readPdf } from './run/read.ts';

const samples = transcriptions();

/** A plain page with ruled tables, as a web editor gives it. */
const CSS =
  'body{font:12pt/1.6 "Noto Serif CJK SC",serif}p{margin:0}p.title{text-align:center}' +
  'table{width:100%;border-collapse:collapse;font-size:9pt}td{border:1px solid #000;padding:1pt 2pt;overflow-wrap:anywhere}' +
  'td.figure,td.header{text-align:center}';

const htmlOf = (sample: Transcription): string =>
  writeHtml(draftSample(sample), { css: CSS, repeatsHeaders: false, statesWidths: true });

function truthOf({ figures }: Transcription): Map<never, TrueFigure> {
  const states = Object.entries(figures).map(
    ([id, value]) =>
      [id as never, { value, state: value === null ? ('blank' as const) : ('stated' as const) }] as const,
  );
  return new Map(states);
}

const PRINTERS = [
  {
    name: 'LibreOffice',
    installed: hasLibreOffice,
    print: () =>
      convert(
        samples.map(({ id, file }) => readFileSync(join(SAMPLES, id, file))),
        { from: 'docx', to: 'pdf' },
      ),
  },
  {
    name: 'Chromium',
    installed: hasChromium,
    print: () => printHtml(samples.map((sample) => ({ html: htmlOf(sample), options: { format: 'A4' } }))),
  },
];

describe.each(PRINTERS)(
  'the samples as $name prints them (skipped where it is not installed)',
  ({ installed, print }) => {
    let printed: Uint8Array[] = [];
    beforeAll(async () => {
      if (installed) printed = await print();
    }, 120_000);

    test.skipIf(!installed).each(samples.map((sample, at) => [sample.id, sample, at] as const))(
      '%s has every figure of its transcription, and no other',
      async (_, sample, at) => {
        const reading = await readPdf(printed[at] ?? new Uint8Array());
        const { wrong, lost } = compareReading({ truth: truthOf(sample), refusals: [] }, reading);
        expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
      },
    );
  },
);

import { beforeAll, describe, expect, test } from 'vitest';
import { dressPdf } from './dresses/dress-pdf.ts';
import type { Kind } from './dresses/pdf-dress.ts';
import { hasChromium } from './print/chromium.ts';
import { hasLibreOffice } from './print/libreoffice.ts';
import { type Comparison, compareReading } from './run/compare.ts';
import { printDresses } from './run/print-dresses.ts';
import { readPdf } from './run/read.ts';
import { tallyOf } from './run/tally.ts';

/** A slice of what `npm run dresses:pdf` draws; the share of figures that has to be found is the least of the runs. */
const SLICES: readonly { kind: Kind; count: number; installed: boolean; leastFound: number }[] = [
  { kind: 'chromium-ruled', count: 14, installed: hasChromium, leastFound: 0.95 },
  { kind: 'chromium-unruled', count: 8, installed: hasChromium, leastFound: 0.97 },
  { kind: 'libreoffice', count: 12, installed: hasLibreOffice, leastFound: 0.95 },
  { kind: 'raw-ruled', count: 20, installed: true, leastFound: 0.95 },
  { kind: 'raw-unruled', count: 10, installed: true, leastFound: 0.97 },
  { kind: 'raw-odd', count: 16, installed: true, leastFound: 0.9 },
];
const FIRST_SEED = 1;

describe.each(SLICES)('PDFs drawn as $kind', ({ kind, count, installed, leastFound }) => {
  const dresses = Array.from({ length: count }, (_, at) => dressPdf(FIRST_SEED + at, kind));
  const compared = new Map<number, Comparison>();
  let printed: Uint8Array[] = [];
  beforeAll(async () => {
    if (installed) printed = await printDresses(dresses);
  }, 120_000);

  test.skipIf(!installed).each(dresses.map((dress, at) => [dress.seed, dress, at] as const))(
    'no figure of seed %i is read wrongly (skipped where its printer is not installed)',
    async (seed, dress, at) => {
      const comparison = compareReading(dress, await readPdf(printed[at] ?? new Uint8Array()));
      compared.set(seed, comparison);
      expect(comparison.wrong, dress.about.join(' · ')).toEqual([]);
    },
  );

  test.skipIf(!installed)('most figures are found', () => {
    const lost = [...compared].flatMap(([seed, { lost }]) => lost.slice(0, 3).map((line) => `seed ${seed} ${line}`));
    const { found, figures } = tallyOf([...compared.values()]);
    expect(found / figures, lost.join('\n')).toBeGreaterThanOrEqual(leastFound);
  });
});

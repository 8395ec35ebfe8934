import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPdf } from '../../../../parsers/pdf/file/open-pdf.ts';
import { walkPdf } from '../../../../parsers/pdf/file/walk-pdf.ts';
import { latin1, textOf } from './build-pdf.ts';

const ORIGINALS = join(import.meta.dirname, '../../../../../shared/corpus/originals');

describe.skipIf(!existsSync(ORIGINALS))('published reports (skipped without the corpus)', () => {
  test.each([
    ['hongze_district_2024', 5],
    ['huaian_city_2024', 6],
  ])('%s has %d pages, as stated, rebuilt, and for the walk', (name, pages) => {
    const bytes = readFileSync(join(ORIGINALS, `${name}.pdf`));
    const stated = openPdf(bytes);
    expect(stated.rebuilt).toBe(false);
    expect(stated.pages).toHaveLength(pages);
    walkPdf(stated);
    const rebuilt = openPdf(latin1(textOf(bytes).replace(/startxref\s+\d+/, 'startxref\n1')));
    expect(rebuilt.rebuilt).toBe(true);
    const contents = (file: typeof stated) =>
      file.pages.map((page) => page.contents.map((content) => textOf(file.decode(content))));
    expect(contents(rebuilt)).toEqual(contents(stated));
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { hasLibreOffice } from '../pdf/print/libreoffice.ts';
import { compareFigures, errorsOf, recordOf } from './assess.ts';
import { assessDocx } from './assess-docx.ts';
import { pagesToDocx } from './libreoffice.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus/pages');
const SUPPORTED = ['pingtan_2019', 'pingtan_2020', 'pingtan_2022'];
const BEFORE_2019 = ['pingtan_2014', 'pingtan_2018'];
const possible = hasLibreOffice && existsSync(CORPUS);

describe.skipIf(!possible)('real pages as LibreOffice writes them (skipped without the corpus or LibreOffice)', () => {
  let documents: ReadonlyMap<string, Uint8Array>;
  const bytesOf = (id: string) => documents.get(id) ?? new Uint8Array();

  beforeAll(async () => {
    documents = await pagesToDocx([...SUPPORTED, ...BEFORE_2019].map((id) => join(CORPUS, `${id}.html`)));
  }, 150_000);

  test.each(SUPPORTED)('%s is complete and equal to its transcription', (id) => {
    const record = recordOf(bytesOf(id));
    const figures: Record<string, number> = JSON.parse(
      readFileSync(join(SAMPLES, id, 'expected/figures.json'), 'utf8'),
    );
    const careful = Object.entries(figures).map(([figure, value]) => [figure, { value, state: 'stated' }] as const);
    expect(compareFigures(record, careful)).toEqual({ wrong: [], lost: [] });
    expect(record.body).toBe('平潭综合实验区');
    expect(`pingtan_${record.year}`).toBe(id);
    expect(errorsOf(record)).toEqual(id === 'pingtan_2020' ? ['T3-RESULTS natural_person', 'T3-RESULTS total'] : []);
  });

  test.each(BEFORE_2019)('%s is refused as a form that is not supported', (id) => {
    expect(assessDocx({ bytes: bytesOf(id), sha256: '', fileName: `${id}.docx` })).toMatchObject({
      readable: false,
      code: 'form-not-supported',
    });
  });
});

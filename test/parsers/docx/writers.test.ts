import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sniff } from '../../../parsers/bytes/sniff.ts';
import type { Document } from '../../../parsers/document/document.ts';
import { readDocx } from '../../../parsers/docx/read-docx.ts';
import { docx, paragraph } from './build-docx.ts';
import { generateTable } from './generated-tables.ts';
import { cellAt, drawGrid, grids, readable } from './matchers.ts';
import { seeded } from './seeded.ts';

const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync);
const CORPUS = join(import.meta.dirname, '../../../../shared/corpus');
const PAGES = ['pingtan_2014', 'pingtan_2018', 'pingtan_2019', 'pingtan_2020', 'pingtan_2022'];
const hasCorpus = existsSync(CORPUS);

/** Rows and columns of every grid. */
function sizes(document: Document): string[] {
  return grids(document).map((grid) => `${grid.rowCount} × ${grid.columnCount}`);
}

if (OFFICE === undefined) console.log('skipped: LibreOffice (soffice) is not installed');
if (!hasCorpus) console.log('skipped: the corpus of real reports does not stand beside the project');

describe.skipIf(!hasCorpus)('the blank form as offices hand it out, written by WPS', () => {
  it('has its three grids', async () => {
    const document = readable(readDocx(await readFile(join(CORPUS, 'originals/template_2021_blank.docx'))));
    expect(sizes(document)).toEqual(['14 × 4', '28 × 10', '4 × 15']);
    const results = cellAt(grids(document)[1] ?? fail(), 5, 0);
    expect(results).toMatchObject({ text: '三、本年度办理结果', rowSpan: 22, columnSpan: 1 });
    for (const grid of grids(document)) expect(grid).toBeNoted();
  });
});

describe.skipIf(OFFICE === undefined)('files that LibreOffice writes', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gouji-writers-'));
    const generated = docx(
      Array.from({ length: 20 }, (_, seed) => generateTable(seeded(seed)).xml + paragraph('')).join(''),
    );
    await writeFile(join(folder, 'generated.docx'), generated);
    const pages = hasCorpus ? PAGES.map((page) => join(CORPUS, 'pages', `${page}.html`)) : [];
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const output = ['--convert-to', 'docx:Office Open XML Text', '--outdir', join(folder, 'out')];
    const files = [join(folder, 'generated.docx'), ...pages];
    await promisify(execFile)(OFFICE ?? '', [profile, '--headless', '--writer', ...output, ...files]);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function readConverted(name: string): Promise<Document> {
    const bytes = await readFile(join(folder, 'out', `${name}.docx`));
    expect(sniff(bytes)).toEqual({ format: 'docx' });
    return readable(readDocx(bytes));
  }

  it('keep twenty tables as they were made', async () => {
    const document = await readConverted('generated');
    const made = Array.from({ length: 20 }, (_, seed) => readable(readDocx(docx(generateTable(seeded(seed)).xml))));
    expect(grids(document).map(drawGrid)).toEqual(made.flatMap(grids).map(drawGrid));
  });

  it.skipIf(!hasCorpus).each([
    ['pingtan_2014', ['17 × 4']],
    ['pingtan_2018', ['16 × 4']],
    ['pingtan_2019', ['18 × 4', '26 × 10', '4 × 15']],
    ['pingtan_2020', ['18 × 4', '26 × 10', '5 × 15']],
    ['pingtan_2022', ['14 × 4', '28 × 10', '4 × 15']],
  ])('of the web page %s have its grids', async (page, expected) => {
    const document = await readConverted(page);
    expect(sizes(document)).toEqual(expected);
    for (const grid of grids(document)) expect(grid).toBeNoted();
  });

  it.skipIf(!hasCorpus)('of a web page have the figures in their columns', async () => {
    const [, requests] = grids(await readConverted('pingtan_2020'));
    expect(drawGrid(requests ?? fail())[5]).toBe('三、本年度办理结果 | （一）予以公开 | < | 6 | 0 | 0 | 0 | 0 | 1 | 7');
  });
});

function fail(): never {
  throw new Error('a grid is missing');
}

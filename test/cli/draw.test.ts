import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { dressPdf } from '../pdf/dresses/dress-pdf.ts';
import { printDresses } from '../pdf/run/print-dresses.ts';
import { runGouji } from './run-gouji.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-draw-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gouji draw', () => {
  const dress = dressPdf(1, 'raw-ruled');
  const file = join(folder, '报告.pdf');
  beforeAll(async () => {
    const [pdf] = await printDresses([dress]);
    writeFileSync(file, pdf ?? new Uint8Array());
  });

  test('writes each page with its cells and the figures read from them', async () => {
    const { code, stdout } = await runGouji('draw', file, '-o', join(folder, 'pages'));
    expect(code).toBe(0);
    const written = stdout.trim().split('\n');
    expect(written.length).toBeGreaterThan(1);
    expect(readdirSync(join(folder, 'pages')).length).toBe(written.length);
    const drawn = written.map((path) => readFileSync(path, 'utf8')).join('\n');
    const stated = [...dress.truth].filter(([, { state }]) => state === 'stated');
    const shown = stated.filter(([id, { value }]) => drawn.includes(`${id} = ${value}\n`));
    expect(shown.length).toBeGreaterThan(0.9 * stated.length);
    expect(drawn).toContain('stroke="#e03131"');
    expect(drawn).not.toMatch(/<script|href=/u);
  });

  test('says what to do with a .docx', async () => {
    const [id = ''] = readdirSync(SAMPLES).filter((name) => /_\d{4}$/.test(name));
    const docx = readdirSync(join(SAMPLES, id)).find((name) => name.endsWith('.docx')) ?? '';
    const { code, stderr } = await runGouji('draw', join(SAMPLES, id, docx));
    expect(code).toBe(2);
    expect(stderr).toContain('只能画 PDF');
  });
});

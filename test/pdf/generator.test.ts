import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dressPdf } from './dresses/dress-pdf.ts';
import { KINDS, type Truth } from './dresses/pdf-dress.ts';

/** Proves the generator without any reader of ours: other programs must find the files sound and the digits in them. */
const RAW = KINDS.filter((kind) => kind.startsWith('raw-'));
const SEEDS = [3, 4, 5, 6, 9, 10];
const DRAWN = RAW.flatMap((kind) => SEEDS.map((seed) => [kind, seed] as const));

const has = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined;
const hasQpdf = has('qpdf', '--version');
const hasPoppler = has('pdftotext', '-v');

const folder = mkdtempSync(join(tmpdir(), 'gouji-generator-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(kind: (typeof KINDS)[number], seed: number) {
  const dress = dressPdf(seed, kind);
  const path = join(folder, `${kind}-${seed}.pdf`);
  if (dress.source.from === 'raw') writeFileSync(path, dress.source.bytes);
  return { dress, path };
}

describe.each(DRAWN)('%s %i', (kind, seed) => {
  test('is drawn again from its seed', () => {
    const [once, again] = [dressPdf(seed, kind), dressPdf(seed, kind)];
    expect(again.source).toEqual(once.source);
    expect(again.truth).toEqual(once.truth);
  });

  test.skipIf(!hasQpdf)('is sound (skipped where qpdf is not installed)', () => {
    const { stdout, status } = spawnSync('qpdf', ['--check', written(kind, seed).path], { encoding: 'utf8' });
    expect(status, stdout).toBe(0);
  });

  test.skipIf(!hasPoppler)(
    'holds the digits of its figures (skipped where poppler or its maps of GB characters are not installed)',
    ({ skip }) => {
      const { dress, path } = written(kind, seed);
      const { stdout, stderr } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
      skip(stderr.includes('Missing language pack'), 'poppler-data is not installed');
      const there = countDigits(stdout.normalize('NFKC'));
      for (const [digit, count] of countDigits(digitsOf(dress.truth)))
        expect(there.get(digit) ?? 0, `digit ${digit}`).toBeGreaterThanOrEqual(count);
    },
  );
});

const digitsOf = (truth: Truth): string =>
  [...truth].map(([id, { value }]) => (id.endsWith('.amount') ? '' : String(value ?? ''))).join(' ');

function countDigits(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const digit of text.match(/\d/gu) ?? []) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  return counts;
}

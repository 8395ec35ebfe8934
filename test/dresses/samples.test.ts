import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import { buildSample } from '../../samples/build-sample.ts';
import { draftSample } from '../../samples/draft-sample.ts';
import { type Draft, visibleText } from '../../samples/writers/draft.ts';
import { tableRows } from '../../samples/writers/table-rows.ts';
import { SAMPLES, transcriptions } from './samples-on-disk.ts';
import { malformedParts } from './well-formed.ts';

const CORPUS = join(SAMPLES, '../../shared/corpus/figures');
const samples = transcriptions();

test('there are ten samples, at least three of each writer', () => {
  expect(samples).toHaveLength(10);
  const counts = new Map<string, number>();
  for (const { writer } of samples) counts.set(writer, (counts.get(writer) ?? 0) + 1);
  expect([...counts.values()].every((count) => count >= 3) && counts.size === 3).toBe(true);
});

test.each(samples.map((each) => [each.id, each] as const))(
  '%s on disk is what its transcription builds',
  (id, sample) => {
    for (const [path, content] of buildSample(sample)) {
      expect(Buffer.from(content).equals(readFileSync(join(SAMPLES, id, path))), path).toBe(true);
    }
  },
);

test.each(samples.map((each) => [each.id, each] as const))('%s states every figure of its forms', (_, sample) => {
  const ids = TABLE_IDS.flatMap((table) => figuresOf(tableForm(sample.forms[table], table))).map(({ id }) => id);
  expect(Object.keys(sample.figures).sort()).toEqual([...ids].sort());
  expect(malformedParts(buildSample(sample).get(sample.file) ?? new Uint8Array())).toEqual([]);
});

test.skipIf(!existsSync(CORPUS)).each(samples.map((each) => [each.id, each] as const))(
  '%s carries the figures of the corpus (skipped where ../shared is absent)',
  (id, sample) => {
    const corpus = JSON.parse(readFileSync(join(CORPUS, `${id}.json`), 'utf8'));
    expect(sample.figures).toEqual(corpus.figures);
    expect([sample.body, sample.year]).toEqual([corpus.body, corpus.year]);
  },
);

test('the seed report says what its text dump says', () => {
  const sample = samples.find(({ id }) => id === 'lucheng_hrss_2020');
  const dump = readFileSync(join(SAMPLES, 'lucheng_hrss_2020/seed.txt'), 'utf8');
  const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
  expect(sample && lines(dumpText(draftSample(sample)))).toEqual(lines(dump));
});

/** A draft as the seed was dumped: a cell to a line after a tab, merged cells empty below their first row. */
function dumpText(draft: Draft): string {
  return draft.blocks
    .flatMap((block) => {
      if (block.kind === 'frame') return [];
      if (block.kind === 'paragraph') return [visibleText(block)];
      return tableRows(block).flatMap((row) =>
        row.cells.map(({ cell }) => `\t${cell ? cell.paragraphs.map(visibleText).join('\n') : ''}`),
      );
    })
    .join('\n');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkResultSchema, toCheckResult } from '../../records/contract/check-result.ts';
import { SAMPLES, transcriptions } from '../dresses/samples-on-disk.ts';
import { compareFigures, recordOf } from './assess.ts';
import { assessDocx } from './assess-docx.ts';

const FOLDERS = transcriptions().map(({ id, body, year }) => ({ id, body, year }));

function readSample(id: string) {
  const folder = join(SAMPLES, id);
  const name = readdirSync(folder).find((file) => file.endsWith('.docx')) ?? '';
  const expected = (file: string): unknown => JSON.parse(readFileSync(join(folder, 'expected', file), 'utf8'));
  return { name, bytes: new Uint8Array(readFileSync(join(folder, name))), expected };
}

describe.each(FOLDERS)('the sample $id', ({ id, body, year }) => {
  const { name, bytes, expected } = readSample(id);
  const record = recordOf(bytes, name);

  test('has every figure of its transcription, read with certainty, and no other', () => {
    const figures = Object.entries(expected('figures.json') as Record<string, number | null>);
    const careful = figures.map(
      ([figure, value]) => [figure, { value, state: value === null ? 'blank' : 'stated' }] as const,
    );
    expect(compareFigures(record, careful)).toEqual({ wrong: [], lost: [] });
    expect(Object.keys(record.figures).sort()).toEqual(figures.map(([figure]) => figure).sort());
    expect(Object.values(record.figures).filter((figure) => figure.doubtful || figure.where === null)).toEqual([]);
  });

  test('names its body and year', () => {
    expect([record.body, record.year]).toEqual([body, year]);
  });

  test('has exactly the known findings of severity error', () => {
    const errors = record.findings.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject(expected('findings.json') as object[]);
    expect(record.outcome).toBe(errors.length === 0 ? 'accepted' : 'needs-review');
  });

  test('fulfils the contract of the command', () => {
    const assessment = assessDocx({ bytes, sha256: 'a'.repeat(64), fileName: name });
    expect(checkResultSchema.safeParse(toCheckResult(name, 'a'.repeat(64), assessment)).error).toBeUndefined();
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UNREADABLE } from '../../parsers/bytes/unreadable.ts';
import { toCheckResult } from '../../records/contract/check-result.ts';
import { explainUnreadable } from '../../records/explain.ts';
import { reportRecordSchema } from '../../records/report-record.ts';
import { SAMPLES, transcriptions } from '../dresses/samples-on-disk.ts';
import { assess } from './assessed.ts';

/** Reads the bytes: a record that the schema admits, or a code of the closed set with its sentences. */
function expectAnswer(bytes: Uint8Array): void {
  const assessment = assess(bytes);
  if (assessment.readable) {
    const kept = reportRecordSchema.parse(JSON.parse(JSON.stringify(assessment.record)));
    expect(isDeepStrictEqual(kept, assessment.record), 'the record comes back from JSON as it was').toBe(true);
    expect(Object.keys(assessment.record.figures).length).toBeGreaterThan(180);
  } else {
    expect(Object.keys(UNREADABLE)).toContain(assessment.code);
    expect(explainUnreadable(assessment).zh).not.toMatch(/[{}]|undefined/);
  }
  toCheckResult('报告.docx', '', assessment);
}

const samples = transcriptions().map(({ id, file }) => readFileSync(join(SAMPLES, id, file)));
const anySample = fc.constantFrom(...samples);
/** Where to change something, as a share of the length. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('whatever the bytes, there is an answer', () => {
  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4_000 }), expectAnswer), { numRuns: 300, seed: 11 });
  });

  test('random bytes that begin like a file', () => {
    const magic = fc.constantFrom(
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      '%PDF-',
      '{\\rtf',
      '<html',
      '<?xml ',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    );
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 2_000 }), (start, rest) => {
        expectAnswer(Uint8Array.from([...start].map((character) => character.charCodeAt(0)).concat([...rest])));
      }),
      { numRuns: 300, seed: 12 },
    );
  });

  test('samples cut off anywhere', () => {
    fc.assert(
      fc.property(anySample, place, (sample, at) => expectAnswer(sample.subarray(0, Math.floor(at * sample.length)))),
      { numRuns: 60, seed: 13 },
    );
  });

  test('samples with changed bytes', () => {
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anySample, changes, (sample, changed) => {
        const bytes = Uint8Array.from(sample);
        for (const [at, byte] of changed) bytes[Math.floor(at * bytes.length)] = byte;
        expectAnswer(bytes);
      }),
      { numRuns: 80, seed: 14 },
    );
  });

  test('samples whose markup was cut, doubled and moved about', () => {
    const edits = fc.array(fc.tuple(place, place, fc.constantFrom('drop', 'double', 'move')), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(anySample, edits, (sample, all) => {
        const parts = unzipSync(sample);
        let elements = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).split(/(?=<)/);
        for (const [from, length, what] of all) elements = edited(elements, from, length, what);
        expectAnswer(zipSync({ ...parts, 'word/document.xml': strToU8(elements.join('')) }, { level: 1 }));
      }),
      { numRuns: 80, seed: 15 },
    );
  });

  test('samples whose cells hold anything', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 }).map((drawn) => drawn.replace(/[<>&]/g, ''));
    fc.assert(
      fc.property(anySample, fc.array(text, { minLength: 1, maxLength: 5 }), (sample, texts) => {
        const parts = unzipSync(sample);
        let at = 0;
        const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
        const changed = xml.replace(/>(\d+)<\/w:t>/g, () => `>${texts[at++ % texts.length]}</w:t>`);
        expectAnswer(zipSync({ ...parts, 'word/document.xml': strToU8(changed) }, { level: 1 }));
      }),
      { numRuns: 40, seed: 16 },
    );
  });

  test('a sample whose cells hold a 1 with 400 zeros', () => {
    const [sample] = samples;
    if (!sample) throw new Error('no samples');
    const parts = unzipSync(sample);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const changed = xml.replace(/>(\d+)<\/w:t>/g, `>1${'0'.repeat(400)}</w:t>`);
    expectAnswer(zipSync({ ...parts, 'word/document.xml': strToU8(changed) }, { level: 1 }));
  });
});

function edited(elements: readonly string[], from: number, length: number, what: string): string[] {
  const start = Math.floor(from * elements.length);
  const count = 1 + Math.floor(length * length * elements.length * 0.3);
  const piece = elements.slice(start, start + count);
  switch (what) {
    case 'drop':
      return elements.toSpliced(start, count);
    case 'double':
      return elements.toSpliced(start, 0, ...piece);
    default:
      return elements.toSpliced(start, count).toSpliced(Math.floor(length * (elements.length - count)), 0, ...piece);
  }
}

test('the samples are there', () => {
  expect(samples).toHaveLength(readdirSync(SAMPLES).filter((name) => /_\d{4}$/.test(name)).length);
});

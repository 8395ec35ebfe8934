import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type IsolatedAssessor, isolatedAssessor } from '../../../functions/adapters/isolated-assessor.ts';
import { unpackJson } from '../../../functions/adapters/packed-json.ts';
import { type Assessment, assessReport } from '../../../records/assess-report.ts';
import { LEAN_READERS } from '../../readers.ts';
import { reportDocx } from '../ingest/uploads.ts';

const MB = 1024 * 1024;
const UNRULY = new URL('unruly-worker.mjs', import.meta.url);

let assessor: IsolatedAssessor | undefined;
afterEach(() => assessor?.close());

const upload = (bytes: Uint8Array, fileName: string) => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  fileName,
});

describe('a file that does this to its reader is answered, and the next file is read', () => {
  const limits = { milliseconds: 1_000, processBytes: 0, leastBytes: 300 * MB, heap: 64 };
  const ending = async (deed: string) => {
    assessor = isolatedAssessor({ entry: UNRULY, limits });
    const [first, next] = await Promise.all(
      [deed, 'good'].map((name) => assessor?.assess(upload(new Uint8Array(9), name))),
    );
    expect(next).toMatchObject({ code: 'empty' });
    return first;
  };

  test.each([
    ['hang', 'reader-stopped'],
    ['fill buffers', 'reader-stopped'],
    ['fill heap', 'reader-stopped'],
    ['throw', 'reader-crashed'],
    ['throw outside', 'reader-crashed'],
    ['exit', 'reader-crashed'],
  ])('%s: %s', async (deed, failed) => {
    expect(await ending(deed)).toMatchObject({ readable: false, failed });
  });

  test.each(['hang at the second reading', 'fill heap at the second reading'])(
    '%s: what was read first stands',
    async (deed) => {
      expect(await ending(deed)).toEqual({ readable: false, code: 'not-a-report' });
    },
  );

  test('a file that ends at its limit of time because others had the processor says nothing of itself', async () => {
    let asked = 0;
    // Half a second before the file was given, and most of the second that it was given.
    const processorTime = () => ({ ran: 100 * asked, waited: 900 * asked++ });
    assessor = isolatedAssessor({ entry: UNRULY, limits, processorTime });
    expect(await assessor.assess(upload(new Uint8Array(9), 'hang'))).toEqual({ readable: false, starved: true });
  });

  test.each([
    ['ran for half of it', { ran: 500, waited: 500 }],
    ['waited for something else', { ran: 0, waited: 100 }],
  ])('one that %s is stopped', async (_, each) => {
    let asked = 0;
    const processorTime = () => ({ ran: each.ran * asked, waited: each.waited * asked++ });
    assessor = isolatedAssessor({ entry: UNRULY, limits, processorTime });
    expect(await assessor.assess(upload(new Uint8Array(9), 'hang'))).toMatchObject({ failed: 'reader-stopped' });
  });

  test('what was thrown is told without its message', async () => {
    expect(await ending('throw')).toEqual({
      readable: false,
      failed: 'reader-crashed',
      fault: { name: 'RangeError', stack: '    at read (somewhere.ts:1:1)' },
    });
  });
});

test.each([
  { rests: 'above its bound', restingBytes: 0, files: ['file 1', 'file 2', 'file 1', 'file 2', 'file 1'] },
  { rests: 'below it', restingBytes: 10_000 * MB, files: ['file 1', 'file 2', 'file 3', 'file 4', 'file 5'] },
])(
  'a process that rests $rests: its thread is replaced after so many files, or kept',
  async ({ restingBytes, files }) => {
    assessor = isolatedAssessor({ entry: UNRULY, limits: { restingBytes, leastFiles: 2 } });
    const told: unknown[] = [];
    for (const _ of files) {
      const answer = await assessor.assess(upload(new Uint8Array(9), 'say which file of the thread it is'));
      told.push('fault' in answer && answer.fault?.name);
    }
    expect(told).toEqual(files);
  },
);

describe('a report read in the thread', () => {
  test('gives the same record as read here, and its document as evidence', async () => {
    assessor = isolatedAssessor();
    const file = upload(reportDocx(), '报告.docx');
    const here = await assessReport(file, LEAN_READERS);
    const there = await assessor.assess(file);
    if (!here.readable || !there.readable) throw new Error('a report was not read');
    expect(there.record).toEqual(here.record);
    expect(unpackJson(there.evidence)).toEqual(JSON.parse(JSON.stringify(here.document)));
  });

  test('that does not add up is read a second time in the thread', async () => {
    assessor = isolatedAssessor();
    const read = await assessor.assess(upload(reportDocx({ isBroken: true }), '报告.docx'));
    if (!read.readable) throw new Error('a report was not read');
    const errors = read.record.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ secondReading }) => secondReading)).toEqual(errors.map(() => 'agrees'));
    expect(errors).not.toEqual([]);
  });

  test('is told once it was read and before it is read again, where it accuses', async () => {
    const told = async (bytes: Uint8Array) => {
      const firsts: Assessment[] = [];
      await assessReport(upload(bytes, '报告.docx'), { ...LEAN_READERS, docxToHtml: async () => undefined }, (first) =>
        firsts.push(first),
      );
      return firsts;
    };
    expect(await told(reportDocx())).toEqual([]);
    const [first, ...others] = await told(reportDocx({ isBroken: true }));
    expect(others).toEqual([]);
    if (!first?.readable) throw new Error('a report was not read');
    expect(first.record.findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  });

  test('can be read a second time by itself', async () => {
    assessor = isolatedAssessor();
    const bytes = reportDocx();
    const again = await assessor.readAgain(bytes);
    const here = await assessReport(upload(bytes, '报告.docx'), LEAN_READERS);
    if (!here.readable) throw new Error('a report was not read');
    const found = Object.entries(here.record.figures).filter(([id, { value }]) => again?.get(id) === (value ?? 0));
    expect(found.length).toBe(Object.keys(here.record.figures).length);
  });

  test('that is no report has its code', async () => {
    assessor = isolatedAssessor();
    expect(await assessor.assess(upload(new Uint8Array(), '空.docx'))).toMatchObject({
      readable: false,
      code: 'empty',
    });
    const text = new TextEncoder().encode('{"name": "no report"}');
    expect(await assessor.assess(upload(text, 'package.json'))).toMatchObject({ code: 'unknown-format' });
  });
});

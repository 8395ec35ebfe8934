import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodyKeyOf,
  contentKey,
  evidenceObjectKey,
  fileNameOf,
  findingKey,
  findingsPrefix,
  headKey,
  ledgerByDayAttributes,
  ledgerDay,
  officeOf,
  openFindingsAttributes,
  REVISION_PREFIX,
  type ReportRef,
  reportRefOf,
  reportsByYearAttributes,
  revisionIdOf,
  revisionKey,
  revisionRecordKey,
  type UploadRef,
  uploadKey,
} from '../../records/keys.ts';

const SHA = 'ab'.repeat(32);
const one = (key: { pk: string; sk: string }) => JSON.stringify([key.pk, key.sk]);

/** Names with everything in them that a key is made of. */
const trickyName = fc.string({
  unit: fc.constantFrom('鹿', '城', '#', '/', '?', '@', '2', '0', 'REVISION#', 'HEAD', ' ', '（', '+', '%23'),
  maxLength: 12,
});

const refOf = (body: string | null, year: number | null, sha256 = SHA) =>
  reportRefOf(body === null ? undefined : bodyKeyOf(body), year, sha256);

describe('two things never share a key', () => {
  test('uploads', () => {
    // Bucket names hold no slash.
    const upload = fc.record({ bucket: fc.constantFrom('inbox', 'inbox-2'), key: trickyName, versionId: trickyName });
    fc.assert(
      fc.property(upload, upload, (first, second) => {
        const same = first.bucket === second.bucket && first.key === second.key && first.versionId === second.versionId;
        expect(one(uploadKey(first)) === one(uploadKey(second))).toBe(same);
      }),
      { numRuns: 2_000 },
    );
  });

  test('reports', () => {
    const report = fc.record({ body: trickyName, year: fc.constantFrom(2019, 2020, null) });
    fc.assert(
      fc.property(report, report, (first, second) => {
        const [a, b] = [refOf(first.body, first.year), refOf(second.body, second.year)];
        expect(one(headKey(a)) === one(headKey(b))).toBe(a.bodyKey === b.bodyKey && a.year === b.year);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the items of one report, whatever it is called', () => {
    fc.assert(
      fc.property(trickyName, (body) => {
        const report: ReportRef = { bodyKey: bodyKeyOf(body), year: 2020 };
        const keys = [
          headKey(report),
          revisionKey(report, 'r1'),
          revisionRecordKey(report, { revision: 'r1' }),
          findingKey(report, { revision: 'r1' }, 'T3-BALANCE', 'total'),
          findingKey(report, { revision: 'r1' }, 'T3-BALANCE', 'natural_person'),
          findingKey(report, { revision: 'r2' }, 'T3-BALANCE', 'total'),
          revisionRecordKey(report, { revision: 'r1', staged: '01' }),
          findingKey(report, { revision: 'r1', staged: '01' }, 'T3-BALANCE', 'total'),
          contentKey(SHA),
          uploadKey({ bucket: 'inbox', key: body, versionId: 'v' }),
        ].map(one);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('a body called like an unknown report is not taken for it', () => {
    const unknown = refOf(null, 2020);
    expect(refOf(unknown.bodyKey, 2020).bodyKey).not.toBe(unknown.bodyKey);
  });
});

describe('a body’s name', () => {
  test.each([
    ['鹿城区教育局', '鹿城区教育局'],
    [' 鹿城区 教育局\u3000', '鹿城区教育局'],
    ['“鹿城区教育局”', '鹿城区教育局'],
    ['鹿城区教育局（本级）', '鹿城区教育局本级'],
    ['鹿城区教育局(本级)', '鹿城区教育局本级'],
    ['鹿城#区/教育局', '鹿城区教育局'],
    ['Ｌucheng\u200b', 'Lucheng'],
  ])('%j is compared as %s', (name, key) => {
    expect(bodyKeyOf(name)).toBe(key);
    expect(bodyKeyOf(key)).toBe(key);
  });

  test('without body or year a report is filed by its bytes', () => {
    expect(refOf('鹿城区教育局', null)).toEqual({
      bodyKey: '?abababababababab',
      year: null,
    });
    expect(refOf(null, 2020)).toEqual({ bodyKey: '?abababababababab', year: 2020 });
    expect(refOf(null, 2020, 'cd'.repeat(32)).bodyKey).toBe('?cdcdcdcdcdcdcdcd');
  });

  test.each(['··', '（）', '——'])('%s, of which nothing is left to compare, is no name', (body) => {
    expect(refOf(body, 2020).bodyKey).toBe('?abababababababab');
  });
});

describe('DynamoDB’s limits', () => {
  const bytes = (text: string) => Buffer.byteLength(text);
  /** The longest that S3 allows: 1024 bytes of UTF-8. */
  const longest: UploadRef = { bucket: 'b'.repeat(63), key: `inbox/${'鹿'.repeat(339)}`, versionId: 'v'.repeat(32) };

  test('the longest object key fits a partition key of 2048 bytes', () => {
    expect(bytes(uploadKey(longest).pk)).toBeLessThanOrEqual(2048);
  });

  test('the longest body fits a partition key, and every sort key 1024 bytes', () => {
    const report = { bodyKey: '鹿'.repeat(40), year: 2020 };
    expect(bytes(headKey(report).pk)).toBeLessThanOrEqual(2048);
    const sortKeys = [
      findingKey(
        report,
        { revision: revisionIdOf(SHA), staged: '0'.repeat(16) },
        'FORM-COMPLETE',
        't4.litigation_after_reconsideration.corrected',
      ).sk,
      ...Object.values(reportsByYearAttributes(report, 'needs-review')),
      ...Object.values(openFindingsAttributes(report, { error: 1, explain: 0, hint: 0 })),
      ...Object.values(ledgerByDayAttributes(longest, '2026-01-31T00:00:00.000Z')),
    ];
    for (const key of sortKeys) expect(bytes(key)).toBeLessThanOrEqual(1024);
  });
});

test('revisions and findings are found by their prefix, and nothing else is', () => {
  const report = { bodyKey: '鹿城区教育局', year: 2020 };
  expect(revisionKey(report, 'r1').sk.startsWith(REVISION_PREFIX)).toBe(true);
  expect(revisionRecordKey(report, { revision: 'r1' }).sk.startsWith(REVISION_PREFIX)).toBe(false);
  expect(findingKey(report, { revision: 'r1' }, 'R', 's').sk.startsWith(findingsPrefix({ revision: 'r1' }))).toBe(true);
  expect(findingKey(report, { revision: 'r10' }, 'R', 's').sk.startsWith(findingsPrefix({ revision: 'r1' }))).toBe(
    false,
  );
  expect(headKey(report).sk.startsWith(REVISION_PREFIX)).toBe(false);
});

test('identical bytes make the same revision and the same evidence', () => {
  expect(revisionIdOf(SHA)).toBe('ab'.repeat(16));
  expect(evidenceObjectKey(SHA)).toBe(`evidence/ab/${SHA}.json.gz`);
});

test('open findings are queued gravest first, and a report without any is not queued', () => {
  const report = { bodyKey: '鹿城区教育局', year: 2020 };
  const placeOf = (error: number, explain: number, hint: number) =>
    Object.values(openFindingsAttributes(report, { error, explain, hint }))[1] ?? '';
  const places = [placeOf(1, 0, 0), placeOf(0, 3, 9), placeOf(0, 0, 9)];
  expect([...places].sort()).toEqual(places);
  expect(openFindingsAttributes(report, { error: 0, explain: 0, hint: 0 })).toEqual({});
});

test('a day of the ledger is in UTC and sorted by arrival', () => {
  expect(ledgerDay('2026-01-31T23:59:59.999Z')).toBe('DAY#2026-01-31');
  const upload = { bucket: 'inbox', key: 'k', versionId: 'v' };
  const [day, early] = Object.values(ledgerByDayAttributes(upload, '2026-01-31T01:00:00.000Z'));
  const [, late] = Object.values(ledgerByDayAttributes(upload, '2026-01-31T02:00:00.000Z'));
  expect(day).toBe('DAY#2026-01-31');
  expect((early ?? '') < (late ?? '')).toBe(true);
});

test.each([
  ['inbox/鹿城区/报告.docx', '鹿城区', '报告.docx'],
  ['inbox/鹿城区/2020/报告.docx', '鹿城区', '报告.docx'],
  ['inbox/office with #/a.docx', 'office with #', 'a.docx'],
  ['inbox/报告.docx', null, '报告.docx'],
  ['inbox//报告.docx', null, '报告.docx'],
  ['elsewhere/鹿城区/报告.docx', null, '报告.docx'],
  ['Inbox/鹿城区/报告.docx', null, '报告.docx'],
  ['报告.docx', null, '报告.docx'],
  ['', null, ''],
])('%j belongs to the office %j; the file is called %j', (key, office, fileName) => {
  expect(officeOf(key)).toBe(office);
  expect(fileNameOf(key)).toBe(fileName);
});

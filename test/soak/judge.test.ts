import { describe, expect, test } from 'vitest';
import type { ReportEvent } from '../../records/contract/report-event.ts';
import { advanceHead, type Head, type Revision } from '../../records/head.ts';
import type { UploadRef } from '../../records/keys.ts';
import type { LedgerEntry, Settlement } from '../../records/ledger.ts';
import { judgeEnd, type SoakEnd, type StoredUpload, tornIn } from './judge.ts';

// A judge that finds nothing proves nothing: each of these plants one wrong thing in an end without fault.

const report = { body: '甲街道办事处', year: 2024 };
const none = { error: 0, explain: 0, hint: 0 };

const uploadOf = (versionId: string): UploadRef => ({ bucket: 'inbox', key: 'inbox/甲/年报.docx', versionId });

const stored = (versionId: string, sha256: string, of: StoredUpload['file']['report'] = report): StoredUpload => ({
  upload: uploadOf(versionId),
  file: { sha256, report: of },
});

const entry = (versionId: string, outcome: Settlement['outcome']): LedgerEntry => ({
  ...uploadOf(versionId),
  office: '甲',
  state: 'settled',
  token: 1,
  leaseUntil: '2025-01-31T00:01:00.000Z',
  receivedAt: '2025-01-31T00:00:00.000Z',
  settlement: { outcome },
});

const revision = (number: number, sha256: string): Revision => ({
  revision: sha256,
  number,
  outcome: 'accepted',
  uploadedAt: `2025-01-31T00:00:0${number}.000Z`,
  publishedAt: '2025-01-31T00:00:30.000Z',
  sha256,
  upload: uploadOf(String(number)),
  counts: none,
  versions: { parser: '1', forms: '1', rules: '1' },
});

const one = revision(1, 'a');
const two = revision(2, 'b');
const headOf = (...revisions: Revision[]): Head => {
  const head = revisions.reduce<Head | undefined>(
    (before, next) => advanceHead(before, { ...report, bodyKey: report.body }, next, { lines: [], format: 'docx' }),
    undefined,
  );
  if (!head) throw new Error('a head has revisions');
  return head;
};
const head = headOf(one, two);

const told = (sequence: number) => ({
  schema: 'gouji.event/1' as const,
  id: `change ${sequence}`,
  report: { ...report, bodyKey: report.body },
  sequence,
  index: 0,
  at: '2025-01-31T00:00:30.000Z',
  outcome: 'accepted' as const,
  counts: none,
});
const ACCEPTED: ReportEvent = { ...told(1), type: 'ReportAccepted', revision: 'a', sha256: 'a' };
const SUPERSEDED: ReportEvent = {
  ...told(2),
  type: 'ReportSuperseded',
  from: 'a',
  to: { revision: 'b', sha256: 'b' },
  diff: [],
  differences: 0,
};

/** A report, its correction, the correction once more, and a file that nobody can read. */
const SOUND: SoakEnd = {
  vanished: [],
  stored: [stored('1', 'a'), stored('2', 'b'), stored('3', 'b'), stored('4', 'x', null)],
  ledger: [entry('1', 'accepted'), entry('2', 'accepted'), entry('3', 'duplicate'), entry('4', 'rejected')],
  reports: [{ head, revisions: [one, two] }],
  events: [ACCEPTED, SUPERSEDED],
};

const judge = (changes: Partial<SoakEnd>) => {
  const { lost, doubled, torn } = judgeEnd({ ...SOUND, ...changes });
  return { lost, doubled, torn };
};

const ledgerWith = (at: number, changed: LedgerEntry) =>
  SOUND.ledger.map((original, index) => (index === at ? changed : original));

test('an end without fault is without complaint', () => {
  expect(judgeEnd(SOUND).because).toEqual([]);
});

describe('lost', () => {
  test('an upload that was acknowledged and is gone', () => {
    expect(judge({ vanished: ['inbox/x@1'] })).toEqual({ lost: 1, doubled: 0, torn: 0 });
  });
  test('a copy without entry', () => {
    expect(judge({ ledger: SOUND.ledger.filter(({ versionId }) => versionId !== '3') })).toMatchObject({ lost: 1 });
  });
  test('a copy that nobody settled', () => {
    const { settlement: _, ...open } = entry('3', 'duplicate');
    expect(judge({ ledger: ledgerWith(2, { ...open, state: 'claimed' }) })).toMatchObject({ lost: 1 });
  });
  test('a report that ended as failed', () => {
    expect(judge({ ledger: ledgerWith(2, entry('3', 'failed')) })).toMatchObject({ lost: 1 });
  });
  test('a hostile file that was accepted', () => {
    expect(judge({ ledger: ledgerWith(3, entry('4', 'accepted')) })).toMatchObject({ lost: 1 });
  });
  test('an accepted report without revision', () => {
    expect(judge({ reports: [{ head: headOf(one), revisions: [one] }], events: [ACCEPTED] })).toEqual({
      lost: 1,
      doubled: 0,
      torn: 0,
    });
  });
  test('a revision under another body', () => {
    expect(judge({ reports: [{ head: { ...head, body: '乙街道办事处' }, revisions: [one, two] }] })).toMatchObject({
      lost: 2,
    });
  });
  test('duplicates of each other, and of nothing', () => {
    expect(judge({ ledger: ledgerWith(0, entry('1', 'duplicate')) })).toMatchObject({ lost: 1 });
  });
});

describe('doubled', () => {
  test('a second entry of one upload', () => {
    expect(judge({ ledger: [...SOUND.ledger, entry('1', 'accepted')] })).toEqual({ lost: 0, doubled: 1, torn: 0 });
  });
  test('an entry of what nobody handed in', () => {
    expect(judge({ ledger: [...SOUND.ledger, entry('9', 'rejected')] })).toEqual({ lost: 0, doubled: 1, torn: 0 });
  });
  test('two revisions of the same bytes', () => {
    const again = { ...revision(3, 'b'), revision: 'b again' };
    const all = [one, two, again];
    expect(judge({ reports: [{ head, revisions: all }] })).toMatchObject({ doubled: 1 });
  });
  test('the same bytes taken for new twice', () => {
    expect(judge({ ledger: ledgerWith(2, entry('3', 'accepted')) })).toEqual({ lost: 0, doubled: 1, torn: 0 });
  });
  test('a revision of bytes that nobody handed in', () => {
    const all = [one, two, revision(3, 'c')];
    expect(judge({ reports: [{ head, revisions: all }] })).toMatchObject({ doubled: 1 });
  });
});

describe('torn', () => {
  const record = (findings: number) =>
    // Only the findings' severity and the file's name are looked at.
    ({
      findings: Array.from({ length: findings }, () => ({ severity: 'hint' })),
      source: { fileName: '年报.docx' },
    }) as never;
  const sight = { head, before: undefined, newest: two, record: record(0), findings: 0, acceptedIsPublished: true };

  test('a look at what is whole', () => {
    expect(tornIn(sight)).toEqual([]);
  });
  test.each([
    ['a head without record', { record: undefined }],
    ['fewer findings than the record has', { record: record(0), findings: 1 }],
    ['other counts than the findings give', { record: record(1), findings: 1 }],
    ['a head that went back a version', { before: { ...head, version: head.version + 1 } }],
    ['an older report in place of a newer', { before: headOf(one, revision(3, 'c')), head: { ...head, version: 9 } }],
    ['the record of another upload', { newest: { ...two, upload: { ...two.upload, key: 'inbox/甲/重报.docx' } } }],
    ['an accepted revision that is not published', { acceptedIsPublished: false }],
  ])('%s', (_, changes) => {
    expect(tornIn({ ...sight, ...changes })).toHaveLength(1);
  });
  test.each([
    ['a head that counts other revisions', { ...head, revisions: 3 }],
    ['a head that shows an older report', { ...head, newest: { ...head.newest, uploadedAt: one.uploadedAt } }],
    ['a head that points to what is not published', { ...head, acceptable: { ...head.newest, revision: 'staged' } }],
  ])('%s at the end', (_, wrong) => {
    expect(judge({ reports: [{ head: wrong, revisions: [one, two] }] })).toEqual({ lost: 0, doubled: 0, torn: 1 });
  });
});

describe('events', () => {
  test('are right when some come again', () => {
    expect(judge({ events: [ACCEPTED, ACCEPTED, SUPERSEDED, ACCEPTED] })).toEqual({ lost: 0, doubled: 0, torn: 0 });
  });
  test('are lost when the last word is not told', () => {
    expect(judge({ events: [ACCEPTED] })).toEqual({ lost: 1, doubled: 0, torn: 0 });
  });
  test('are out of order when a later one comes first', () => {
    expect(judge({ events: [SUPERSEDED, ACCEPTED] })).toMatchObject({ torn: 1 });
  });
  test('are not asked for where the stack has no bus', () => {
    expect(judge({ events: undefined })).toEqual({ lost: 0, doubled: 0, torn: 0 });
  });
});

import { expect, test } from 'vitest';
import { describeChange } from '../../records/changes/describe-change.ts';
import { advanceHead, type Head, headSchema, withAcross, withAssignee, withReview } from '../../records/head.ts';
import { headOf, line } from './queue/entries.ts';

const REVIEW = { decision: 'misread', by: '审核员甲', at: '2021-02-01T00:00:00.000Z', version: 1 } as const;
const NEXT = {
  revision: 'next',
  number: 2,
  outcome: 'accepted',
  uploadedAt: '2021-02-20T08:00:00.000Z',
  publishedAt: '2021-02-20T08:00:01.000Z',
  sha256: 'next',
  upload: { bucket: 'inbox', key: 'inbox/福州/更正.pdf', versionId: 'v2' },
  counts: { error: 0, explain: 0, hint: 0 },
  versions: { parser: '1', forms: '1', rules: '1' },
} as const;
const REPORT = { bodyKey: '平潭县', body: '平潭县', year: 2020 };

const keysOf = ({ lines }: Head) => lines?.map(({ key }) => key);

test('a new revision brings its own lines; those across stay until they are compared again', () => {
  const across = line('y', { reach: 'across' });
  const head = withAcross(headOf('平潭县', [line('a')]), { error: 1, explain: 0, hint: 0 }, [across]);
  const after = advanceHead(head, REPORT, NEXT, { lines: [line('b')], format: 'pdf' });
  expect(keysOf(after)).toEqual(['b', 'y']);
  expect(after).toMatchObject({ office: '福州', format: 'pdf' });
  expect(keysOf(withAcross(after, { error: 0, explain: 0, hint: 0 }, []))).toEqual(['b']);
});

test('an older revision changes neither lines nor office', () => {
  const head = headOf('平潭县', [line('a')]);
  const late = { ...NEXT, uploadedAt: '2020-12-01T00:00:00.000Z' };
  const after = advanceHead(head, REPORT, late, { lines: [line('b')], format: 'pdf' });
  expect(keysOf(after)).toEqual(['a']);
  expect(after).toMatchObject({ office: '平潭', format: 'docx' });
});

test('what was decided stays through a revision in which the finding is gone', () => {
  const head = withAssignee(headOf('平潭县', [line('a')], { a: REVIEW }), '审核员乙');
  const after = advanceHead(head, REPORT, NEXT, { lines: [], format: 'docx' });
  expect(after).toMatchObject({ review: { a: REVIEW }, assignee: '审核员乙' });
});

test('a decision raises the version and leaves no gap in the numbers of changes', () => {
  const head = headOf('平潭县', [line('a')]);
  const decided = withReview(head, 'a', REVIEW);
  expect(decided.version).toBe(2);
  const after = advanceHead(decided, REPORT, NEXT, { lines: [], format: 'docx' });
  expect(after.version).toBe(3);
  expect(describeChange(REPORT, { before: decided, after, at: NEXT.publishedAt }).sequence).toBe(2);
});

test('a head written before there were lines says that it has none, and goes on counting its moves', () => {
  const {
    lines: _,
    review: __,
    assignee: ___,
    office: ____,
    format: _____,
    moves: ______,
    ...old
  } = headOf('平潭县', []);
  const head = headSchema.parse({ ...old, version: 4 });
  expect(head).toMatchObject({ lines: null, review: {}, assignee: null, office: null, format: null });
  expect(withReview(head, 'a', REVIEW)).toMatchObject({ version: 5, moves: 4 });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advanceHead, type Head, headSchema, type Revision } from '../../records/head.ts';
import { VERSIONS } from '../../records/versions.ts';

const NO_LINES = { lines: [], format: 'docx' } as const;
const REPORT = { bodyKey: '鹿城区教育局', body: '鹿城区教育局', year: 2020 };

function revision(
  name: string,
  day: number,
  outcome: Revision['outcome'],
  errors = outcome === 'accepted' ? 0 : 1,
): Revision {
  return {
    revision: name,
    number: 0,
    outcome,
    uploadedAt: `2021-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
    publishedAt: '2021-02-01T00:00:00.000Z',
    sha256: name,
    upload: { bucket: 'inbox', key: name, versionId: 'v' },
    counts: { error: errors, explain: 0, hint: 2 },
    versions: VERSIONS,
  };
}

/** The head after these revisions were published in this order. */
function headAfter(...revisions: Revision[]): Head {
  let head: Head | undefined;
  for (const next of revisions)
    head = advanceHead(head, REPORT, { ...next, number: (head?.revisions ?? 0) + 1 }, NO_LINES);
  if (!head) throw new Error('nothing was published');
  return head;
}

const pointers = ({ status, newest, accepted }: Head) => [status, newest.revision, accepted?.revision];

test('the first revision is the newest, and the accepted one when it is accepted', () => {
  expect(pointers(headAfter(revision('a', 1, 'accepted')))).toEqual(['accepted', 'a', 'a']);
  expect(pointers(headAfter(revision('a', 1, 'needs-review')))).toEqual(['needs-review', 'a', undefined]);
});

describe('newest and accepted move apart', () => {
  test('a correction that needs review does not take the accepted one away', () => {
    const head = headAfter(revision('a', 1, 'accepted'), revision('b', 2, 'needs-review'));
    expect(pointers(head)).toEqual(['needs-review', 'b', 'a']);
  });

  test('a correction that is accepted takes both', () => {
    const head = headAfter(revision('a', 1, 'needs-review'), revision('b', 2, 'accepted'));
    expect(pointers(head)).toEqual(['accepted', 'b', 'b']);
  });
});

describe('an older upload that arrives late becomes history', () => {
  test('neither pointer nor status nor counts move back', () => {
    const before = headAfter(revision('b', 2, 'accepted'));
    const after = headAfter(revision('b', 2, 'accepted'), revision('a', 1, 'needs-review'));
    expect(pointers(after)).toEqual(pointers(before));
    expect(after.counts).toEqual(before.counts);
  });

  test('it is counted all the same', () => {
    expect(headAfter(revision('b', 2, 'accepted'), revision('a', 1, 'accepted'))).toMatchObject({
      revisions: 2,
      version: 2,
    });
  });

  test('an older accepted one fills the place when the newest needs review', () => {
    const head = headAfter(revision('b', 2, 'needs-review'), revision('a', 1, 'accepted'));
    expect(pointers(head)).toEqual(['needs-review', 'b', 'a']);
  });

  test('nor does the name of the body move back', () => {
    const head = headAfter(revision('b', 2, 'accepted'));
    const late = { ...revision('a', 1, 'accepted'), number: 2 };
    expect(advanceHead(head, { ...REPORT, body: '鹿城区 教育局' }, late, NO_LINES).body).toBe('鹿城区教育局');
  });
});

test('of two uploads of the same instant the one published last is the newest', () => {
  expect(pointers(headAfter(revision('a', 1, 'accepted'), revision('b', 1, 'accepted')))).toEqual([
    'accepted',
    'b',
    'b',
  ]);
});

test('the order of publication does not matter to where the pointers end', () => {
  const drawn = fc.uniqueArray(fc.record({ day: fc.integer({ min: 1, max: 28 }), accepted: fc.boolean() }), {
    minLength: 1,
    maxLength: 7,
    selector: ({ day }) => day,
  });
  const shuffled = drawn.chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));
  fc.assert(
    fc.property(shuffled, (order) => {
      const revisions = order.map(({ day, accepted }) =>
        revision(`r${day}`, day, accepted ? 'accepted' : 'needs-review'),
      );
      const head = headAfter(...revisions);
      expect(headSchema.parse(head)).toEqual(head);
      expect(pointers(head)).toEqual(
        pointers(headAfter(...revisions.toSorted((a, b) => (a.uploadedAt < b.uploadedAt ? -1 : 1)))),
      );
      expect(head.revisions).toBe(revisions.length);
      expect(head.version).toBe(revisions.length);
    }),
    { numRuns: 200 },
  );
});

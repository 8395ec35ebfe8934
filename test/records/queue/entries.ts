import fc from 'fast-check';
import type { FindingLine } from '../../../records/finding-line.ts';
import { advanceHead, countFindings, type Head, type Review, withAssignee, withReview } from '../../../records/head.ts';
import { makeEntry } from '../../../records/queue/make-entry.ts';
import type { QueueEntry } from '../../../records/queue/queue-entry.ts';
import { VERSIONS } from '../../../records/versions.ts';

export const line = (key: string, changes: Partial<FindingLine> = {}): FindingLine => ({
  key,
  rule: 't3-total',
  scope: 'row 1',
  severity: 'error',
  cause: 'report',
  reach: 'report',
  expected: 5,
  found: 4,
  ...changes,
});

/** The head of a report with these findings, of which some were decided on. */
export function headOf(
  bodyKey: string,
  lines: readonly FindingLine[],
  reviews: Readonly<Record<string, Review>> = {},
  office = '平潭',
): Head {
  const counts = countFindings(lines);
  const outcome = counts.error > 0 ? ('needs-review' as const) : ('accepted' as const);
  const revision = {
    revision: `r-${bodyKey}`,
    number: 1,
    outcome,
    uploadedAt: '2021-01-20T08:00:00.000Z',
    publishedAt: '2021-01-20T08:00:01.000Z',
    sha256: bodyKey,
    upload: { bucket: 'inbox', key: `inbox/${office}/报告.docx`, versionId: 'v1' },
    counts,
    versions: VERSIONS,
  };
  const head = advanceHead(undefined, { bodyKey, body: bodyKey, year: 2020 }, revision, { lines, format: 'docx' });
  return Object.entries(reviews).reduce((so, [key, review]) => withReview(so, key, review), head);
}

/** 福建省, 福州市 and 平潭县 lie in each other; 温州市 lies elsewhere. */
const DIVISIONS = ['350000', '350100', '350128', '330300', undefined] as const;

const arbitraryReview = fc.record({
  decision: fc.constantFrom('confirmed', 'explained', 'misread', 'correction-requested', 'later', 'reopened'),
  by: fc.constant('审核员甲'),
  at: fc.constant('2021-02-01T00:00:00.000Z'),
  version: fc.constant(1),
}) satisfies fc.Arbitrary<Review>;

const arbitraryFinding = fc.record({
  rule: fc.constantFrom('t3-total', 't2-carry', 'deadline'),
  severity: fc.constantFrom('error', 'explain', 'hint'),
  cause: fc.constantFrom('report', 'possibly-misread'),
  review: fc.option(arbitraryReview, { nil: undefined }),
}) satisfies fc.Arbitrary<unknown>;

/** Queues of a few reports of different bodies, offices and places. */
export const arbitraryEntries: fc.Arbitrary<QueueEntry[]> = fc
  .array(
    fc.record({
      findings: fc.array(arbitraryFinding, { maxLength: 5 }),
      division: fc.constantFrom(...DIVISIONS),
      office: fc.constantFrom('平潭', '温州'),
      assignee: fc.constantFrom(null, '审核员甲'),
    }),
    { maxLength: 8 },
  )
  .map((reports) =>
    reports.map(({ findings, division, office, assignee }, at) => {
      const keys = findings.map((_, number) => `${at}-${number}`);
      const lines = findings.map(({ review: _, ...changes }, number) => line(keys[number] ?? '', changes));
      const reviews = Object.fromEntries(
        findings.flatMap(({ review }, number) => (review ? [[keys[number] ?? '', review]] : [])),
      );
      const head = withAssignee(headOf(`机关${at}`, lines, reviews, office), assignee);
      return makeEntry(head, { division, level: division ? 'county' : undefined });
    }),
  );

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACETS, type Facet, type Filter, findingRowSchema } from '../../../records/contract/api/findings.ts';
import { reportRowSchema } from '../../../records/contract/api/reports.ts';
import { cutPage } from '../../../records/queue/cut-page.ts';
import { makeEntry } from '../../../records/queue/make-entry.ts';
import { narrowFindings, narrowReports } from '../../../records/queue/narrow-queue.ts';
import type { QueueEntry } from '../../../records/queue/queue-entry.ts';
import { arbitraryEntries, headOf, line } from './entries.ts';

/** What a division stands for, written by hand from the table of the ministry. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  '350000': ['350000'],
  '350100': ['350100', '350000'],
  '350128': ['350128', '350100', '350000'],
  '330300': ['330300', '330000'],
};

interface Fact {
  readonly report: string;
  readonly finding: string | null;
  readonly has: Readonly<Record<Facet, readonly string[]>>;
  readonly office: string | null;
}

/** Everything that a row says, read off the rows alone. */
function factsOf({ row, findings }: QueueEntry): Fact[] {
  const shared = {
    status: [row.status],
    division: row.division === null ? ['none'] : (WITHIN[row.division] ?? []),
    level: [row.level ?? 'none'],
    format: [row.format ?? 'none'],
    office: [row.office ?? 'none'],
    assignee: [row.assignee ?? 'none'],
  };
  const fact = (finding: string | null, severity: string, rule: string, cause: string, state: readonly string[]) => ({
    report: row.bodyKey,
    finding,
    office: row.office,
    has: { ...shared, severity: [severity], rule: [rule], cause: [cause], state },
  });
  if (findings.length === 0) return [fact(null, 'none', 'none', 'none', ['none'])];
  return findings.map(({ row: { key, severity, rule, cause, state } }) => {
    const decision = state?.decision;
    if (!decision) return fact(key, severity, rule, cause, ['open']);
    const open = decision === 'later' || decision === 'reopened';
    return fact(key, severity, rule, cause, open ? ['open', decision] : [decision]);
  });
}

const passes = (fact: Fact, filter: Filter, but?: Facet) =>
  FACETS.every((facet) => {
    const wanted = filter[facet];
    return facet === but || wanted === undefined || wanted.split(',').some((value) => fact.has[facet].includes(value));
  });

/** How many names have each value of a facet, where all other filters hold. */
function naiveCounts(facts: readonly Fact[], filter: Filter, facet: Facet, nameOf: (fact: Fact) => string) {
  const names = new Map<string, Set<string>>();
  for (const fact of facts.filter((one) => passes(one, filter, facet))) {
    for (const value of fact.has[facet]) names.set(value, (names.get(value) ?? new Set()).add(nameOf(fact)));
  }
  return Object.fromEntries([...names].map(([value, all]) => [value, all.size]));
}

const some = (...values: readonly string[]) =>
  fc.option(
    fc.subarray([...values], { minLength: 1 }).map((chosen) => chosen.join(',')),
    { nil: undefined, freq: 2 },
  );
const arbitraryFilter: fc.Arbitrary<Filter> = fc.record({
  severity: some('error', 'explain', 'hint', 'none'),
  rule: some('t3-total', 't2-carry', 'deadline'),
  state: some('open', 'confirmed', 'later', 'misread'),
  cause: some('report', 'possibly-misread'),
  status: some('accepted', 'needs-review'),
  division: some('350000', '350128', '330000', 'none'),
  office: some('平潭', '温州'),
  assignee: some('审核员甲', 'none'),
});
const arbitrarySight = fc.constantFrom('all' as const, { office: '平潭' });

const countsOf = (counts: readonly { value: string; count: number }[] | undefined) =>
  Object.fromEntries((counts ?? []).map(({ value, count }) => [value, count]));

test('findings and their facets are those that a naive reader counts', () => {
  fc.assert(
    fc.property(arbitraryEntries, arbitraryFilter, arbitrarySight, (entries, filter, sight) => {
      const facts = entries
        .flatMap(factsOf)
        .filter(({ finding, office }) => finding !== null && (sight === 'all' || office === sight.office));
      const { items, facets } = narrowFindings(entries, filter, sight);
      expect(new Set(items.map(({ row }) => row.key))).toEqual(
        new Set(facts.filter((fact) => passes(fact, filter)).map(({ finding }) => finding)),
      );
      for (const facet of FACETS) {
        const expected = naiveCounts(facts, filter, facet, ({ finding }) => finding ?? '');
        expect(countsOf(facets[facet])).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});

test('reports and their facets are those that a naive reader counts', () => {
  fc.assert(
    fc.property(arbitraryEntries, arbitraryFilter, arbitrarySight, (entries, filter, sight) => {
      const facts = entries.flatMap(factsOf).filter(({ office }) => sight === 'all' || office === sight.office);
      const { items, facets } = narrowReports(entries, filter, sight);
      expect(new Set(items.map(({ row }) => row.bodyKey))).toEqual(
        new Set(facts.filter((fact) => passes(fact, filter)).map(({ report }) => report)),
      );
      for (const facet of FACETS) {
        expect(countsOf(facets[facet])).toEqual(naiveCounts(facts, filter, facet, ({ report }) => report));
      }
    }),
    { numRuns: 300 },
  );
});

test('pages lose and repeat nothing, though what was shown is decided on and gone in between', () => {
  fc.assert(
    fc.property(arbitraryEntries, fc.integer({ min: 1, max: 4 }), fc.nat(), (entries, limit, seed) => {
      const { items } = narrowFindings(entries, {}, 'all');
      const shown: string[] = [];
      let left = items;
      let cursor: string | undefined;
      for (let turn = 0; turn <= items.length; turn++) {
        const page = cutPage(left, { cursor, limit });
        shown.push(...page.items.map(({ row }) => row.key));
        if (page.next === null) break;
        cursor = page.next;
        // Some of those already shown leave the list.
        left = left.filter(({ row }) => !shown.includes(row.key) || (seed + row.key.length) % 2 === 0);
      }
      expect(shown).toEqual(items.map(({ row }) => row.key));
    }),
    { numRuns: 200 },
  );
});

describe('rows', () => {
  const review = { decision: 'explained', by: '审核员甲', at: '2021-02-01T00:00:00.000Z', version: 1 } as const;

  test('fit the contract', () => {
    const entry = makeEntry(headOf('平潭县', [line('a'.repeat(64))], { ['a'.repeat(64)]: review }), {
      division: '350128',
      level: 'county',
    });
    expect(reportRowSchema.parse(entry.row)).toEqual(entry.row);
    expect(entry.findings.map(({ row }) => findingRowSchema.parse(row))).toEqual(entry.findings.map(({ row }) => row));
  });

  test('count as open what nobody settled; hints are not owed a decision', () => {
    const lines = ['a', 'b', 'c', 'd'].map((key) => line(key, key === 'd' ? { severity: 'hint' } : {}));
    const head = headOf('平潭县', lines, { a: review, b: { ...review, decision: 'later' } });
    expect(makeEntry(head, {}).row.open).toBe(2);
  });

  test('are found by part of a name, however it is spaced', () => {
    const entries = [makeEntry(headOf('平潭综合实验区', [line('a')]), {})];
    expect(narrowFindings(entries, { q: '综合 实验' }, 'all').items).toHaveLength(1);
    expect(narrowFindings(entries, { q: '福州' }, 'all').items).toHaveLength(0);
  });
});

import { FACETS, type Facet, type FacetCounts, type Filter } from '../contract/api/findings.ts';
import { bodyKeyOf } from '../keys.ts';
import { valuesOfReport } from './make-entry.ts';
import { type FacetValues, NONE, type QueueEntry, type QueueFinding } from './queue-entry.ts';

/** What of the queue passes the filters, and how many would pass with another value of each facet. */
export interface Narrowed<Item> {
  /** In the order of their places. */
  readonly items: readonly Item[];
  readonly facets: FacetCounts;
}

/** Who asks sees everything, or what one office handed in. */
export type Sight = { readonly office: string } | 'all';

/** Findings that pass every filter. */
export function narrowFindings(entries: readonly QueueEntry[], filter: Filter, sight: Sight): Narrowed<QueueFinding> {
  return narrow(
    inSight(entries, filter, sight).flatMap(({ findings }) =>
      findings.map((finding) => ({ item: finding, values: [finding.values] })),
    ),
    filter,
  );
}

/**
 * Reports of which a finding passes every filter. A report without findings passes where no filter asks for one, or one
 * asks for `none`.
 */
export function narrowReports(entries: readonly QueueEntry[], filter: Filter, sight: Sight): Narrowed<QueueEntry> {
  return narrow(
    inSight(entries, filter, sight).map((entry) => ({ item: entry, values: valuesOf(entry) })),
    filter,
  );
}

function inSight(entries: readonly QueueEntry[], { q }: Filter, sight: Sight): readonly QueueEntry[] {
  const words = q === undefined ? '' : bodyKeyOf(q);
  return entries.filter(
    (entry) => (sight === 'all' || entry.row.office === sight.office) && entry.words.includes(words),
  );
}

const WITHOUT_FINDINGS = { severity: [NONE], rule: [NONE], cause: [NONE], state: [NONE] } as const;

const valuesOf = ({ row, findings }: QueueEntry): readonly FacetValues[] =>
  findings.length > 0 ? findings.map(({ values }) => values) : [{ ...valuesOfReport(row), ...WITHOUT_FINDINGS }];

interface Candidate<Item> {
  readonly item: Item;
  /** One of these must pass. */
  readonly values: readonly FacetValues[];
}

/**
 * One pass: what fails one facet only would pass with another value of it, so it counts there and nowhere else; what
 * fails none counts everywhere. A candidate counts once for a value, however many of its findings have it.
 */
function narrow<Item extends { readonly place: string }>(
  candidates: readonly Candidate<Item>[],
  filter: Filter,
): Narrowed<Item> {
  const wanted = wantedOf(filter);
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()]));
  const items: Item[] = [];
  for (const { item, values } of candidates) {
    const seen = new Set<string>();
    const count = (facet: Facet, having: FacetValues) => {
      const ofFacet = counts.get(facet);
      for (const value of having[facet]) {
        if (values.length > 1) {
          const name = `${facet}#${value}`;
          if (seen.has(name)) continue;
          seen.add(name);
        }
        ofFacet?.set(value, (ofFacet.get(value) ?? 0) + 1);
      }
    };
    let passes = false;
    for (const having of values) {
      const failed = wanted.filter(({ facet, values: some }) => !having[facet].some((value) => some.has(value)));
      const [only] = failed;
      if (!only) {
        passes = true;
        for (const facet of FACETS) count(facet, having);
      } else if (failed.length === 1) count(only.facet, having);
    }
    if (passes) items.push(item);
  }
  return { items: items.sort((one, other) => (one.place < other.place ? -1 : 1)), facets: inOrder(counts) };
}

/** The facets that the filter narrows, each with the values that pass. */
function wantedOf(filter: Filter): readonly { readonly facet: Facet; readonly values: ReadonlySet<string> }[] {
  return FACETS.flatMap((facet) => {
    const values = filter[facet]?.split(',').filter((value) => value !== '') ?? [];
    return values.length > 0 ? [{ facet, values: new Set(values) }] : [];
  });
}

const inOrder = (counts: ReadonlyMap<Facet, ReadonlyMap<string, number>>): FacetCounts =>
  Object.fromEntries(
    [...counts].map(([facet, values]) => [
      facet,
      [...values]
        .map(([value, count]) => ({ value, count }))
        .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
    ]),
  );

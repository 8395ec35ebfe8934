import type { Label, Row } from '../../forms/form.ts';
import { align } from './align.ts';
import type { CellView } from './grid-view.ts';
import type { HeaderBlock } from './header.ts';
import { normaliseLabel } from './normalise-label.ts';
import { FITTING, labelSimilarity, similarity, wordingsOf } from './similarity.ts';

/** A grid row that is no header: the labels to its left and the header that stands over it. */
export interface ObservedRow {
  readonly cells: readonly CellView[];
  /** Label texts from the outermost group to the row's own. */
  readonly path: readonly string[];
  readonly header: HeaderBlock | undefined;
  /** The header stands in an earlier grid. */
  readonly headerCarried: boolean;
  /** The spans of its grid are not known. */
  readonly irregular: boolean;
  readonly gridIndex: number;
  readonly row: number;
}

export interface RowFit {
  /** Observed row by index of the form's row. */
  readonly rowOf: ReadonlyMap<number, ObservedRow>;
  /** Further rows that carry the label of a row already fitted. */
  readonly again: readonly { readonly index: number; readonly row: ObservedRow }[];
  /** Rows fitted by their exact label though they stand out of order. */
  readonly outOfOrder: ReadonlySet<number>;
  /** Labelled rows that the form does not have. */
  readonly extra: readonly ObservedRow[];
}

/** Fits observed rows to the rows of a form by own label, group labels and order, never by position alone. */
export function fitRows(observed: readonly ObservedRow[], rows: readonly Row[]): RowFit {
  const worthsOf = observed.map((row) => placeWorths(row.path, rows));
  const pairs = align(observed.length, rows.length, (i, j) => worthsOf[i]?.[j] ?? 0);
  const rowOf = new Map<number, ObservedRow>();
  const used = new Set<number>();
  for (const [i, j] of pairs) {
    const row = observed[i];
    if (!row) continue;
    rowOf.set(j, row);
    used.add(i);
  }
  const outOfOrder = new Set<number>();
  const again: { index: number; row: ObservedRow }[] = [];
  const extra: ObservedRow[] = [];
  for (const j of mistakableRows(rows)) {
    const row = rowOf.get(j);
    if (!row || siblings(rows, j).some((k) => rowOf.has(k))) continue;
    rowOf.delete(j);
    extra.push(row);
  }
  observed.forEach((row, i) => {
    if (used.has(i) || row.path.length === 0) return;
    const worths = worthsOf[i] ?? [];
    const worth = Math.max(...worths);
    const index = worths.indexOf(worth);
    // A row out of order must bear its label exactly; a second row for a place that is taken need only come near it.
    const conflicts = groupAgreement(row.path, rows[index], rows) < 0;
    const isPart = row.path.at(-1)?.startsWith('其中') ?? false;
    if (worth < FITTING.leastAgain || conflicts || isPart) extra.push(row);
    else if (rowOf.has(index)) again.push({ index, row });
    else if (worth >= FITTING.exact) {
      rowOf.set(index, row);
      outOfOrder.add(index);
    } else extra.push(row);
  });
  return { rowOf, again, outOfOrder, extra };
}

/**
 * Rows worded like the group they stand in (（六）其他 › 3.其他). In the other form the group is itself a row, so such a
 * row counts only beside another row of its group.
 */
function mistakableRows(rows: readonly Row[]): number[] {
  return rows.flatMap((row, j) => {
    const group = row.path.at(-2);
    const own = row.path.at(-1);
    return group && own && wordingsOf(own).some((wording) => labelSimilarity(wording, group) >= FITTING.exact)
      ? [j]
      : [];
  });
}

const siblings = (rows: readonly Row[], j: number): number[] =>
  rows.flatMap((row, k) => (k !== j && row.path.at(-2) === rows[j]?.path.at(-2) ? [k] : []));

/** Worth of giving an observed row the place of each form row; 0 where it cannot be that row. */
function placeWorths(path: readonly string[], rows: readonly Row[]): readonly number[] {
  if (path.length === 0) return rows.map(() => 0);
  const own = rows.map((row) => ownSimilarity(path, row));
  const best = Math.max(...own);
  if (best < FITTING.leastSimilarity) return own.map(() => 0);
  const tied = best < 1 && own.filter((similarity) => similarity === best).length > 1;
  return own.map((similarity, j) => {
    if (similarity < FITTING.leastSimilarity) return 0;
    const agreement = groupAgreement(path, rows[j], rows);
    // A label damaged so far that another row is as near tells nothing, unless the group decides.
    if ((similarity < best || tied) && agreement <= 0) return 0;
    return similarity + FITTING.groupWeight * agreement;
  });
}

function ownSimilarity(path: readonly string[], row: Row): number {
  const label = row.path.at(-1);
  const text = path.at(-1);
  if (!label || text === undefined) return 0;
  const groups = path.slice(0, -1);
  // Under a group cell that reads like the row itself stand the group's rows, not the row; unless row and group share
  // their words (（六）其他 › 3.其他).
  const outers = row.path.slice(0, -1);
  const reads = (text: string, as: Label) => labelSimilarity(text, as) >= FITTING.leastSimilarity;
  if (groups.some((group) => reads(group, label) && !outers.some((outer) => reads(group, outer)))) {
    const joined = labelSimilarity(groups.at(-1) + text, label);
    return joined >= FITTING.leastJoinedSimilarity ? joined : 0;
  }
  const outer = row.path.at(-2);
  const grouped = outer ? similarity(text, normaliseLabel(outer.zh) + normaliseLabel(label.zh)) : 0;
  const joined = groups.length > 0 ? labelSimilarity(groups.at(-1) + text, label) : 0;
  return Math.max(labelSimilarity(text, label), grouped, joined, abbreviation(text, label));
}

/** `上年结转` for 上年结转政府信息公开申请数量: a part of a label tells as much as a label with losses does. */
function abbreviation(text: string, label: Label): number {
  const isPart =
    text.length >= FITTING.leastAbbreviation && wordingsOf(label).some((wording) => wording.includes(text));
  return isPart ? FITTING.leastSimilarity : 0;
}

/** 1: the group right over the row is the row's innermost; -1: it is another group; 0: no group tells. */
function groupAgreement(path: readonly string[], row: Row | undefined, rows: readonly Row[]): -1 | 0 | 1 {
  const over = path.at(-2);
  if (!row || over === undefined) return 0;
  const stands = (label: Label) => labelSimilarity(over, label) >= FITTING.leastSimilarity;
  const group = row.path.at(-2);
  if (group && stands(group)) return 1;
  const others = rows.flatMap((other) => other.path.slice(-2, -1)).filter((label) => !row.path.includes(label));
  return others.some(stands) ? -1 : 0;
}

import type { Label, Row } from '../../../forms/form.ts';
import { FITTING, labelSimilarity, wordingsOf } from '../similarity.ts';
import type { LabelRun } from './label-runs.ts';
import { ALIGNED } from './settings.ts';

export interface PlacedRow {
  /** Index of the form's row. */
  readonly row: number;
  readonly run: LabelRun;
  readonly likeness: number;
}

interface Candidate extends PlacedRow {
  readonly worth: number;
  readonly hasFigures: boolean;
}

/**
 * Finds the labels of a form's rows among runs of words: the choice of runs, in the order of the form and none before
 * the end of the last, that is worth most (as `align`, with runs of several words in place of single items).
 * @param hasFigures whether figures stand beside a run
 * @returns nothing where several rows are found twice: the table stands there more than once
 */
export function placeRows(
  runs: readonly LabelRun[],
  rows: readonly Row[],
  hasFigures: (run: LabelRun) => boolean,
): readonly PlacedRow[] {
  const candidates = runs.flatMap((run) => candidateOf(run, rows, hasFigures) ?? []);
  const chosen = bestChoice(withoutOverlong(candidates), rows.length);
  return standsTwice(candidates, chosen) ? [] : withoutMistakable(chosen, rows);
}

function candidateOf(run: LabelRun, rows: readonly Row[], hasFigures: (run: LabelRun) => boolean): Candidate[] {
  const likenesses = rows.map((row) => ownLikeness(run.text, row));
  const likeness = Math.max(...likenesses);
  const row = likenesses.indexOf(likeness);
  // A run that is as near to two rows is neither.
  if (likeness <= 0 || likenesses.lastIndexOf(likeness) !== row) return [];
  const beside = hasFigures(run);
  // Long labels tell more than short ones.
  const worth = likeness * (0.5 + Math.min(run.text.length, 12) / 12) + (beside ? ALIGNED.figuresBeside : 0);
  return [{ row, run, likeness, worth, hasFigures: beside }];
}

/**
 * Candidates of which no part is more like their row, or as much. What such a part leaves over is of another row: a
 * blank row would take the words of the next line into its label for the figures beside them, and these with them.
 */
function withoutOverlong(candidates: readonly Candidate[]): readonly Candidate[] {
  const byRow = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const list = byRow.get(candidate.row);
    if (list) list.push(candidate);
    else byRow.set(candidate.row, [candidate]);
  }
  return candidates.filter(
    (one) => !byRow.get(one.row)?.some((part) => part.likeness >= one.likeness && isPart(part.run, one.run)),
  );
}

const isPart = (part: LabelRun, { first, last, words }: LabelRun) =>
  part.first >= first &&
  part.last <= last &&
  part.words.length < words.length &&
  part.words.every((word) => words.includes(word));

function ownLikeness(text: string, row: Row): number {
  const label = row.path.at(-1);
  if (!label) return 0;
  const [shortest, longest] = lengthsOf(label);
  // Most runs are too long or too short for most labels, and need no comparing.
  if (text.length < ALIGNED.leastLikeness * shortest || text.length * ALIGNED.leastLikeness > longest) return 0;
  const likeness = labelSimilarity(text, label);
  const isShort = Math.min(text.length, shortest) < ALIGNED.shortLabel;
  return likeness >= (isShort ? ALIGNED.leastShortLikeness : ALIGNED.leastLikeness) ? likeness : 0;
}

const lengths = new WeakMap<Label, readonly [number, number]>();

/** Of the shortest and the longest wording of a label. */
function lengthsOf(label: Label): readonly [number, number] {
  let known = lengths.get(label);
  if (!known) {
    const all = wordingsOf(label).map((wording) => wording.length);
    known = [Math.min(...all), Math.max(...all)];
    lengths.set(label, known);
  }
  return known;
}

/** Weighted choice of intervals in two orders: of the words and of the rows. */
function bestChoice(candidates: readonly Candidate[], rowCount: number): readonly Candidate[] {
  const ends = [...new Set(candidates.map(({ run }) => run.last))].sort((a, b) => a - b);
  const byEnd = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const list = byEnd.get(candidate.run.last);
    if (list) list.push(candidate);
    else byEnd.set(candidate.run.last, [candidate]);
  }
  const width = rowCount + 1;
  const best = new Float64Array((ends.length + 1) * width);
  const chosen = new Map<number, { readonly candidate: Candidate; readonly from: number }>();
  ends.forEach((end, index) => {
    const here = (index + 1) * width;
    for (let row = 0; row <= rowCount; row++) best[here + row] = best[here - width + row] ?? 0;
    for (const candidate of byEnd.get(end) ?? []) {
      const before = countBelow(ends, candidate.run.first);
      const worth = (best[before * width + candidate.row] ?? 0) + candidate.worth;
      if (worth <= (best[here + candidate.row + 1] ?? 0)) continue;
      best[here + candidate.row + 1] = worth;
      chosen.set(here + candidate.row + 1, { candidate, from: before * width + candidate.row });
    }
    for (let row = 1; row <= rowCount; row++) {
      if ((best[here + row - 1] ?? 0) <= (best[here + row] ?? 0)) continue;
      best[here + row] = best[here + row - 1] ?? 0;
      chosen.delete(here + row);
    }
  });
  return traceBack(best, chosen, width, best.length - 1);
}

function traceBack(
  best: Float64Array,
  chosen: ReadonlyMap<number, { readonly candidate: Candidate; readonly from: number }>,
  width: number,
  last: number,
): readonly Candidate[] {
  const path: Candidate[] = [];
  for (let at = last; at > 0; ) {
    const step = chosen.get(at);
    if (step) {
      path.push(step.candidate);
      at = step.from;
    } else if (at % width > 0 && best[at - 1] === best[at]) at -= 1;
    else at -= width;
  }
  return path.reverse();
}

/** How many of the ascending numbers are less. */
function countBelow(ascending: readonly number[], bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two rows or more, with figures, are found as well somewhere else. */
function standsTwice(candidates: readonly Candidate[], chosen: readonly Candidate[]): boolean {
  const again = chosen.filter((one) =>
    candidates.some(
      (other) =>
        other.row === one.row &&
        other.likeness >= FITTING.leastAgain &&
        other.hasFigures &&
        (other.run.last < one.run.first || other.run.first > one.run.last),
    ),
  );
  return again.length > 1;
}

/** Rows worded like the group they stand in (（六）其他 › 3.其他) count only beside another row of it: see `fitRows`. */
function withoutMistakable(placed: readonly PlacedRow[], rows: readonly Row[]): readonly PlacedRow[] {
  return placed.filter(({ row }) => {
    const path = rows[row]?.path ?? [];
    const [group, own] = [path.at(-2), path.at(-1)];
    const isMistakable =
      group && own && wordingsOf(own).some((wording) => labelSimilarity(wording, group) >= FITTING.exact);
    return !isMistakable || placed.some((other) => other.row !== row && rows[other.row]?.path.at(-2) === group);
  });
}

import type { ExplainedSet } from './explain-set.ts';
import { isStriking as isStrikingSlip, unlikeliness } from './slips.ts';

const isStriking = ({ suspect }: ExplainedSet) => isStrikingSlip(suspect.fits);

/** What a set is ranked by, the weightiest first; the smaller number comes first. */
const RANKS: readonly ((set: ExplainedSet) => number)[] = [
  // A cell that may have been misread is the first suspect.
  ({ certain, suspect }) => certain / suspect.changes.length,
  // Fewer cells; two that were swapped count as one.
  ({ slips }) => slips,
  // What a hand does before what it does not.
  (set) => (isStriking(set) ? 0 : 1),
  // What is said elsewhere.
  ({ contradicted, supported }) => contradicted - supported,
  ({ suspect }) => unlikeliness(suspect.fits),
  ({ suspect }) => suspect.changes.length,
  ({ distance }) => distance,
];

/** The sets, the likeliest first; sets that nothing distinguishes stay as they are. */
export function rankSets(sets: readonly ExplainedSet[]): readonly ExplainedSet[] {
  return sets.toSorted((a, b) => {
    for (const rank of RANKS) {
      const difference = rank(a) - rank(b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/**
 * Whether the evidence names one set. It does where the sums leave but one, and where one of several stands out: it
 * alone is of doubtful cells, or it alone is supported by what is said elsewhere, or it alone looks like a striking slip
 * while nothing is said for any other; and nothing speaks against it. One broken sum by itself could be mended in each of
 * its cells: where nothing stands out there, it cannot be told.
 */
export function suspicionOf(sets: readonly ExplainedSet[], brokenSums: number): 'told' | 'several' | 'cannot-be-told' {
  const [first] = sets;
  if (!first) return 'cannot-be-told';
  if (sets.length === 1) return 'told';
  const alone = (holds: (set: ExplainedSet) => boolean) => holds(first) && sets.filter(holds).length === 1;
  const isMisread = ({ certain }: ExplainedSet) => certain === 0;
  const isSupported = ({ supported }: ExplainedSet) => supported > 0;
  if (sets.some(isMisread)) return alone(isMisread) ? 'told' : 'several';
  if (sets.some(isSupported)) return alone(isSupported) && first.contradicted === 0 ? 'told' : 'several';
  if (alone(isStriking) && first.contradicted === 0) return 'told';
  return brokenSums > 1 || sets.some(isStriking) ? 'several' : 'cannot-be-told';
}

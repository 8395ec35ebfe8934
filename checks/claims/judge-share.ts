import type { Claim, Meaning } from '../../parsers/prose/prose.ts';
import type { Reading } from '../reading.ts';
import { sayShare } from '../wording/prose.ts';
import { claimedSums } from './claimed-figures.ts';
import { AGREES, findObstacle, type Judgement } from './judgement.ts';
import { ownClaims, scopeOfMeaning } from './own-claims.ts';
import { type ReadSum, readSum } from './read-sum.ts';
import { isKnown, tableSays } from './table-says.ts';
import { fitsShare } from './tolerance.ts';

/**
 * Compares a percentage with what the tables give. A percentage that follows from the report's own sentences says
 * nothing that they do not say: where they differ from the tables, it is their number that is reported.
 */
export function judgeShare(claim: Claim, reading: Reading): Judgement {
  const sums = claim.meanings.flatMap((meaning) =>
    claimedSums(meaning, reading).map((sum) => withWhole(readSum(meaning, sum, reading), reading)),
  );
  const ofTable = sums.filter(({ total, whole }) => isKnown(total) && isKnown(whole));
  const ownCounts = claim.meanings.flatMap((meaning) => countsOf(meaning, reading));
  const ownWholes = claim.meanings.flatMap((meaning) => [
    ...countsOf(wholeOf(meaning), reading),
    ...countsOf(receivedOf(meaning), reading),
    ...receivedSums(meaning, reading),
  ]);
  const wholes = [
    ...sums
      .map(({ whole }) => whole)
      .filter(isKnown)
      .map(({ value }) => value),
    ...ownWholes,
  ];
  const told = [
    ...ofTable.map(({ total, whole }) => percentOf(total.value, whole.value)),
    ...ownCounts.flatMap((count) => wholes.map((whole) => percentOf(count, whole))),
    ...ofTable.flatMap(({ total }) => ownWholes.map((whole) => percentOf(total.value, whole))),
  ];
  if (told.some((percent) => fitsShare(claim, percent))) return AGREES;
  const obstacle = findObstacle(
    sums.flatMap(({ total, whole }) => [total, whole]),
    reading,
  );
  if (obstacle) return obstacle;
  const [first] = ofTable;
  if (!first) throw new Error('a share is compared with no sum');
  const { total, whole } = first;
  const percent = percentOf(total.value, whole.value);
  const own = ownCounts.find((count) => count !== total.value);
  return {
    verdict: 'differs',
    expected: Number(percent.toFixed(claim.decimals)),
    figures: [...new Set([...total.cells, ...whole.cells])],
    say: (doubt) => sayShare(claim, { sum: first, whole, percent, own }, reading, doubt),
  };
}

/** The requests that the share is of: all that the same applicants had processed. */
const wholeOf = ({ applicant }: Meaning): Meaning => ({ subjects: ['processed'], applicant });

/** 收到12件，予以公开6件，占50%: some reports divide by what they received. */
const receivedOf = ({ applicant }: Meaning): Meaning => ({ subjects: ['received'], applicant });

function receivedSums(meaning: Meaning, reading: Reading): readonly number[] {
  const received = receivedOf(meaning);
  return claimedSums(received, reading)
    .map((sum) => readSum(received, sum, reading).total)
    .filter(isKnown)
    .map(({ value }) => value);
}

function withWhole(sum: ReadSum, reading: Reading) {
  const cells = claimedSums(wholeOf(sum.meaning), reading).flatMap((parts) => parts.flatMap((part) => part.cells));
  return { ...sum, whole: tableSays(cells, reading) };
}

/** The exact numbers that the prose itself states of this. */
function countsOf(meaning: Meaning, reading: Reading): readonly number[] {
  const scope = scopeOfMeaning(meaning);
  return ownClaims(reading)
    .filter(
      ({ kind, approximate, meanings }) =>
        kind === 'count' && !approximate && meanings.some((it) => scopeOfMeaning(it) === scope),
    )
    .map(({ value }) => value);
}

const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);

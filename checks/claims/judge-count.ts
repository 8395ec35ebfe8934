import type { Claim, Meaning } from '../../parsers/prose/prose.ts';
import type { Reading } from '../reading.ts';
import { sayCount } from '../wording/prose.ts';
import { claimedSums } from './claimed-figures.ts';
import { AGREES, findObstacle, type Judgement } from './judgement.ts';
import { type ReadSum, readSum } from './read-sum.ts';
import { isKnown } from './table-says.ts';
import { fitsCount } from './tolerance.ts';

/** Compares a number in the prose with every sum of the tables that it may be about: one that it fits is enough. */
export function judgeCount(claim: Claim, reading: Reading): Judgement {
  const sums = claim.meanings.flatMap((meaning) =>
    claimedSums(meaning, reading).map((sum) => readSum(meaning, sum, reading)),
  );
  const totals = sums.map(({ total }) => total);
  if (totals.some((total) => isKnown(total) && fitsCount(claim, total.value))) return AGREES;
  if (claim.meanings.some((meaning) => isOfNew(claim, meaning, reading))) return AGREES;
  const obstacle = findObstacle(totals, reading);
  if (obstacle) return obstacle;
  return {
    verdict: 'differs',
    expected: nearest(claim.value, sums),
    figures: [...new Set(totals.flatMap(({ cells }) => cells))],
    say: (doubt) => sayCount(claim, sums, reading, doubt),
  };
}

const nearest = (value: number, sums: readonly ReadSum[]): number =>
  sums
    .map(({ total }) => total.value)
    .reduce((best, number) => (Math.abs(number - value) < Math.abs(best - value) ? number : best));

/** 收到12件，办结11件: of those received this year, without the ones carried in. */
function isOfNew(claim: Claim, meaning: Meaning, reading: Reading): boolean {
  if (claim.kind !== 'count' || meaning.subjects.join() !== 'processed') return false;
  const [all] = claimedSums(meaning, reading).map((sum) => readSum(meaning, sum, reading).total);
  const carried: Meaning = { ...meaning, subjects: ['carried_in'] };
  const [old] = claimedSums(carried, reading).map((sum) => readSum(carried, sum, reading).total);
  return (
    all !== undefined && old !== undefined && isKnown(all) && isKnown(old) && fitsCount(claim, all.value - old.value)
  );
}

/**
 * Global alignment of two ordered sequences with free gaps (Needleman and Wunsch 1970): the monotone pairing of
 * observed with expected items that has the greatest total score. Items left without a partner were not expected, or
 * are missing.
 * @param score worth of pairing observed `i` with expected `j`; 0 or less means they cannot be paired
 * @returns pairs `[observed, expected]`, both ascending
 */
export function align(
  observedCount: number,
  expectedCount: number,
  score: (observed: number, expected: number) => number,
): readonly (readonly [number, number])[] {
  const width = expectedCount + 1;
  const best = new Float64Array((observedCount + 1) * width);
  const paired = new Uint8Array((observedCount + 1) * width);
  const at = (table: Float64Array | Uint8Array, i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = 1; i <= observedCount; i++) {
    for (let j = 1; j <= expectedCount; j++) {
      const worth = score(i - 1, j - 1);
      const pair = worth > 0 ? at(best, i - 1, j - 1) + worth : -1;
      const gap = Math.max(at(best, i - 1, j), at(best, i, j - 1));
      // A tie goes to the pair, so that of equal observed items the last is taken only when it scores more.
      best[i * width + j] = Math.max(pair, gap);
      paired[i * width + j] = pair > gap ? 1 : 0;
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = observedCount, j = expectedCount; i > 0 && j > 0; ) {
    if (at(paired, i, j) === 1) pairs.push([--i, --j]);
    else if (at(best, i - 1, j) >= at(best, i, j - 1)) i--;
    else j--;
  }
  return pairs.reverse();
}

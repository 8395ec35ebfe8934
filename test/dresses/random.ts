/** Draws that depend on the seed alone, so that a failing dress can be drawn again. */
export interface Random {
  /** An integer from 0 to `below` − 1. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** `count` of the items (or all, when there are fewer), in a drawn order. */
  some<T>(items: readonly T[], count: number): T[];
}

const RANGE = 2 ** 32;

/** A Weyl sequence whose terms are scrambled by two multiply–xorshift rounds. */
export function seededRandom(seed: number): Random {
  let term = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    term = (term + 0x6d2b79f5) >>> 0;
    const once = Math.imul(term ^ (term >>> 16), 0x21f0aaad) >>> 0;
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97) >>> 0;
    return ((twice ^ (twice >>> 15)) >>> 0) / RANGE;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(items.length)] ?? items[0],
    some(items, count) {
      const left = [...items];
      const drawn = [];
      while (left.length > 0 && drawn.length < count) drawn.push(...left.splice(int(left.length), 1));
      return drawn;
    },
  };
}

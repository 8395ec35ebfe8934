import type { Random } from '../dresses/random.ts';

/** Numbers at which readers go wrong: about the bounds of integers, of this project's limits, and no numbers at all. */
const NUMBERS = [
  ...['0', '-0', '-1', '1', '2', '7', '63', '64', '255', '256', '257', '999', '65535', '65536', '99999', '1000000'],
  ...['2147483647', '2147483648', '-2147483648', '4294967295', '4294967296', '9007199254740993', '1e9', '1e308'],
  ...['0.0000001', '-0.5', '.5', '5.', '--5', '+7', '1.2.3', '00000000012', '99999999999999999999999999', 'NaN'],
] as const;

/** One of them, as text. */
export const hostileNumber = (random: Random): string => NUMBERS[random.int(NUMBERS.length)] ?? '0';

/** How often something is repeated: mostly a few times, now and then very often. */
export function hostileCount(random: Random, most: number): number {
  const count = random.pick([2, 3, 9, 40, 300, 3_000, 30_000]);
  return Math.min(count, most);
}

import type { Box } from '../../document/document.ts';
import type { Matrix } from '../page/matrix.ts';

/** The arguments of an operator. pdf.js counts them and does not look at what they are. */
export type Arguments = readonly unknown[];

/** The first `count` of a list of numbers; undefined when something else stands there. */
export function numbersOf(values: unknown, count: number): readonly number[] | undefined {
  if (!isList(values) || values.length < count) return undefined;
  const numbers: number[] = [];
  for (let at = 0; at < count; at++) {
    const value = values[at];
    if (typeof value !== 'number') return undefined;
    numbers.push(value);
  }
  return numbers;
}

export function matrixOf(values: unknown): Matrix | undefined {
  const numbers = numbersOf(values, 6);
  return numbers && (numbers as unknown as Matrix);
}

export function boxOf(values: unknown): Box | undefined {
  const numbers = numbersOf(values, 4);
  return numbers && (numbers as unknown as Box);
}

/** `#rrggbb` as 0xRRGGBB. */
export function colourOf(value: unknown): number | null {
  return typeof value === 'string' && HEX.test(value) ? Number.parseInt(value.slice(1), 16) : null;
}

const HEX = /^#[0-9a-f]{6}$/i;

function isList(values: unknown): values is ArrayLike<unknown> {
  return Array.isArray(values) || values instanceof Float32Array;
}

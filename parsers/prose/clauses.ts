import { type Quantity, quantitiesOf } from './numbers.ts';

/** The words between two signs of punctuation, with the numbers among them. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The sign before it; empty at the beginning of a sentence. */
  readonly sign: string;
  /** How many brackets it stands in. */
  readonly depth: number;
  readonly quantities: readonly Quantity[];
}

/** Cuts a normal text at commas, semicolons, colons and brackets, not within numbers. Linear. */
export function clausesOf(text: string): readonly Clause[] {
  const quantities = quantitiesOf(text);
  const clauses: Clause[] = [];
  let start = 0;
  let sign = '';
  let depth = 0;
  let next = 0;
  const close = (end: number) => {
    const own: Quantity[] = [];
    for (let quantity = quantities[next]; quantity && quantity.start < end; quantity = quantities[++next])
      own.push(quantity);
    if (end > start) clauses.push({ text: text.slice(start, end), start, end, sign, depth, quantities: own });
  };
  let reading = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (!'，,；：()。'.includes(character)) continue;
    while ((quantities[reading]?.end ?? text.length) <= at) reading += 1;
    if ((quantities[reading]?.start ?? text.length) < at) continue;
    close(at);
    if (character === '(') depth += 1;
    if (character === ')') depth = Math.max(0, depth - 1);
    start = at + 1;
    sign = character;
  }
  close(text.length);
  return clauses;
}

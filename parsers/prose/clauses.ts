import { type Quantity, quantitiesOf } from './numbers.ts';
import { PROSE } from './settings.ts';

/** The words between two signs of punctuation, with the numbers among them. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The sign before it; empty at the beginning of a sentence. */
  readonly sign: string;
  /** What a bracket before it interrupts: 各县 of 各县(市、区)共收到. Empty where a sign or a number stands between. */
  readonly lead: string;
  /** How many brackets it stands in. */
  readonly depth: number;
  readonly quantities: readonly Quantity[];
}

const WIDENS = /^(?:含|包含|包括|不含|不包括|及|和|或).{0,12}(?:公开|处理|提供|申请|结转)/u;

/** What goes on behind a bracket; 予以公开(含部分公开)8件 counts both, and is left alone. */
const leadOver = (interrupted: string, bracket: string) =>
  interrupted !== '' && WIDENS.test(bracket) ? '□' : interrupted;

/** Cuts a normal text at commas, semicolons, colons and brackets, not within numbers. Linear. */
export function clausesOf(text: string): readonly Clause[] {
  const quantities = quantitiesOf(text);
  const clauses: Clause[] = [];
  let start = 0;
  let sign = '';
  let depth = 0;
  let next = 0;
  /** For each open bracket the words that it interrupts. */
  const interrupted: string[] = [];
  let lead = '';
  const close = (end: number) => {
    const own: Quantity[] = [];
    for (let quantity = quantities[next]; quantity && quantity.start < end; quantity = quantities[++next])
      own.push(quantity);
    if (end > start) clauses.push({ text: text.slice(start, end), start, end, sign, lead, depth, quantities: own });
    return lead.slice(-PROSE.longestLabel) + text.slice(own.at(-1)?.end ?? start, end);
  };
  let reading = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (!'，,；：()。'.includes(character)) continue;
    while ((quantities[reading]?.end ?? text.length) <= at) reading += 1;
    if ((quantities[reading]?.start ?? text.length) < at) continue;
    const words = close(at);
    lead = '';
    if (character === '(') {
      depth += 1;
      if (interrupted.length < PROSE.mostBrackets) interrupted.push(words);
    }
    if (character === ')') {
      depth = Math.max(0, depth - 1);
      lead = leadOver(interrupted.pop() ?? '', text.slice(start, at));
    }
    start = at + 1;
    sign = character;
  }
  close(text.length);
  return clauses;
}

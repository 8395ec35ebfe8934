import type { Random } from '../dresses/random.ts';
import { hostileCount, hostileNumber } from './hostile-numbers.ts';
import { HOSTILE_TEXTS, WORD_MARKUP } from './word-markup.ts';

/** Characters that a mutated part may have: more than any report, and less than what is refused unread. */
const MOST = 6_000_000;

type Tokens = string[];
type Change = (tokens: Tokens, other: Tokens, random: Random) => Tokens;

/** Tags and the text between them. */
const tokensOf = (xml: string): Tokens => xml.match(/<[^>]*>|[^<]+/gu) ?? [];

const nameOf = (token: string) => /^<([^\s/>!?]+)/u.exec(token)?.[1];
const at = (tokens: Tokens, random: Random) => random.int(tokens.length);

/** The index of an opening tag near a drawn place; −1 where there is none. */
function anElement(tokens: Tokens, random: Random): number {
  const from = at(tokens, random);
  return tokens.findIndex((token, index) => index >= from && nameOf(token) !== undefined && !token.endsWith('/>'));
}

/** Where an element that opens here ends. */
function endOf(tokens: Tokens, from: number): number {
  const name = nameOf(tokens[from] ?? '');
  let depth = 0;
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index] ?? '';
    if (nameOf(token) === name && !token.endsWith('/>')) depth++;
    else if (token === `</${name}>` && --depth === 0) return index + 1;
  }
  return tokens.length;
}

function anyElement(tokens: Tokens, random: Random): { from: number; to: number; element: Tokens } {
  const from = Math.max(0, anElement(tokens, random));
  // The whole body is one too, and would leave nothing to go wrong.
  const to = Math.min(endOf(tokens, from), from + 4_000);
  return { from, to, element: tokens.slice(from, to) };
}

const replaced = (tokens: Tokens, from: number, to: number, ...by: readonly Tokens[]): Tokens =>
  tokens.slice(0, from).concat(...by, tokens.slice(to));

/** Copies of an element, as many as have room. */
function copies(tokens: Tokens, element: Tokens, random: Random): Tokens[] {
  const size = Math.max(1, element.join('').length);
  const room = Math.max(1, Math.floor((MOST - tokens.reduce((sum, token) => sum + token.length, 0)) / size));
  return Array.from(
    { length: hostileCount(random, Math.min(room, Math.ceil(200_000 / element.length))) },
    () => element,
  );
}

const CHANGES: Readonly<Record<string, Change>> = {
  'tag left out': (tokens, _, random) => tokens.toSpliced(at(tokens, random), 1),
  'tags swapped': (tokens, _, random) => {
    const [one, two] = [at(tokens, random), at(tokens, random)];
    return tokens.with(one, tokens[two] ?? '').with(two, tokens[one] ?? '');
  },
  'element left out': (tokens, _, random) => {
    const { from, to } = anyElement(tokens, random);
    return replaced(tokens, from, to);
  },
  'element repeated': (tokens, _, random) => {
    const { from, element } = anyElement(tokens, random);
    return replaced(tokens, from, from, ...copies(tokens, element, random));
  },
  'element moved': (tokens, _, random) => {
    const { from, to, element } = anyElement(tokens, random);
    const rest = replaced(tokens, from, to);
    const place = at(rest, random);
    return replaced(rest, place, place, element);
  },
  'element within itself': (tokens, _, random) => {
    const { from, to, element } = anyElement(tokens, random);
    const depth = Math.min(hostileCount(random, 300), Math.ceil(200_000 / Math.max(1, element.length)));
    const opening = Array.from({ length: depth }, () => element[0] ?? '');
    const closing = Array.from({ length: depth }, () => `</${nameOf(element[0] ?? '') ?? 'x'}>`);
    return replaced(tokens, from, to, opening, element, closing);
  },
  'element of another file': (tokens, other, random) => {
    const { from, to } = anyElement(tokens, random);
    return replaced(tokens, from, random.chance(0.5) ? to : from, anyElement(other, random).element);
  },
  'hostile number': (tokens, _, random) => {
    const start = at(tokens, random);
    const index = tokens.findIndex((token, place) => place >= start && /="-?\d+"/u.test(token));
    const token = tokens[index];
    return token === undefined ? tokens : tokens.with(index, token.replace(/="-?\d+"/u, `="${hostileNumber(random)}"`));
  },
  'markup put in': (tokens, _, random) => {
    const place = at(tokens, random) + 1;
    const markup = (WORD_MARKUP[random.int(WORD_MARKUP.length)] ?? '').replaceAll('#', () => hostileNumber(random));
    return replaced(
      tokens,
      place,
      place,
      ...copies(tokens, [markup], random).slice(0, random.chance(0.8) ? 1 : Infinity),
    );
  },
  'hostile text': (tokens, _, random) => {
    const start = at(tokens, random);
    const index = tokens.findIndex((token, place) => place >= start && !token.startsWith('<') && token.trim() !== '');
    const text = HOSTILE_TEXTS[random.int(HOSTILE_TEXTS.length)] ?? '';
    return index < 0 ? tokens : tokens.with(index, text);
  },
  'attribute doubled or lost': (tokens, _, random) => {
    const index = anElement(tokens, random);
    const token = tokens[index];
    const attribute = token === undefined ? undefined : /\s[\w:]+="[^"]*"/u.exec(token)?.[0];
    if (token === undefined || attribute === undefined) return tokens;
    return tokens.with(index, token.replace(attribute, random.chance(0.3) ? attribute + attribute : ''));
  },
  'character changed': (tokens, _, random) => {
    const index = at(tokens, random);
    const token = tokens[index] ?? '';
    const place = random.int(token.length);
    return tokens.with(
      index,
      token.slice(0, place) + random.pick(['<', '>', '&', '"', '\u0000', '\ufffe', ' ', '0']) + token.slice(place + 1),
    );
  },
};

const NAMES = Object.keys(CHANGES);
/** These leave markup that is well-formed, so that what follows the parser is reached. */
const WELL_FORMED = [
  'element left out',
  'element repeated',
  'element moved',
  'element within itself',
  'element of another file',
  'hostile number',
  'hostile text',
];

/** Changes a part once or a few times. @returns the part and what was done */
export function mutateXml(xml: string, other: string, random: Random): { xml: string; what: string[] } {
  let tokens = tokensOf(xml);
  const theirs = tokensOf(other);
  const names = random.chance(0.85) ? WELL_FORMED : NAMES;
  const what: string[] = [];
  for (let count = 1 + random.int(6); count > 0 && tokens.length > 0; count--) {
    const name = names[random.int(names.length)] ?? '';
    tokens = CHANGES[name]?.(tokens, theirs, random) ?? tokens;
    what.push(name);
    if (tokens.length > 400_000) break;
  }
  return { xml: tokens.join(''), what };
}

import type { Random } from '../dresses/random.ts';
import { hostileCount, hostileNumber } from './hostile-numbers.ts';

/** Characters that a mutated stream may have. */
const MOST = 4_000_000;

/** Operators with hostile numbers for `#`, and pieces of syntax that are no operators. */
const OPERATORS: readonly string[] = [
  ...['q', 'Q', 'q q q', 'BT', 'ET', 'h', 'S', 'f', 'B*', 'b', 'n', 'W n', 'W* n', 'T*', 'EMC', 'BX', 'EX', 'MP'],
  ...[
    '# # # # # # cm',
    '# 0 0 # 0 0 cm',
    '0 0 0 0 0 0 cm',
    '# # # # # # Tm',
    '# # Td',
    '# TL',
    '# Tz',
    '# Tc',
    '# Tw',
    '# Ts',
    '# Tr',
  ],
  ...[
    '# # m',
    '# # l',
    '# # # # # # c',
    '# # # # v',
    '# # # # y',
    '# # # # re f',
    '0 0 # # re W n',
    '# w',
    '# J',
    '# i',
    '# M',
    '[# #] # d',
    '[] 0 d',
  ],
  ...[
    '/F1 # Tf',
    '/X Do',
    '/F Do',
    '/Whole Do',
    '/GS gs',
    '/Pale gs',
    '/P sh',
    '/Pattern cs /P scn',
    '# # # rg',
    '# g',
    '# # # # k',
    '/Sep cs # scn',
    '# # # # # # # sc',
  ],
  ...[
    '(#) Tj',
    '<0001000200030004> Tj',
    '[(1) # (2)] TJ',
    '[(1) # [(2) #] #] TJ',
    "(#) '",
    '# # (#) "',
    '(\\777\\(\\\n) Tj',
    '(((((#',
    '<4',
  ],
  ...[
    'BI /W # /H # /BPC 8 /CS /G ID abcdef EI',
    'BI /W 1 /H 1 /F /Fl ID xyz EI',
    'BI ID',
    '/OC /M BDC',
    '/Span <</ActualText (#)>> BDC',
    '/Artifact BMC',
  ],
  ...[
    '# # d0',
    '# # # # # # d1',
    '<<',
    '>>',
    '[[[[[[',
    ']]]',
    '/',
    '%',
    '#',
    '{',
    '}',
    'true null false',
    'endstream endobj',
  ],
];

const tokensOf = (content: string): string[] => content.match(/\((?:\\[\s\S]|[^\\()])*\)|\s+|[^\s()]+|[()]/gu) ?? [];

type Change = (tokens: string[], at: number, random: Random) => string[];

const isNumber = (token: string) => /^-?[\d.]+$/u.test(token);
const isString = (token: string) => /^(?:<[\dA-Fa-f]+>|\(.*\))/u.test(token);

/** Replaces the first token of a kind after a drawn place. */
function replaced(tokens: string[], at: number, fits: (token: string) => boolean, by: string): string[] {
  const index = tokens.findIndex((token, place) => place >= at && fits(token));
  return index < 0 ? tokens : tokens.with(index, by);
}

/** How often a piece can be repeated. */
const room = (tokens: string[], piece: string) =>
  Math.max(1, Math.floor((MOST - lengthOf(tokens)) / (piece.length + 1)));

const lengthOf = (tokens: string[]) => tokens.reduce((sum, token) => sum + token.length, 0);

const CHANGES: Readonly<Record<string, Change>> = {
  number: (tokens, at, random) => replaced(tokens, at, isNumber, hostileNumber(random)),
  operator(tokens, at, random) {
    const operator = (OPERATORS[random.int(OPERATORS.length)] ?? '').replaceAll('#', () => hostileNumber(random));
    const times = random.chance(0.85) ? 1 : hostileCount(random, room(tokens, operator));
    return tokens.toSpliced(at, 0, `\n${`${operator}\n`.repeat(times)}`);
  },
  repeat(tokens, at, random) {
    const piece = tokens.slice(at, at + 1 + random.int(200)).join('');
    return tokens.toSpliced(at, 0, piece.repeat(hostileCount(random, room(tokens, piece))));
  },
  'leave out': (tokens, at, random) => tokens.toSpliced(at, 1 + random.int(30)),
  swap(tokens, at, random) {
    const other = random.int(tokens.length);
    return at < tokens.length ? tokens.with(at, tokens[other] ?? '').with(other, tokens[at] ?? '') : tokens;
  },
  glyphs(tokens, at, random) {
    const bytes = Array.from({ length: 2 + random.int(400) }, () => random.int(256).toString(16).padStart(2, '0'));
    return replaced(tokens, at, isString, `<${bytes.join('')}>`);
  },
  spread: (tokens, _, random) =>
    tokens.map((token) => (isNumber(token) && random.chance(0.01) ? hostileNumber(random) : token)),
};

const NAMES = ['number', 'operator', ...Object.keys(CHANGES)];

/** Changes a content stream or a character map once or a few times. @returns the stream and what was done */
export function mutateContent(content: string, random: Random): { content: string; what: string[] } {
  let tokens = tokensOf(content);
  const what: string[] = [];
  for (let count = 1 + random.int(8); count > 0 && lengthOf(tokens) <= MOST; count--) {
    const name = NAMES[random.int(NAMES.length)] ?? '';
    tokens = CHANGES[name]?.(tokens, random.int(tokens.length + 1), random) ?? tokens;
    what.push(`content: ${name}`);
  }
  return { content: tokens.join(''), what };
}

import { describe, expect, test } from 'vitest';
import { skipInlineImage } from '../../../../parsers/pdf/file/inline-image.ts';
import { Lexer, TOKEN } from '../../../../parsers/pdf/file/lexer.ts';
import { latin1, textOf } from './build-pdf.ts';
import { troubleOf } from './trouble.ts';

/** Numbers as numbers, names with a slash, strings in brackets, everything else as written. */
function tokensOf(text: string): (string | number)[] {
  const lexer = new Lexer(latin1(text));
  const tokens: (string | number)[] = [];
  for (let token = lexer.next(); token !== TOKEN.end; token = lexer.next()) {
    if (token === TOKEN.number) tokens.push(lexer.number);
    else if (token === TOKEN.name) tokens.push(`/${lexer.text}`);
    else if (token === TOKEN.string) tokens.push(`(${textOf(lexer.string)})`);
    else if (token === TOKEN.keyword) tokens.push(lexer.text);
    else tokens.push({ 5: '[', 6: ']', 7: '<<', 8: '>>' }[token]);
  }
  return tokens;
}

describe('numbers', () => {
  test.each([
    ['0 -0 +17 -98 0012', [0, -0, 17, -98, 12]],
    ['34.5 -3.62 4. -.002 +.5 0.1', [34.5, -3.62, 4, -0.002, 0.5, 0.1]],
    ['595.303937007874 841.88976377952755905', [595.303937007874, 841.8897637795276]],
    ['123456789012345 2000000000', [123456789012345, 2000000000]],
    ['--5 -+5 +. . - +', [-5, -5, 0, 0, -0, 0]],
    ['1e3 1E-2 1e+400 1e', [1000, 0.01, 0, 1, 'e']],
    ['12-34 0.5-3', [12, 0.5]],
    ['1.2.3', [1.2, 0.3]],
    ['0.00000000000000000001', [0]],
    ['1 0 0Tj', [1, 0, 0, 'Tj']],
  ])('%s', (text, numbers) => {
    expect(tokensOf(text)).toEqual(numbers);
  });

  test('tell whether they were written as integers', () => {
    const lexer = new Lexer(latin1('1 1.0'));
    lexer.next();
    expect(lexer.integer).toBe(true);
    lexer.next();
    expect(lexer.integer).toBe(false);
  });
});

describe('strings', () => {
  test.each([
    ['(a(b)c)', 'a(b)c'],
    ['(\\(\\)\\\\\\n\\r\\t\\b\\f\\x)', '()\\\n\r\t\b\fx'],
    ['(\\0533\\53\\0053\\400\\8)', '+3+\x053\x008'],
    ['(a\\\nb\\\r\nc\\\rd)', 'abcd'],
    ['(a\r\nb\rc\nd)', 'a\nb\nc\nd'],
    ['()', ''],
    ['(open', 'open'],
    ['(open\\', 'open'],
    ['<48 65\n6c6C6f>', 'Hello'],
    ['<4>', '@'],
    ['<4x1>', 'A'],
    ['<>', ''],
    ['<41', 'A'],
  ])('%s', (text, string) => {
    expect(tokensOf(text)).toEqual([`(${string})`]);
  });

  test('stay as they were when more are read', () => {
    const lexer = new Lexer(latin1('<41>'.repeat(10_000)));
    lexer.next();
    const first = lexer.string;
    while (lexer.next() !== TOKEN.end) expect(textOf(lexer.string)).toBe('A');
    expect(textOf(first)).toBe('A');
  });
});

test('names resolve their escapes', () => {
  expect(tokensOf('/A#20B /#41#4a /A#G1 / /F1/F2(x)')).toEqual(['/A B', '/AJ', '/A#G1', '/', '/F1', '/F2', '(x)']);
});

test('operators, brackets and comments are told apart', () => {
  expect(tokensOf('[(a)-3<41>]TJ % (comment\r<</A[1]>>T* \' " f*{}d0)>x')).toEqual([
    '[',
    '(a)',
    -3,
    '(A)',
    ']',
    'TJ',
    '<<',
    '/A',
    '[',
    1,
    ']',
    '>>',
    'T*',
    "'",
    '"',
    'f*',
    '{',
    '}',
    'd0',
    'x',
  ]);
});

test('words beyond the limits are refused', () => {
  expect(troubleOf(() => tokensOf(`/${'a'.repeat(5000)}`))).toBe('too-complex');
  expect(troubleOf(() => tokensOf('a'.repeat(5000)))).toBe('too-complex');
  expect(troubleOf(() => tokensOf(`<${'4'.repeat(5_000_000)}>`))).toBe('too-complex');
});

describe('an inline image is skipped', () => {
  const skipped = (text: string) => {
    const lexer = new Lexer(latin1(text));
    expect(lexer.next()).toBe(TOKEN.keyword);
    const image = skipInlineImage(lexer);
    return { image, rest: textOf(lexer.bytes.subarray(lexer.at)) };
  };

  test.each([
    ['by its length', 'BI /W 4 /H 1 /BPC 8 /CS /G ID  EI  EI Q', ' Q'],
    ['as a mask', 'BI /W 16 /H 1 /IM true ID \nE EI Q', ' Q'],
    ['by its end', 'BI /W 100 /H 100 /F[/A85 /Fl] /DP[null<</K -1>>] ID abcdef~> EI Q', ' Q'],
    ['past two letters that are data', 'BI /W 9 /H 9 /F /Fl ID \x00 EI \x01\x02 EI Q', ' Q'],
    ['to the end where it has none', 'BI /W 9 /H 9 /F /Fl ID abc', ''],
    ['without data', 'BI /W 9', ''],
  ])('%s', (_, text, rest) => {
    expect(skipped(text).rest).toBe(rest);
  });

  test('and its size given', () => {
    expect(skipped('BI /Width 70 /H 9 /F /Fl ID abc EI').image).toEqual({ width: 70, height: 9 });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../../parsers/bytes/limits.ts';
import { OPERATORS } from '../../../../parsers/pdf/content/operators/operators.ts';
import { draw, shapes, textOf, whyNot } from './read-lean.ts';

const BYTES = fc.uint8Array({ maxLength: 400 }).map((bytes) => String.fromCharCode(...bytes));

/** Operators with operands of every kind, most of them wrong. */
const OPERAND = fc.oneof(
  fc.double({ noNaN: true }).map(String),
  fc.integer().map(String),
  fc.constantFrom(
    '(text)',
    '<00',
    '/F',
    '/Name',
    '[1 (a) -5]',
    '[[[',
    ']',
    '<<',
    '>>',
    '<</A 1>>',
    'true',
    'null',
    '1e999',
    '99999999999999999999',
  ),
);
const OPERATOR = fc.constantFrom(...OPERATORS.keys(), 'BI', 'ID', 'EI', 'ET', 'R', 'obj', 'endstream');
const INSTRUCTION = fc
  .tuple(fc.array(OPERAND, { maxLength: 7 }), OPERATOR)
  .map(([operands, operator]) => [...operands, operator].join(' '));

describe('content that makes no sense', () => {
  test('ends in a page or in a trouble: bytes', () => {
    fc.assert(fc.property(BYTES, (content) => typeof whyNot(content) === 'string'));
  });

  test('ends in a page or in a trouble: operators', () => {
    fc.assert(
      fc.property(
        fc.array(INSTRUCTION, { maxLength: 60 }),
        (parts) => typeof whyNot(`/F 9 Tf ${parts.join(' ')}`) === 'string',
      ),
      {
        numRuns: 300,
      },
    );
  });

  test('every number that is given is one', () => {
    const finite = (content: string) => {
      try {
        const page = draw(content);
        const numbers = [
          ...page.glyphs.flatMap(({ x, y, dx, dy, upX, upY, size, clip }) => [x, y, dx, dy, upX, upY, size, ...clip]),
          ...page.paths.flatMap(({ subpaths, clip }) => [...subpaths.flatMap(({ points }) => points), ...clip]),
          ...page.images.flatMap(({ box, clip }) => [...box, ...clip]),
        ];
        return numbers.every(Number.isFinite);
      } catch {
        return true;
      }
    };
    const huge = fc.constantFrom('0', '1', '-1', '1e38', '-1e300', '1e308', '.0000001');
    const part = fc
      .tuple(fc.array(huge, { minLength: 6, maxLength: 6 }), OPERATOR)
      .map(([n, operator]) => `${n.join(' ')} ${operator}`);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) =>
        finite(`/F 1e200 Tf ${parts.join(' ')} (a) Tj 0 0 9 9 re B`),
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['too few operands', '5 5 m 9 l 9 9 l S'],
    ['operands of the wrong kind', '5 5 m (a) (b) l 9 9 l S'],
    ['operators that are not known', '5 5 m 1 2 3 foo 9 9 l S'],
    ['brackets that do not close', '5 5 m ] >> ) } 9 9 l S'],
    ['too many operands', `${'7 '.repeat(200)} 5 5 m 9 9 l S`],
  ])('%s are passed over', (_, content) => {
    expect(shapes(draw(content)).at(-1)).toEqual([5, 95, 9, 91]);
  });

  test('an operator takes the operands next to it', () => {
    expect(shapes(draw('1 2 3 5 5 m 9 9 l S'))).toEqual([[5, 95, 9, 91]]);
    expect(textOf(draw('BT 1 /F 9 Tf (x) (y) Tj ET'))).toBe('y');
  });
});

describe('bounds', () => {
  test('on glyphs', () => {
    expect(whyNot(`BT /F 9 Tf ${`(${'a'.repeat(4_000)}) Tj `.repeat(101)}`)).toBe('too-complex: glyphs');
  });

  test('on points', () => {
    expect(whyNot('0 0 9 9 re n '.repeat(LIMITS.pdfPathPoints / 4 + 1))).toBe('too-complex: path-points');
    expect(whyNot('1 1 l '.repeat(LIMITS.pdfPathPoints + 1))).toBe('too-complex: path-points');
  });

  test('on operators, and on operands that belong to none', () => {
    expect(whyNot('x '.repeat(3_000_001))).toBe('too-complex: operations');
    expect(whyNot('1 '.repeat(3_000_100))).toBe('too-complex: operations');
  }, 30_000);

  test('on operands within one another', () => {
    expect(whyNot(`${'['.repeat(100_000)}`)).toBe('too-complex: depth');
  });
});

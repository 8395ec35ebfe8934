import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Decimal, decimalToNumber, shiftDecimal } from '../../../parsers/figures/decimal.ts';

const decimal = (text: string): Decimal => {
  const [integer = '', fraction = ''] = text.replace('-', '').split('.');
  return { negative: text.startsWith('-'), integer, fraction };
};

test.each([
  ['0', 0],
  ['-0', 0],
  ['007', 7],
  ['-18', -18],
  ['0.1', 0.1],
  ['123456789012345', 123_456_789_012_345],
  ['0.000000000000001', 1e-15],
  ['9000000000000000', 9e15],
])('%s is %d', (text, value) => {
  expect(decimalToNumber(decimal(text))).toBe(value);
});

test.each(['1234567890123456', '0.1234567890123456', '9007199254740993'])('%s has too many digits', (text) => {
  expect(decimalToNumber(decimal(text))).toBeUndefined();
});

test.each([309, 400, 5_000])('a 1 with %d zeros is no number that can be kept', (zeros) => {
  expect(decimalToNumber(decimal(`1${'0'.repeat(zeros)}`))).toBeUndefined();
});

test('a count that cannot be added exactly is not kept', () => {
  const value = decimalToNumber(decimal(`1${'0'.repeat(17)}`));
  expect(value === undefined || Number.isSafeInteger(value)).toBe(true);
});

test('moving the point there and reading is multiplying', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(999_999), fc.nat(8), (integer, fraction, places) => {
      const number = { negative: false, integer: String(integer), fraction: String(fraction).padStart(6, '0') };
      const moved = shiftDecimal(number, places);
      const digits = BigInt(`${number.integer}${number.fraction}`) * 10n ** BigInt(places);
      expect(BigInt(`${moved.integer}${moved.fraction.padEnd(6, '0')}`)).toBe(digits);
    }),
  );
});

test('what can be kept prints as it was written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (digits) => {
      expect(String(decimalToNumber(decimal(String(digits))))).toBe(String(digits));
    }),
  );
});

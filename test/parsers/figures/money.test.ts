import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../parsers/figures/read-number.ts';
import { moneyInYuan } from '../../../parsers/figures/units.ts';

/** Yuan and notes, on one line. */
function yuanOf(text: string, statutoryUnit: string | undefined, header = ''): string {
  const reading = readNumber(text);
  if (reading.state !== 'stated') return reading.state;
  const { value, more } = moneyInYuan(reading, statutoryUnit, header);
  return [String(value), ...more].join(' ');
}

test.each([
  ['7730.28', '万元', '', '77302800 unit-from-form'],
  ['7730.28', '万元', '本年收费金额（单位：万元）', '77302800 unit-from-header'],
  ['7730.28', '万元', '本年收费金额\n（单位：\n万元）', '77302800 unit-from-header'],
  ['7730.28', '万元', '本年收费金额（元）', '7730.28 unit-from-header'],
  ['7730.28', '万元', '本年收费金额（单位：亿元）', '773028000000 unit-from-header'],
  ['24252.311082', '万元', '', '242523110.82 unit-from-form'],
  ['211.509万', '万元', '本年收费金额（单位：万元）', '2115090'],
  ['211.509万元', undefined, '采购总金额', '2115090'],
  ['283070.76元', undefined, '采购总金额', '283070.76'],
  ['283070.76元', '万元', '本年收费金额（单位：万元）', '283070.76 units-disagree'],
  ['1.5亿元', '万元', '', '150000000'],
  ['0', undefined, '采购总金额', '0'],
  ['0.00', '万元', '本年收费金额（单位：万元）', '0 unit-from-header'],
  ['0元', '万元', '本年收费金额（单位：万元）', '0'],
  ['5', undefined, '采购总金额', 'null unit-not-stated'],
  ['5件', undefined, '采购总金额', 'null unit-unexpected'],
  ['5件', '万元', '', 'null unit-unexpected'],
  ['5万亿元', '万元', '', 'null unit-unexpected'],
  ['5万余元', '万元', '', 'null unit-unexpected'],
  ['-5', '万元', '', '-50000 unit-from-form'],
  ['1234567890.123456', '万元', '', 'null too-many-digits'],
  ['无', '万元', '', 'dash'],
])('%j in a column of %s under %j is %s', (text, unit, header, expected) => {
  expect(yuanOf(text, unit, header)).toBe(expected);
});

describe('a unit is never passed over', () => {
  test.each(['283070.76（单位：元）', '283070.76(单位:元)', '￥283070.76'])('%s is yuan', (text) => {
    expect(yuanOf(text, undefined)).toBe('283070.76');
  });

  test.each(['283070.76（单位：元）', '283070.76（人民币元）', '283070.76（元，含税）', '5（美元）'])(
    '%s in a 万元 column',
    (text) => {
      expect(yuanOf(text, '万元', '本年收费金额（单位：万元）')).not.toMatch(/^(?:2830707600|50000)\b/);
    },
  );

  test.each(['本年收费金额（单位：万美元）', '采购总金额（多元采购）'])('%s names no unit that is known', (header) => {
    expect(yuanOf('5', undefined, header)).toBe('null unit-not-stated');
  });
});

describe('a unit in the header that is not understood leaves the form’s own in doubt', () => {
  test.each([
    '本年收费金额：元',
    '本年收费金额元',
    '本年收费金额，单位为元',
    '本年收费金额【元】',
    '本年收费金额（单位 人民币：元）',
  ])('%s', (header) => {
    expect(yuanOf('5', '万元', header)).not.toMatch(/^50000\b/);
  });
});

const POWERS = [
  ['元', 0],
  ['百元', 2],
  ['千元', 3],
  ['万', 4],
  ['万元', 4],
  ['十万元', 5],
  ['百万元', 6],
  ['亿', 8],
  ['亿元', 8],
] as const;

/** `digits` with the point moved, by BigInt arithmetic: the number that a decimal text denotes. */
function exactYuan(digits: bigint, decimals: number, power: number): number {
  const scaled = digits * 10n ** BigInt(power);
  const unit = 10n ** BigInt(decimals);
  return Number(`${scaled / unit}.${String(scaled % unit).padStart(decimals, '0')}`);
}

function written(digits: bigint, decimals: number): string {
  const padded = String(digits).padStart(decimals + 1, '0');
  return decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

const grouped = (text: string) => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
const fullWidth = (text: string) => text.replace(/[\d.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

test('an amount in any unit and writing is exactly the yuan that it denotes', () => {
  const digits = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
  const dress = fc.constantFrom(
    (text: string) => text,
    grouped,
    fullWidth,
    (text: string) => fullWidth(grouped(text)),
  );
  const place = fc.constantFrom('cell', 'header', 'form');
  fc.assert(
    fc.property(
      digits,
      fc.nat(6),
      fc.constantFrom(...POWERS),
      dress,
      place,
      (number, decimals, [unit, power], wear, where) => {
        const text = wear(written(number, decimals));
        const yuan = exactYuan(number, decimals, power);
        // What is finer than a fen is in another unit than it says.
        const fraction = written(number, decimals).split('.')[1] ?? '';
        fc.pre(power > 0 || fraction.replace(/0+$/, '').length <= 2);
        // What cannot be added exactly is not kept.
        fc.pre(yuan <= Number.MAX_SAFE_INTEGER);
        if (where === 'cell') expect(yuanOf(`${text}${unit}`, undefined)).toBe(String(yuan));
        else if (where === 'form') expect(yuanOf(text, unit)).toBe(`${yuan} unit-from-form`);
        else if (!/元$/.test(unit)) expect(yuanOf(text, unit)).toBe(`${yuan} unit-from-form`);
        else expect(yuanOf(text, undefined, `本年收费金额（单位：${unit}）`)).toBe(`${yuan} unit-from-header`);
      },
    ),
    { numRuns: 1_000 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingOf } from './cell-texts.ts';

/** Texts that leave room for two values, or for none: never a value, never blank. */
test.each([
  '1.2.3',
  '1, 234',
  '1 ,234',
  '1. 12',
  '1 .12',
  '12,34',
  '1,23,456',
  '1,2345',
  '1,000,00',
  '1.234,56',
  '12 345,678',
  '1,234 567',
  ',5',
  '5,',
  '.5',
  '5.',
  '5，',
  '7.7.',
  '5-6',
  '5～6',
  '5~6',
  '5至6',
  '5/6',
  '5:6',
  '5、6',
  '3；4',
  '5+6',
  '5×6',
  '5\n6',
  '5\r\n6',
  '5\u20286',
  '5\u000b6',
  '1\n2\n3',
  '5（2）',
  '5(2)',
  '(5)',
  '（5）',
  '5[1]',
  '5①',
  '5*',
  '5%',
  '５％',
  '5（5）件',
  '19件）',
  '3万元）',
  '5件6件',
  '5件，6件',
  '5(件)6(件)',
  '3（省级）、4（市级）',
  '5（其中3件），另2件',
  '约5',
  '近5',
  '5余',
  '5多',
  '100余万元',
  '5左右',
  '≥5',
  '<5',
  '>5',
  '5以上',
  '第5',
  'No5',
  '5号',
  '1e5',
  '1E5',
  '0x10',
  '0b1',
  '1_000',
  "1'000",
  'NaN',
  'Infinity',
  '-Infinity',
  '∞',
  'null',
  'N/A',
  'O',
  'l2',
  '1O',
  '5O',
  'I',
  '²',
  '5²',
  '①',
  '⑤',
  '⒌',
  '㈤',
  '½',
  '5½',
  'Ⅴ',
  '٣',
  '५',
  '〇',
  '○',
  '一',
  '十',
  '一百',
  '五件',
  '壹',
  '廿',
  '无。',
  '无5',
  '暂无',
  '不适用',
  '详见附件',
  '若干',
  '…',
  '……',
  '·',
  '.',
  '。',
  ',',
  '+',
  '±',
  '±5',
  '×',
  '√',
  '？',
  '?',
  '\ufffd',
  '\ufffd5',
  '+-5',
  '--5',
  '-+5',
  '–5',
  '—5',
  '增-3',
  '减-3',
  '-减3',
  '5-',
  '5+',
  '5万件',
  '5万5千元',
  '3亿5000万元',
  '5元5角',
  '5角',
  '5元/件',
  '5美元',
  '5千',
  '\u202e12',
  '1\u202e2',
  '\u206612\u2069',
  '5\ufe0f\u20e3',
  '5\u0338',
  '5\u0301',
  '1\u061c2',
  '\u0000',
  '5\u0000',
])('%j has no value', (text) => {
  expect(readingOf(text)).toMatch(/^unreadable: /);
});

describe('invisible characters change nothing', () => {
  test.each(['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad'])('%j', (invisible) => {
    expect(readingOf(`${invisible}1${invisible}2${invisible}件${invisible}`)).toBe('12 件');
    expect(readingOf(invisible + invisible)).toBe('blank');
    expect(readingOf(`${invisible}无${invisible}`)).toBe('dash');
  });
});

describe('lines that may be two numbers, or of which one is none', () => {
  test.each(['1\n7,844', '2,\n968', '2\n,96', '2\n,9681', '0\n,968', '2\n, 968', '1234\n,968', '12\n3,456'])(
    '%j',
    (text) => {
      expect(readingOf(text)).toMatch(/^unreadable: /);
    },
  );
});

describe('two readings, no value', () => {
  test.each(['0,123', '0 123', '00,123', '000 123'])('%s', (text) => {
    expect(readingOf(text)).toMatch(/^unreadable: /);
  });

  test.each(['5【受理】6【办结】', '5[受理]6[办结]', '12【省级】、3【市级】'])('%s', (text) => {
    expect(readingOf(text)).toBe('unreadable: several-numbers');
  });

  test.each(['5（更正为6）', '5（应为6件）', '5（更正：6）'])('%s', (text) => {
    expect(readingOf(text)).toMatch(/^unreadable: /);
  });

  const number = fc.nat(9_999).map(String);
  const between = fc.constantFrom(
    '、',
    '/',
    '／',
    '~',
    '～',
    '-',
    '－',
    '—',
    '至',
    '和',
    '及',
    '\n',
    ';',
    '；',
    '+',
    ':',
    '：',
    '×',
    '=',
    '(',
    '（',
    '①',
    '%',
    '|',
    '·',
  );

  test('two numbers, whatever stands between them', () => {
    fc.assert(
      fc.property(number, between, number, fc.constantFrom('', '件', '）', ' '), (first, sign, second, end) => {
        expect(readingOf(`${first}${sign}${second}${end}`)).toMatch(/^unreadable: /);
      }),
      { numRuns: 500 },
    );
  });

  test('a word before the number', () => {
    const word = fc.constantFrom('约', '近', '共', '超过', '不足', '第', '另', '其中', '含', '?', '*', '≈', '<');
    fc.assert(
      fc.property(word, number, (before, digits) => {
        expect(readingOf(before + digits)).toMatch(/^unreadable: /);
      }),
      { numRuns: 100 },
    );
  });
});

test('any text at all is read without throwing, and a value stands only where an ASCII or full-width digit does', () => {
  const character = fc.oneof(
    fc.constantFrom(...'0123456789０１２,.，． 　\n+-－（）()件万元亿无其中约/—²①〇一٣\u200b\u202e'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
      const text = characters.join('');
      const reading = readingOf(text);
      if (/^-?\d/.test(reading)) expect(text).toMatch(/[0-9０-９]/);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['digits', '1'.repeat(200_000)],
  ['spaces', `1${' '.repeat(200_000)}2`],
  ['separators', '1,'.repeat(100_000)],
  ['brackets', `5${'（件'.repeat(50_000)}`],
  ['nested brackets', `5（件${'（a）'.repeat(50_000)}`],
])('a cell of 200,000 %s is read in no time', (_, text) => {
  const before = performance.now();
  readingOf(text);
  expect(performance.now() - before).toBeLessThan(1_000);
});

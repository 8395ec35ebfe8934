import { PROSE } from './settings.ts';

/** A number with what it counts, as it stands in a normal text. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  /** Decimals written. */
  readonly decimals: number;
  /** Written in Chinese numerals: 一件 may mean each one. */
  readonly inWords: boolean;
}

/** Longer units first: 件次 is not 件. Years, months and days are no counts. */
const UNITS = [
  ...['人次', '件次', '条次', '个工作日', '个百分点', '万元', '千元', '亿元', '篇次', '小时', '分钟', '批次', '场次'],
  ...[
    '件',
    '项',
    '份',
    '宗',
    '例',
    '条',
    '封',
    '起',
    '个',
    '部',
    '笔',
    '次',
    '元',
    '期',
    '场',
    '篇',
    '人',
    '家',
    '名',
    '%',
  ],
  ...['种', '类', '批', '户', '幅', '册', '本', '张', '台', '处', '套', '段', '页', '通', '则', '倍'],
];
const UNIT = new RegExp(UNITS.join('|'), 'uy');
const NUMBER = /\d[\d,，.]*|[零〇一二两三四五六七八九十百千]+/gu;
/** Read behind a number, in this order. */
const SCALE = /万|亿/uy;
const MORE = /余|多|来|几/uy;
const ABOUT = /(?:约|近|大约|将近|超|超过|逾|接近|约为)$/u;
/** A bound says what may not be passed, or which cases are meant: 不足20件, 10件以上的单位, 超过10件的. */
const BOUND = /(?:不足|不到|不少于|不低于|不多于|不超过|至少|最多|至多)$/u;
const BOUNDED = /^(?:以下|以内|之内|以上的|及以上|\((?:含|不含))/u;
/** What makes a number one of a row, a code or a range. */
const NO_COUNT = /(?:第|[A-Za-z0-9.\-—~～/〔#]|表|附件|图)$/u;

const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Finds the numbers that have a unit. Linear: each character is looked at a bounded number of times. */
export function quantitiesOf(text: string): readonly Quantity[] {
  const quantities: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const quantity = readQuantity(text, match.index, match[0].replace(/[,，.]+$/u, ''));
    if (quantity) quantities.push(quantity);
  }
  return quantities;
}

function readQuantity(text: string, start: number, digits: string): Quantity | undefined {
  const before = text.slice(Math.max(0, start - 4), start);
  if (NO_COUNT.test(before) || digits.length > PROSE.mostDigits + 4) return undefined;
  const inWords = !/^\d/u.test(digits);
  const plain = inWords ? readChinese(digits) : readArabic(digits);
  if (plain === undefined) return undefined;
  let at = start + digits.length;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0] ?? '';
    at += taken.length;
    return taken;
  };
  const firstMore = take(MORE);
  const scale = take(SCALE);
  const more = firstMore + take(MORE);
  const unit = take(UNIT);
  if (unit === '') return undefined;
  const behind = text.slice(at, at + 4);
  if (BOUND.test(before) || BOUNDED.test(behind) || (/超过?$/u.test(before) && behind.startsWith('的')))
    return undefined;
  const approximate = more !== '' || scale !== '' || ABOUT.test(before) || /^(?:余|多|左右|以上)/u.test(behind);
  const value = plain * (SCALES[scale] ?? 1);
  const decimals = /\.(\d+)$/u.exec(digits)?.[1]?.length ?? 0;
  return { start, end: at, value: Number(value.toFixed(6)), unit, approximate, decimals, inWords };
}

/** `3119`, `3,119`, `3，119`, `33.9`; anything else with separators is none. */
function readArabic(digits: string): number | undefined {
  const isNumber = /^\d{1,9}(?:\.\d{1,6})?$|^[1-9]\d{0,2}(?:,\d{3}){1,2}$|^[1-9]\d{0,2}(?:，\d{3}){1,2}$/u.test(digits);
  return isNumber ? Number(digits.replace(/[,，]/gu, '')) : undefined;
}

const CHINESE: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三十二, 一百零五, 十二, 两; 二〇二〇 and 一百二 are none. */
function readChinese(words: string): number | undefined {
  if (words.length > 8) return undefined;
  let sum = 0;
  let digit: number | undefined;
  let least = 10_000;
  for (const word of words) {
    const power = POWERS[word];
    if (power === undefined) {
      const next = CHINESE[word] ?? 0;
      if (digit !== undefined && digit !== 0) return undefined;
      digit = next;
    } else {
      if (power >= least || (digit === undefined && power !== 10)) return undefined;
      sum += (digit ?? 1) * power;
      least = power;
      digit = undefined;
    }
  }
  // 一百二 means 120: a digit right behind 百 is not certain.
  const isShort = digit !== undefined && least > 10 && least < 10_000 && !words.includes('零') && !words.includes('〇');
  return isShort ? undefined : sum + (digit ?? 0);
}

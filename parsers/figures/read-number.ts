import type { Decimal } from './decimal.ts';
import type { FigureNoteCode } from './figure-notes.ts';

/** What a cell's text says, before it is known which column it stands in. */
export type CellReading =
  | { readonly state: 'blank' | 'dash'; readonly notes: readonly FigureNoteCode[] }
  | { readonly state: 'unreadable'; readonly notes: readonly FigureNoteCode[] }
  | {
      readonly state: 'stated';
      readonly decimal: Decimal;
      /** The unit as written in the cell, `件`, `万元` …; empty where none is. */
      readonly unit: string;
      /** What follows the number in brackets; empty where nothing does. */
      readonly remark: string;
      readonly notes: readonly FigureNoteCode[];
    };

const unreadable = (...notes: FigureNoteCode[]): CellReading => ({ state: 'unreadable', notes });

/** Full-width forms that stand for digits, signs and separators. Nothing else is folded: `²` and `①` are no digits. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '＋': '+',
  '－': '-',
  '−': '-',
  '﹣': '-',
  '‑': '-',
  '‐': '-',
  '（': '(',
  '）': ')',
  '：': ':',
  '￥': '¥',
};

/** Fonts that draw `——` as one character have ⸺ in its place. */
const DASH_CELL = /^[-–—⸺⸻―─~～_/／\\]+$/u;
/** Browsers print the radical ⽆ (U+2F46) for 无, which it looks like. */
const NONE_CELL = /^(?:[无⽆]|没有)$/u;
const COUNT_UNIT = '件|项|个|条|份|宗|起|人次|次|户|家|部|篇|例|人|名';
const MONEY_UNIT = '万亿元|亿万元|亿元|亿|百万元|十万元|万余元|万元|万|千元|百元|元整|元';
const UNIT = `(?:单位:|单位)?(?:人民币)?(?:${MONEY_UNIT}|${COUNT_UNIT})`;
/** A unit behind which a bracket closes that did not open there is the end of a remark: its number is not the figure. */
const NUMBER = new RegExp(
  `^(?:人民币)?¥?(?<sign>[+-]|增加|增|减少|减|↑|↓)?¥?(?<digits>[\\d,.\\s]*\\d[\\d,.\\s]*)` +
    `(?<unit>\\(${UNIT}\\)|${UNIT})?(?<rest>[\\s\\S]*)$`,
  'u',
);
/** One pair of brackets with words in it, which may hold a further pair. */
const REMARK = /^(?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\]|【[^【】]*】|［[^［］]*］)[。；;]?$/u;
/** Words of a remark that take the number back. */
const CORRECTION = /更正|应为|改为|修正为|实为|有误|错误/u;

/** Reads the text of one figure cell. Whatever leaves room for two values is unreadable, never guessed. */
export function readNumber(text: string): CellReading {
  const visible = text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
  const folded = fold(visible).trim();
  if (folded === '') return { state: 'blank', notes: [] };
  const compact = folded.replace(/\s+/gu, '');
  if (DASH_CELL.test(compact)) return { state: 'dash', notes: [] };
  if (NONE_CELL.test(compact)) return { state: 'dash', notes: ['word-for-none'] };
  return readStated(folded, visible);
}

function fold(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[，．＋－−﹣‑‐（）：￥]/gu, (sign) => FULL_WIDTH[sign] ?? sign);
}

function readStated(folded: string, visible: string): CellReading {
  const groups = NUMBER.exec(folded)?.groups;
  if (!groups) return unreadable('not-a-number');
  const notes: FigureNoteCode[] = [];
  const rest = (groups.rest ?? '').trim();
  if (rest !== '') {
    const isRemark = REMARK.test(rest) && /\p{Script=Han}/u.test(rest) && !CORRECTION.test(rest);
    if (!isRemark) return unreadable(/\d/u.test(rest) ? 'several-numbers' : 'not-a-number');
    notes.push('remark');
  }
  const digits = readDigits((groups.digits ?? '').trim());
  if ('trouble' in digits) return unreadable(digits.trouble);
  notes.push(...digits.notes);
  const sign = groups.sign ?? '';
  if (sign.length > 0 && !'+-'.includes(sign)) notes.push('change-in-words');
  const written = (groups.unit ?? '').replace(/[():]|单位|人民币/gu, '');
  // The sign of the currency is its unit where no other is written.
  const unit = written === '' && folded.includes('¥') ? '元' : written;
  if (unit !== '') notes.push('unit-in-cell');
  if (/[０-９．，＋－]/u.test(visible)) notes.push('full-width');
  const negative = ['-', '减', '减少', '↓'].includes(sign);
  return { state: 'stated', decimal: { ...digits.decimal, negative }, unit, remark: rest, notes };
}

type Digits = { readonly decimal: Decimal; readonly notes: FigureNoteCode[] } | { readonly trouble: FigureNoteCode };

/** `2` over `,968`: no number begins with a comma, so that the cell was too narrow for this one. */
const WRAPPED_AT_COMMA = /^[1-9]\d{0,2}(?:\s*,\d{3})+(?:\.\d+)?$/u;

function readDigits(printed: string): Digits {
  const notes: FigureNoteCode[] = [];
  let text = printed;
  if (WRAPPED_AT_COMMA.test(text) && /[\n\r\u2028\u2029\v\f]\s*,/u.test(text)) {
    notes.push('space-in-number');
    text = text.replace(/\s+/gu, '');
  }
  // Lines part numbers, and so does a space beside a point or comma: `1. 12` is a list number and a figure.
  if (/\d\s*[\n\r\u2028\u2029\v\f]\s*\d|[.,]\s|\s[.,]/u.test(text)) return { trouble: 'several-numbers' };
  let compact = text;
  if (/\s/u.test(text)) {
    // Spaces in threes are a thousands separator (GB/T 15835); any other space may part two numbers: a doubt.
    const grouped = /^[1-9]\d{0,2}(?:\s\d{3})+(?:\.\d+)?$/u.test(text);
    if (/^0+\s/u.test(text)) return { trouble: 'several-numbers' };
    notes.push(grouped ? 'thousands-separator' : 'space-in-number');
    compact = text.replace(/\s+/gu, '');
  }
  if (compact.includes(',')) {
    if (!/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u.test(compact)) return { trouble: 'bad-separators' };
    notes.push('thousands-separator');
    compact = compact.replaceAll(',', '');
  }
  const match = /^(?<integer>\d+)(?:\.(?<fraction>\d+))?$/u.exec(compact);
  if (!match?.groups) return { trouble: 'bad-separators' };
  const { integer = '', fraction = '' } = match.groups;
  if (/^0\d/u.test(integer)) notes.push('leading-zero');
  return { decimal: { negative: false, integer, fraction }, notes };
}

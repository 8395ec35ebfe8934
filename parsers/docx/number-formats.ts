/** Writes a list number in one of the formats of ST_NumberFormat (17.18.59); `null` for a number it cannot write. */
export type WriteNumber = (value: number) => string | null;

const DIGITS = [...'零一二三四五六七八九'];
const LEGAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const LEGAL_TRADITIONAL_DIGITS = [...'零壹貳參肆伍陸柒捌玖'];
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Twenty consecutive characters from the one for 1. */
const oneOfTwenty =
  (first: number): WriteNumber =>
  (value) =>
    value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : null;

/** One character of a fixed series. */
const oneOf = (series: string): WriteNumber => {
  const characters = [...series];
  return (value) => characters[value - 1] ?? null;
};

const decimal: WriteNumber = (value) => String(value);
const counting = (digits: readonly string[], units: readonly string[], startsWithOne: boolean): WriteNumber => {
  return (value) => writeCounting(value, digits, units, startsWithOne);
};
const chinese = counting(DIGITS, ['', '十', '百', '千'], false);

export const NUMBER_FORMATS: Readonly<Record<string, WriteNumber>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: enclosedInCircle,
  decimalEnclosedCircleChinese: enclosedInCircle,
  decimalEnclosedParen: oneOfTwenty(0x2474),
  decimalEnclosedFullstop: oneOfTwenty(0x2488),
  numberInDash: (value) => `- ${value} -`,
  chineseCountingThousand: chinese,
  // From 100 on these three part ways.
  chineseCounting: upTo(99, chinese),
  taiwaneseCounting: upTo(99, chinese),
  japaneseCounting: upTo(99, chinese),
  ideographDigital: (value) =>
    String(value).replace(/\d/g, (digit) => (digit === '0' ? '〇' : (DIGITS[Number(digit)] ?? ''))),
  chineseLegalSimplified: counting(LEGAL_DIGITS, ['', '拾', '佰', '仟'], true),
  ideographLegalTraditional: counting(LEGAL_TRADITIONAL_DIGITS, ['', '拾', '佰', '仟'], true),
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: oneOf('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value)?.toLowerCase() ?? null,
  bullet: () => '',
  none: () => '',
};

function upTo(most: number, write: WriteNumber): WriteNumber {
  return (value) => (value <= most ? write(value) : null);
}

/** 十, 十一, 二十, 一百零五: a leading 一 before 十 is not said, a gap is 零. */
function writeCounting(
  value: number,
  digits: readonly string[],
  units: readonly string[],
  startsWithOne: boolean,
): string | null {
  if (value < 0 || value > 9999) return null;
  if (value === 0) return digits[0] ?? null;
  const figures = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  for (const [index, figure] of figures.entries()) {
    if (figure === 0) {
      gap = true;
      continue;
    }
    if (gap) text += digits[0];
    gap = false;
    const unit = units[figures.length - 1 - index] ?? '';
    text += (digits[figure] ?? '') + unit;
  }
  return !startsWithOne && value >= 10 && value < 20 ? text.slice(1) : text;
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function enclosedInCircle(value: number): string {
  return oneOfTwenty(0x2460)(value) ?? String(value);
}

/** A … Z, AA, BB … ZZ, AAA: the letter is repeated (17.18.59, upperLetter). */
function letters(value: number, first: string): string | null {
  if (value < 1 || value > 780) return null;
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

function roman(value: number): string | null {
  if (value < 1 || value > 3999) return null;
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

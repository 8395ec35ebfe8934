/**
 * Radicals that printing programs write in place of the character they look like and that Unicode's compatibility
 * mapping leaves alone (CJK Radicals Supplement). Kangxi radicals (U+2F00…) are folded by NFKC itself.
 */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻚': '页',
  '⺟': '母',
  '⻅': '见',
  '⻓': '长',
  '⻔': '门',
  '⻛': '风',
};

const LEADING_NUMBER =
  /^(?:[\s\p{P}lI|]*[(][一二三四五六七八九十\d]{1,3}[)]|[lI|]?[一二三四五六七八九十]{1,3}[、.,:)]|\d{1,2}(?:[、.,:)。]\s*\d{0,2})*(?!\d))\s*/u;

/**
 * Brings a label to the shape in which labels are compared: compatibility forms folded, leading numbering, white space
 * and punctuation removed. Never used on figures, whose superscripts and circled digits must stay distinct.
 */
export function normaliseLabel(text: string): string {
  let label = known.get(text);
  if (label === undefined) {
    label = normalise(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (text.length <= LONGEST_REMEMBERED) known.set(text, label);
  }
  return label;
}

/** Reports print the same few hundred labels; a hostile one may bring any number of any length. */
const known = new Map<string, string>();
const MOST_REMEMBERED = 4_000;
const LONGEST_REMEMBERED = 100;

function normalise(text: string): string {
  const folded = text
    .normalize('NFKC')
    .replace(/[⺠⻚⺟⻅⻓⻔⻛]/gu, (radical) => RADICALS[radical] ?? radical)
    .trim();
  return folded.replace(LEADING_NUMBER, '').replace(/[\s\p{P}\p{S}\p{C}]+/gu, '');
}

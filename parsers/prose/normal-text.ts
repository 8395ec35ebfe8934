/** Text as the grammar reads it: full-width forms folded, spaces and quotation marks left out, titles of documents masked. */
export interface NormalText {
  readonly text: string;
  /** For each character of `text` its place in the text that it came from. */
  readonly from: readonly number[];
}

/** Punctuation that one sign stands for. A full-width comma stays apart: it separates no thousands. */
const SIGNS: Readonly<Record<string, string>> = {
  '，': '，',
  '﹐': '，',
  '；': '；',
  ';': '；',
  '：': '：',
  ':': '：',
  '﹕': '：',
  '（': '(',
  '〔': '(',
  '【': '(',
  '[': '(',
  '［': '(',
  '）': ')',
  '〕': ')',
  '】': ')',
  ']': ')',
  '］': ')',
  '！': '。',
  '!': '。',
  '？': '。',
  '?': '。',
  '．': '.',
  〇: '〇',
  '○': '〇',
};
const DROPPED = /[\s\p{Cf}\p{Cc}“”‘’"'「」『』＂＇]/u;
/** Stands for a character of a title in 《》: what it counts or promises says nothing. */
const MASK = '□';

/** Normalises and keeps for each character where it stood. Linear. */
export function normaliseText(original: string): NormalText {
  const text: string[] = [];
  const from: number[] = [];
  let titles = 0;
  let at = 0;
  for (const character of original) {
    const place = at;
    at += character.length;
    if (character === '《' || character === '<') titles += 1;
    if (DROPPED.test(character)) continue;
    const folded = titles > 0 ? MASK : (SIGNS[character] ?? character.normalize('NFKC'));
    // One unit of `from` for each UTF-16 unit of `text`, so that indices of regular expressions fit.
    for (let index = 0; index < folded.length; index++) {
      text.push(folded.charAt(index));
      from.push(place);
    }
    if ((character === '》' || character === '>' || character === '。') && titles > 0) titles -= 1;
  }
  return { text: text.join(''), from };
}

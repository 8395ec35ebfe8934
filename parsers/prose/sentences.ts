import { type NormalText, normaliseText } from './normal-text.ts';
import type { ProseParagraph } from './paragraphs.ts';
import type { Place } from './prose.ts';
import { PROSE } from './settings.ts';

/** A sentence with its normal text and where it stands in its paragraph. */
export interface Sentence {
  readonly paragraph: ProseParagraph;
  /** As printed. */
  readonly text: string;
  readonly start: number;
  readonly normal: NormalText;
  /** A short line without a full stop: it heads what follows. */
  readonly isHeading: boolean;
}

const BEGINS_LINE = /^\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）、]|[(（]?\d{1,2}[)）、.．](?!\d))/u;

/** Splits a paragraph at full stops and at line breaks that no line is merely wrapped at. Linear. */
export function sentencesOf(paragraph: ProseParagraph): readonly Sentence[] {
  const { text } = paragraph;
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const ends = '。！？!?'.includes(character) || (character === '\n' && !isWrapped(text, start, at));
    if (!ends) continue;
    add(sentences, paragraph, start, at + 1);
    start = at + 1;
  }
  add(sentences, paragraph, start, text.length);
  return sentences;
}

function isWrapped(text: string, start: number, at: number): boolean {
  const lineStart = Math.max(start, text.lastIndexOf('\n', at - 1) + 1);
  const isLong = at - lineStart >= PROSE.leastCutLine;
  return (
    isLong &&
    !/[；;：:。]\s*$/u.test(text.slice(Math.max(lineStart, at - 8), at)) &&
    !BEGINS_LINE.test(text.slice(at + 1, at + 12))
  );
}

function add(sentences: Sentence[], paragraph: ProseParagraph, from: number, to: number): void {
  const printed = paragraph.text.slice(from, to);
  const text = printed.trim();
  if (text === '') return;
  const start = from + printed.indexOf(text.charAt(0));
  const isHeading =
    text.length <= PROSE.longestHeading &&
    !/[。！？!?；，]/u.test(text.slice(0, -1)) &&
    !/\d\s*[件份项条宗例起]/u.test(text);
  sentences.push({ paragraph, text, start, normal: cutLong(normaliseText(text)), isHeading });
}

/** Leaves out what stands behind the last comma that a sentence of ours could reach: a number must not be cut. */
function cutLong({ text, from }: NormalText): NormalText {
  if (text.length <= PROSE.longestSentence) return { text, from };
  return { text: text.slice(0, Math.max(0, text.lastIndexOf('，', PROSE.longestSentence))), from };
}

/** Where the normal characters from `first` up to `last` stand in the document; cut at the end of their first block. */
export function placeOf({ paragraph, start, normal }: Sentence, first: number, last: number): Place {
  const from = start + (normal.from[first] ?? 0);
  const to = start + (normal.from[last - 1] ?? normal.from[first] ?? 0) + 1;
  const index = paragraph.pieces.findLastIndex(({ at }) => at <= from);
  const piece = paragraph.pieces[Math.max(0, index)];
  const next = paragraph.pieces[index + 1];
  const { at = 0, block = 0, offset = 0, page = null } = piece ?? {};
  const end = next ? Math.min(to, next.at) : to;
  return { section: paragraph.section, block, page, start: from - at + offset, end: end - at + offset };
}

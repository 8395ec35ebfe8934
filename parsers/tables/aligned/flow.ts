import type { Box, Line, Page, Word } from '../../document/document.ts';
import { looksLikeValue } from '../grid-view.ts';
import { ALIGNED } from './settings.ts';

/** A word in the flow of all pages, one under the other without their margins. Sizes in points. */
export interface FlowWord {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  readonly x0: number;
  readonly x1: number;
  /** In the flow, downwards. */
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  /** Index of its line in the flow. */
  readonly line: number;
  /** A number, a dash or 无. */
  readonly isValue: boolean;
  /** It stands at the top or foot of several pages in the same place. */
  readonly isRepeated: boolean;
}

export interface Flow {
  readonly lines: readonly (readonly FlowWord[])[];
}

/**
 * The lines of all pages in one column, so that a table is one wherever pages break; none of a file with more lines
 * than any report has.
 */
export function flowOf(pages: readonly Page[]): Flow {
  if (pages.reduce((sum, page) => sum + page.lines.length, 0) > ALIGNED.mostFlowLines) return { lines: [] };
  const lines: FlowWord[][] = [];
  const repeated = repeatedLines(pages);
  let foot = 0;
  for (const page of pages) {
    const turn = turnOf(page);
    const boxes = page.lines.flatMap((line) => line.words.map((word) => turn(word.box)));
    const [first] = boxes;
    if (!first) continue;
    const top = boxes.reduce((least, box) => Math.min(least, box[1]), Number.POSITIVE_INFINITY);
    // A page break is as wide as a line, so that a row that it cuts stays together.
    const shift = foot - top + first[3] - first[1];
    for (const line of page.lines) {
      const common = { page: page.page, line: lines.length, isRepeated: repeated.has(line) };
      lines.push(line.words.map((word) => ({ ...flowWord(word, turn(word.box), shift), ...common })));
    }
    foot = boxes.reduce((most, box) => Math.max(most, box[3]), 0) + shift;
  }
  return { lines };
}

/** Turns boxes so that lines run from left to right, also on a page whose text runs up or down. */
export function turnOf({ width, height, lines }: Page): (box: Box) => Box {
  let [across, down] = [0, 0];
  for (const { words } of lines) {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last || first === last) continue;
    across += last.box[0] - first.box[0];
    down += last.box[1] - first.box[1];
  }
  if (Math.abs(down) <= Math.abs(across)) return (box) => box;
  return down > 0
    ? ([x0, y0, x1, y1]) => [y0, width - x1, y1, width - x0]
    : ([x0, y0, x1, y1]) => [height - y1, x0, height - y0, x1];
}

/** Lines of one word that open or close several pages in the same place: running heads that went unnoticed. */
function repeatedLines(pages: readonly Page[]): ReadonlySet<Line> {
  const outermost = pages.flatMap(({ lines }) => [lines[0], lines.at(-1)]).filter((line) => line?.words.length === 1);
  const known = new Map<string, Line[]>();
  for (const line of outermost) {
    const word = line?.words[0];
    if (!line || !word) continue;
    const place = `${Math.round(word.box[0])} ${Math.round(word.box[1])} ${word.text}`;
    known.set(place, [...(known.get(place) ?? []), line]);
  }
  return new Set([...known.values()].filter((same) => same.length > 1).flat());
}

function flowWord({ text, box }: Word, [x0, y0, x1, y1]: Box, shift: number) {
  const [top, bottom] = [y0 + shift, y1 + shift];
  return { text, box, x0, x1, top, bottom, middle: (top + bottom) / 2, isValue: isValueWord(text) };
}

/** `1.` and `2、` begin a label. */
const isValueWord = (text: string) => looksLikeValue(text) && !/[.．,，、:：]$/u.test(text.trim());

/** The median height of words; 1 where there are none. */
export function emOf(words: readonly FlowWord[]): number {
  const heights = words.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  return Math.max(heights[heights.length >> 1] ?? 1, 0.1);
}

/** The smallest box around words of one page, and of each page that they go on on. */
export function placeOf(words: readonly FlowWord[]): { readonly page: number; readonly boxes: readonly Box[] } {
  const boxes = new Map<number, Box>();
  for (const { page, box } of words) {
    const known = boxes.get(page) ?? box;
    boxes.set(page, [
      Math.min(known[0], box[0]),
      Math.min(known[1], box[1]),
      Math.max(known[2], box[2]),
      Math.max(known[3], box[3]),
    ]);
  }
  const pages = [...boxes.keys()].sort((a, b) => a - b);
  const inOrder = pages.map((page) => boxes.get(page)).filter((box) => box !== undefined);
  return { page: pages[0] ?? 1, boxes: inOrder };
}

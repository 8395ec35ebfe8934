import type { Box, Note, Paragraph, PdfPlace } from '../../document/document.ts';
import type { NoteCode } from '../../document/notes.ts';
import { wordWidth } from './cell-text.ts';
import type { TextLine } from './lines-of.ts';
import { around, withoutDigits } from './mark.ts';
import { LAYOUT } from './settings.ts';
import { textOfLine } from './text-of-line.ts';

/** A line outside of tables, with what is needed to join it to others. */
export interface ProseLine {
  readonly line: TextLine;
  /** From 1. */
  readonly page: number;
  readonly pageWidth: number;
  readonly shown: (box: Box) => Box;
  readonly notes: readonly NoteCode[];
}

/** From where to where the prose of pages of one width is set. */
export interface Measure {
  readonly left: number;
  readonly right: number;
}

/** The measure of each width of page, from its long lines. */
export function measuresOf(lines: readonly ProseLine[]): ReadonlyMap<number, Measure> {
  const long = new Map<number, Box[]>();
  for (const { line, pageWidth } of lines) {
    if (line.marks.length < LAYOUT.longLine) continue;
    const boxes = long.get(Math.round(pageWidth));
    if (boxes) boxes.push(line.box);
    else long.set(Math.round(pageWidth), [line.box]);
  }
  return new Map([...long].map(([width, boxes]) => [width, measureOf(boxes)]));
}

/** Single lines stick out; one in ten does not tell. */
function measureOf(boxes: readonly Box[]): Measure {
  const lefts = boxes.map(([x0]) => x0).sort((a, b) => a - b);
  const rights = boxes.map(([, , x1]) => x1).sort((a, b) => b - a);
  const tenth = Math.floor(boxes.length / 10);
  return { left: lefts[tenth] ?? 0, right: rights[tenth] ?? 0 };
}

const NUMBERED = /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）])/u;
const SECTION = /^\s*[一二三四五六七八九十]{1,3}\s*[、.．]/u;

/** Whether a line goes on with the paragraph that ends in the line before it, with nothing between them. */
export function continues(
  paragraph: readonly ProseLine[],
  next: ProseLine,
  measures: ReadonlyMap<number, Measure>,
): boolean {
  const before = paragraph.at(-1);
  const measure = before && measures.get(Math.round(before.pageWidth));
  const nextMeasure = measures.get(Math.round(next.pageWidth));
  if (!before || !measure || !nextMeasure) return false;
  const { size } = before.line;
  if (Math.abs(size - next.line.size) > LAYOUT.sameSize * size) return false;
  const pitch = next.line.base - before.line.base;
  if (before.page === next.page && (pitch > LAYOUT.linePitch * size || pitch <= 0)) return false;
  const room = measure.right - before.line.box[2];
  const isFull = wordWidth(next.line.marks) + LAYOUT.lineEnd * size > room;
  const isIndented = next.line.box[0] > nextMeasure.left + LAYOUT.indent * size;
  return isFull && !isIndented && !NUMBERED.test(textOfLine(next.line)) && !isHeading(paragraph);
}

/** A section's heading is a line of its own, however long. */
function isHeading(paragraph: readonly ProseLine[]): boolean {
  const [first] = paragraph;
  if (!first || paragraph.length > 1) return false;
  const text = textOfLine(first.line);
  return SECTION.test(text) && !/[，。；]/u.test(text);
}

/** The paragraph that lines make. */
export function paragraphOf(lines: readonly ProseLine[]): Paragraph {
  const notes = [...new Set(lines.flatMap((line) => line.notes))].map((code): Note => ({ code }));
  const where = placeOf(lines);
  return { kind: 'paragraph', text: lines.map(textOfProse).reduce(joinLines, ''), notes, ...(where && { where }) };
}

function textOfProse({ line, notes }: ProseLine): string {
  const text = textOfLine(line);
  return notes.includes('overprinted') ? withoutDigits(text) : text;
}

/** Latin words and numbers of two lines stay apart. */
const joinLines = (before: string, text: string): string =>
  /[\w.,]/u.test(before.at(-1) ?? '') && /^\w/u.test(text) ? `${before} ${text}` : before + text;

function placeOf(lines: readonly ProseLine[]): PdfPlace | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const pages = [...new Set(lines.map(({ page }) => page))];
  const boxes = pages.flatMap((page) => {
    const own = lines.filter((line) => line.page === page);
    const box = around(own.map(({ line, shown }) => shown(line.box)));
    return box ? [box] : [];
  });
  return { page: first.page, boxes };
}

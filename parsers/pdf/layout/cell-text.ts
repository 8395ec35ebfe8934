import type { Box } from '../../document/document.ts';
import type { PageContent } from '../page/page-content.ts';
import { columnsOf, runsDownwards } from './downwards.ts';
import { linesOf, type TextLine } from './lines-of.ts';
import { isFullWidth, isNumeric, type Mark, markOf, type Quarter } from './mark.ts';
import { LAYOUT } from './settings.ts';
import { isEvenlySpaced, spacingOf, textOfCellLine } from './text-of-line.ts';
import { turnBox, turnGlyph } from './turn-page.ts';

/** The lines of a cell, upright, with the box that they stand in. */
export interface CellLines {
  readonly lines: readonly TextLine[];
  readonly box: Box;
  readonly raised: readonly Mark[];
  /** Marks turned otherwise than most of the cell. */
  readonly turned: readonly Mark[];
  /** The columns of text that runs downwards, from the right; there are no lines then. */
  readonly downwards: readonly string[] | null;
}

/** Sorts the marks of a cell into lines, in whichever direction they run. */
export function readCellLines(marks: readonly Mark[], box: Box, page: PageContent): CellLines {
  const quarter = mostFrequent(marks);
  const own = marks.filter((mark) => mark.quarter === quarter);
  const turned = marks.filter((mark) => mark.quarter !== quarter && !mark.isSpace);
  // Digits among words that run downwards stand on lines of their own: a figure with its remark in a narrow cell.
  if (quarter === 0 && runsDownwards(own) && (own.every(isNumeric) || !own.some(isNumeric))) {
    return { lines: [], box, raised: [], turned, downwards: columnsOf(own) };
  }
  const upright = quarter === 0 ? own : own.map(({ glyph }) => markOf(turnGlyph(glyph, page, quarter), 0));
  const { lines, raised } = linesOf(upright);
  return { lines, raised, turned, box: turnBox(box, page, quarter), downwards: null };
}

function mostFrequent(marks: readonly Mark[]): Quarter {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const mark of marks) if (!mark.isSpace) counts[mark.quarter]++;
  const most = Math.max(...counts);
  return counts[0] === most ? 0 : (counts.indexOf(most) as Quarter);
}

/** How the text of a table is set. */
export interface TableSetting {
  /** What stays free beside the text of full lines, in points. */
  readonly padding: number;
  /** Between digits, in em. */
  readonly spacing: number;
}

/** Finds out how a table is set from all of its cells. */
export const settingOf = (cells: readonly CellLines[]): TableSetting => ({
  padding: paddingOf(cells),
  spacing: spacingOf(cells.flatMap(({ lines }) => lines)),
});

/**
 * The text of a cell. A line that left no room for what follows goes on without a separator, as a number does that is
 * wrapped in a narrow cell; every other line ends with a line break.
 */
export function cellText({ lines, box, downwards }: CellLines, { padding, spacing }: TableSetting): string {
  if (downwards) return downwards.join('\n');
  const spaced = isEvenlySpaced(lines);
  let text = '';
  const room = box[2] - box[0] - 2 * Math.max(padding, ownPadding(lines, box));
  // All lines so far.
  let isNumber = true;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before && !goesOn(before, line, lines[at + 1], room, isNumber)) text += '\n';
    isNumber &&= line.marks.every(isNumeric);
    text += textOfCellLine(line, spaced, spacing);
  });
  return text;
}

/** What stays free beside lines that begin or end under one another; it may be more where they are centred. */
function ownPadding(lines: readonly TextLine[], box: Box): number {
  const [first] = lines;
  if (!first || lines.length < 2) return 0;
  const isFlush = (side: 0 | 2) =>
    lines.every((line) => Math.abs(line.box[side] - first.box[side]) < LAYOUT.flush * line.size);
  if (!isFlush(0) && !isFlush(2)) return 0;
  const margins = lines.map((line) => Math.min(line.box[0] - box[0], box[2] - line.box[2]));
  const least = margins.reduce((a, b) => Math.min(a, b));
  return Math.min(Math.max(0, least), LAYOUT.mostPadding * first.size);
}

function goesOn(
  before: TextLine,
  line: TextLine,
  after: TextLine | undefined,
  room: number,
  isNumber: boolean,
): boolean {
  const [last, first] = [before.marks.at(-1), line.marks[0]];
  if (!last || !first) return false;
  // No line begins with a closing bracket or ends with an opening one, if it need not.
  if (OPENING.test(last.text) || CLOSING_BRACKET.test(first.text)) return true;
  if (!isNumeric(last) || !isNumeric(first)) return widthOf(before) + wordWidth(line.marks) > room;
  if (!isNumber) return false;
  // No number ends with a separator.
  if (/[,，.．]$/u.test(last.text)) return true;
  // Only a number too long for its cell is broken, and every part of it but the last is as long as fits.
  const step = stepAfter(before, first);
  const filled = widthOf(before) + step;
  const digits = line.marks.slice(0, countDigits(line));
  if (filled > room && filled > widthOfMarks(digits) + LAYOUT.equalGaps * line.size) return true;
  // Nor is a bracket parted from the digit before it: that digit goes on with the bracket, and with what the bracket is
  // not parted from. If these do not fit on a line either, the bracket begins the next one.
  const [digit, bracket, behind] =
    digits.length === line.marks.length ? [...digits, ...(after?.marks ?? [])] : line.marks;
  if (digits.length !== 1 || !digit || !bracket || !behind || !OPENING.test(bracket.text)) return false;
  return widthOf(before) + step + widthOfMarks([bracket]) + widthOfMarks([behind]) > room;
}

function countDigits({ marks }: TextLine): number {
  const end = marks.findIndex((mark) => !isNumeric(mark));
  return end < 0 ? marks.length : end;
}

const widthOfMarks = (marks: readonly Mark[]) => (marks.at(-1)?.box[2] ?? 0) - (marks[0]?.box[0] ?? 0);

/** Room that one character more takes: its width and, where the line is spaced, the gaps before and behind it. */
function stepAfter({ marks }: TextLine, first: Mark): number {
  const [last, before] = [marks.at(-1), marks.at(-2)];
  const gap = last && before ? Math.max(0, last.box[0] - before.box[2]) : 0;
  return first.box[2] - first.box[0] + 2 * Math.min(gap, LAYOUT.widestSpacing * first.glyph.size);
}

const widthOf = ({ box }: TextLine) => box[2] - box[0];

const OPENING = /^[（「『“‘《〈【〔([]$/u;
const CLOSING_BRACKET = /^[）」』》〉】〕)\]]$/u;
const CLOSING = /^[，。、；：）」』”’》〉】〕！？,.;:)\]]$/u;

/** Width of the first part of a line that cannot be broken: a character or word, with the punctuation at it. */
export function wordWidth(marks: readonly Mark[]): number {
  const [first] = marks;
  let before: Mark | undefined;
  for (const mark of marks) {
    if (before && isBreakBetween(before, mark)) break;
    before = mark;
  }
  return first && before ? before.box[2] - first.box[0] : 0;
}

function isBreakBetween(before: Mark, mark: Mark): boolean {
  if (OPENING.test(before.text) || CLOSING.test(mark.text)) return false;
  const isGap = mark.box[0] - before.box[2] > LAYOUT.gap * mark.glyph.size;
  return isGap || isFullWidth(before.text) || isFullWidth(mark.text) || CLOSING.test(before.text);
}

/**
 * What stays free beside the text of full cells: the least that is met, but for text that runs out of its cell. Only
 * words are looked at: they tell how far a cell can be filled, and two figures under one another must not.
 */
function paddingOf(cells: readonly CellLines[]): number {
  const margins = cells.flatMap(({ lines, box }) =>
    lines
      .filter(({ marks }) => !marks.every(isNumeric))
      .flatMap((line) => [line.box[0] - box[0], box[2] - line.box[2]].map((margin) => ({ margin, size: line.size }))),
  );
  margins.sort((a, b) => a.margin - b.margin);
  const least = margins[Math.floor(margins.length / 10)];
  return least ? Math.min(Math.max(0, least.margin), LAYOUT.mostPadding * least.size) : 0;
}

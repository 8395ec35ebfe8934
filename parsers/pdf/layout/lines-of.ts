import type { Box } from '../../document/document.ts';
import { around, isNumeric, type Mark } from './mark.ts';
import { LAYOUT } from './settings.ts';

/** Marks on one baseline. */
export interface TextLine {
  /** From left to right, without spaces. */
  readonly marks: readonly Mark[];
  /** Those of its marks that a space was drawn before. */
  readonly spaced: ReadonlySet<Mark>;
  /** Superscripts and subscripts beside it, which are no part of its text. */
  readonly raised: readonly Mark[];
  readonly base: number;
  /** Of most of its text. */
  readonly size: number;
  readonly box: Box;
}

export interface Lines {
  /** From top to bottom. */
  readonly lines: readonly TextLine[];
  /** All that is raised or lowered beside them. */
  readonly raised: readonly Mark[];
}

/** Sorts upright marks into lines by their baselines. */
export function linesOf(marks: readonly Mark[]): Lines {
  const groups = byBaseline(marks);
  const raised = new Map<Mark, Mark[]>();
  const shown = groups.map(shownOf);
  groups.forEach((group, at) => {
    for (const other of [shown[at], shown[at - 1], shown[at + 1]]) if (other) findRaised(group, other, raised);
  });
  const beside = new Map<Mark[], Mark[]>();
  for (const [mark, group] of raised) {
    const marksBeside = beside.get(group);
    if (marksBeside) marksBeside.push(mark);
    else beside.set(group, [mark]);
  }
  const lines = groups.flatMap((group) => {
    const own = raised.size > 0 ? group.filter((mark) => !raised.has(mark)) : group;
    return lineOf(own, beside.get(group)) ?? [];
  });
  return { lines, raised: [...raised.keys()] };
}

function byBaseline(marks: readonly Mark[]): Mark[][] {
  const groups: Mark[][] = [];
  let first: Mark | undefined;
  for (const mark of marks.toSorted((a, b) => a.base - b.base)) {
    const most = LAYOUT.sameLine * Math.min(mark.glyph.size, first?.glyph.size ?? 0);
    if (first && mark.base - first.base <= most) groups.at(-1)?.push(mark);
    else {
      groups.push([mark]);
      first = mark;
    }
  }
  return groups;
}

/** The line that marks on one baseline make; nothing for spaces alone. */
function lineOf(marks: readonly Mark[], raised: readonly Mark[] = []): TextLine | undefined {
  const spaced = new Set<Mark>();
  const shown: Mark[] = [];
  let space = false;
  for (const mark of marks.toSorted((a, b) => a.x - b.x || a.glyph.order - b.glyph.order)) {
    if (mark.isSpace) space = true;
    else {
      if (space) spaced.add(mark);
      space = false;
      shown.push(mark);
    }
  }
  const box = around(shown.map((mark) => mark.box));
  return box && { marks: shown, spaced, raised, ...mainOf(shown), box };
}

/** The size of most of the text by its width, and the baseline of what has that size. */
function mainOf(marks: readonly Mark[]): { size: number; base: number } {
  const widths = new Map<number, number>();
  for (const { glyph, box } of marks) {
    const size = Math.round(glyph.size * 4);
    widths.set(size, (widths.get(size) ?? 0) + box[2] - box[0]);
  }
  let [main, widest] = [0, -1];
  for (const [size, width] of widths) if (width > widest) [main, widest] = [size, width];
  const found = marks.find(({ glyph }) => Math.round(glyph.size * 4) === main);
  return { size: found?.glyph.size ?? 1, base: found?.base ?? 0 };
}

/** A group with what most of its text is. */
interface Shown {
  readonly group: Mark[];
  readonly marks: readonly Mark[];
  readonly size: number;
  readonly base: number;
}

function shownOf(group: Mark[]): Shown | undefined {
  const marks = group.filter(({ isSpace }) => !isSpace);
  return marks.length > 0 ? { group, marks, ...mainOf(marks) } : undefined;
}

/** Finds the marks of a group that are raised or lowered beside the larger text of another, or of its own. */
function findRaised(group: readonly Mark[], other: Shown, raised: Map<Mark, Mark[]>): void {
  const { marks: shown, size, base } = other;
  const small = group.filter((mark) => !mark.isSpace && isShifted(mark, size, base));
  if (small.length === 0) return;
  const smallest = small.reduce((least, { glyph }) => Math.min(least, glyph.size), size);
  const large = shown.filter(({ glyph }) => glyph.size * LAYOUT.raisedSize >= smallest);
  const ends = large.flatMap(({ box }) => [box[0], box[2]]).sort((a, b) => a - b);
  // A mark beside a raised one is raised with it: from the left and from the right.
  const ordered = small.toSorted((a, b) => a.x - b.x);
  for (const run of [ordered, ordered.toReversed()]) {
    let before: Mark | undefined;
    for (const mark of run) {
      const most = LAYOUT.besideRaised * mark.glyph.size;
      const follows = before !== undefined && raised.has(before) && apart(mark.box, before.box) <= most;
      if (follows || isNear(mark.box, ends, most)) raised.set(mark, other.group);
      before = mark;
    }
  }
}

function isShifted({ glyph, base: own }: Mark, size: number, base: number): boolean {
  const shift = Math.abs(own - base);
  const isSmall = glyph.size < LAYOUT.raisedSize * size;
  return isSmall && shift >= LAYOUT.raisedShift * size && shift <= LAYOUT.mostRaised * size;
}

const apart = (a: Box, b: Box) => Math.max(a[0], b[0]) - Math.min(a[2], b[2]);

/** Whether one of the sorted places lies beside a box. */
function isNear(box: Box, ends: readonly number[], most: number): boolean {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < box[0] - most) low = middle + 1;
    else high = middle;
  }
  const found = ends[low];
  return found !== undefined && found <= box[2] + most;
}

/**
 * Whether a reader sees a gap between two marks of a line that follow one another.
 * @param spacing of the digits of its table, in em
 */
export function isGapBetween({ spaced }: TextLine, before: Mark, mark: Mark, spacing = 0): boolean {
  const em = Math.max(before.glyph.size, mark.glyph.size);
  const gap = mark.box[0] - before.box[2];
  if (spaced.has(mark)) return gap > LAYOUT.drawnSpace * em;
  return gap > (isNumeric(before) && isNumeric(mark) ? LAYOUT.digitGap + spacing : LAYOUT.gap) * em;
}

/** The words of a line, as their marks. */
export function wordsOf(line: TextLine, spacing = 0): readonly (readonly Mark[])[] {
  const words: Mark[][] = [];
  let before: Mark | undefined;
  for (const mark of line.marks) {
    if (!before || isGapBetween(line, before, mark, spacing)) words.push([mark]);
    else words.at(-1)?.push(mark);
    before = mark;
  }
  return words;
}

import type { PlacedCell, PlacedLine } from '../raw/layout.ts';
import { strokeLine } from '../raw/pen.ts';
import { endOf, isPlain, number, pick, show } from './odd-figures.ts';
import type { Marks, Oddity, OddWork } from './odd-work.ts';

/** What people and programs do to single numbers. */
export const ODD_NUMBERS: readonly Oddity[] = [
  ['corrections', correction],
  ['underlines', underlines],
  ['highlights', highlights],
  ['drawn backwards', backwards],
  ['inner frames', innerFrames],
  ['note marks', noteMarks],
];

/** What a PDF editor does: white over the figure, and another one in its place. */
function correction(work: OddWork, marks: Marks): void {
  const { random } = work;
  for (const { id, page, cell, lines } of pick(work, marks, 4, isPlain)) {
    const [line] = lines;
    if (!line) continue;
    const text = number(line.text.length, random);
    marks.truth.set(id, { state: 'stated', value: Number(text) });
    const end = Math.min(cell.x1 - 0.8, endOf(line, work) + 0.5);
    marks.over[page]?.push((pen) => {
      const cover = pen.rectangle(
        Math.max(cell.x0 + 0.8, line.x - 0.5),
        line.y - 0.8 * line.size,
        end,
        line.y + 0.1 * line.size,
      );
      pen.put(`q 1 g ${cover} f Q q 0 Tr 0 g`);
      show(pen, marks.font, text, line.x, line.y, line.size);
      pen.put('Q');
    });
  }
}

/** Numbers underlined, as filled rectangles or strokes. */
function underlines(work: OddWork, marks: Marks): void {
  const isFill = work.random.chance(0.5);
  for (const { page, lines } of pick(work, marks, 8, isPlain)) {
    const [line] = lines;
    if (!line) continue;
    const [x0, x1, y] = [line.x, endOf(line, work), line.y + 0.12 * line.size];
    marks.over[page]?.push((pen) =>
      pen.put(
        'q 0 g 0 G',
        isFill ? `${pen.rectangle(x0, y, x1, y + 0.5)} f` : `${pen.length(0.5)} w ${strokeLine(pen, x0, y, x1, y)}`,
        'Q',
      ),
    );
  }
}

/** Yellow behind numbers, or in their cells from border to border. */
function highlights(work: OddWork, marks: Marks): void {
  const isCell = work.random.chance(0.5);
  for (const { page, cell, lines } of pick(work, marks, 8, isPlain)) {
    const [line] = lines;
    if (!line) continue;
    const box = isCell
      ? ([cell.x0, cell.y0, cell.x1, cell.y1] as const)
      : ([line.x, line.y - 0.85 * line.size, endOf(line, work), line.y + 0.15 * line.size] as const);
    marks.under[page]?.push((pen) => pen.put(`q 1 1 0 rg ${pen.rectangle(...box)} f Q`));
  }
}

/** Digits drawn one by one from the last to the first. */
function backwards(work: OddWork, marks: Marks): void {
  for (const { page, lines } of pick(work, marks, 12, isPlain)) {
    const [line] = lines;
    if (!line) continue;
    marks.omitted.add(line);
    const places: (readonly [string, number])[] = [];
    let { x } = line;
    for (const character of line.text) {
      places.push([character, x]);
      x += marks.font.advance(character) * line.size;
    }
    marks.over[page]?.push((pen) => {
      pen.put('q 0 Tr 0 g');
      for (const [character, at] of places.reverse()) show(pen, marks.font, character, at, line.y, line.size);
      pen.put('Q');
    });
  }
}

/** A frame of its own within the cell of a number: a nested table, or a text box. */
function innerFrames(work: OddWork, marks: Marks): void {
  for (const { page, cell } of pick(work, marks, 6, isPlain)) {
    marks.over[page]?.push((pen) =>
      pen.put(
        'q 0 G',
        `${pen.length(0.5)} w ${pen.rectangle(cell.x0 + 1.5, cell.y0 + 1.5, cell.x1 - 1.5, cell.y1 - 1.5)} S`,
        'Q',
      ),
    );
  }
}

/** The marks of notes as Word, WPS and browsers set them. */
function noteMarks(work: OddWork, marks: Marks): void {
  const { random } = work;
  const fits = (target: { lines: readonly PlacedLine[]; cell: PlacedCell }): boolean => {
    const [line] = target.lines;
    return line !== undefined && /^\d+$/u.test(line.text) && endOf(line, work) + 1.5 * line.size < target.cell.x1;
  };
  for (const { page, lines } of pick(work, marks, 6, fits)) {
    const [line] = lines;
    if (!line) continue;
    const [mark, size, raised] = random.pick<readonly [string, number, number]>([
      ['1', 0.65, 0.33],
      ['2', 0.58, 0.42],
      ['3', 0.7, 0.25],
      ['[1]', 0.65, 0.33],
      ['*', 1, 0],
      ['①', 1, 0],
      ['注', 0.65, 0.33],
      ['（1）', 0.6, 0.4],
    ]);
    const x = endOf(line, work) + random.pick([0.02, 0.15, 0.3]) * line.size;
    marks.over[page]?.push((pen) => {
      pen.put('0 Tr 0 g');
      show(pen, marks.font, mark, x, line.y - raised * line.size, size * line.size);
    });
  }
}

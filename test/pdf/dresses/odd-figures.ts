import type { FigureId } from '../../../forms/form.ts';
import type { Random } from '../../dresses/random.ts';
import { advanceOf } from '../raw/draw-text.ts';
import type { RawFont } from '../raw/fonts.ts';
import type { PlacedCell, PlacedLine } from '../raw/layout.ts';
import type { Pen } from '../raw/pen.ts';
import type { Marks, OddWork } from './odd-work.ts';

interface Target {
  readonly id: FigureId;
  readonly page: number;
  readonly cell: PlacedCell;
  readonly lines: readonly PlacedLine[];
}

/** Cells of figures that stand on one page, on one line at most, and that can be read. */
function targets({ pages }: OddWork, { used, truth }: Marks): Target[] {
  const found = new Map<FigureId, Target[]>();
  pages.forEach((page, at) => {
    for (const cell of page.cells) {
      if (!cell.figure || used.has(cell.figure) || truth.get(cell.figure)?.state === 'unreadable') continue;
      const lines = page.lines.filter((line) => line.cell === cell);
      found.set(cell.figure, [...(found.get(cell.figure) ?? []), { id: cell.figure, page: at, cell, lines }]);
    }
  });
  return [...found.values()].flatMap((all) => (all.length === 1 && (all[0]?.lines.length ?? 0) <= 1 ? all : []));
}

export function pick(work: OddWork, marks: Marks, count: number, fits: (target: Target) => boolean): Target[] {
  const picked = work.random.some(targets(work, marks).filter(fits), count);
  for (const { id } of picked) marks.used.add(id);
  return picked;
}

export const isPlain = ({ lines }: Target): boolean => /^\d+$/u.test(lines[0]?.text ?? '');
export const number = (length: number, random: Random): string =>
  Array.from({ length }, (_, at) => String(at === 0 ? 1 + random.int(9) : random.int(10))).join('');

export function show(pen: Pen, font: RawFont, text: string, x: number, y: number, size: number): void {
  pen.put(`BT /${font.key} ${pen.length(size)} Tf 0 Tc 100 Tz ${pen.textMatrix(x, y)} Tm <${font.codes(text)}> Tj ET`);
}

/** Numbers that nobody sees: not painted, white, clipped away or painted over. Half of them where a figure was. */
export function hideNumbers(work: OddWork, marks: Marks): void {
  const { random, look } = work;
  const size = look.layout.tableSize;
  for (const target of pick(work, marks, 6, () => true)) {
    const { id, page, cell, lines } = target;
    const [line] = lines;
    if (random.chance(0.5)) {
      if (line) marks.omitted.add(line);
      marks.truth.set(id, { state: 'blank', value: null });
    }
    const text = number(1 + random.int(2), random);
    const x = line?.x ?? (cell.x0 + cell.x1) / 2 - size / 2;
    const y = line?.y ?? (cell.y0 + cell.y1) / 2 + 0.38 * size;
    const how = random.pick(['invisible', 'white', 'clipped', 'covered']);
    marks.under[page]?.push((pen) => {
      const draw = () => show(pen, marks.font, text, x, y, size);
      if (how === 'invisible') pen.put('q 3 Tr');
      else if (how === 'white') pen.put('q 0 Tr 1 1 1 rg');
      // The clip is a strip along the foot of the cell, under its text.
      else if (how === 'clipped') pen.put('q 0 Tr', `${pen.rectangle(cell.x0, cell.y1 - 0.4, cell.x1, cell.y1)} W n`);
      else pen.put('q 0 Tr 0 g');
      draw();
      // The cover leaves the borders of its cell alone.
      const cover = [Math.max(x - 1, cell.x0 + 0.8), Math.max(y - size, cell.y0 + 0.8)] as const;
      const to = [Math.min(x + 1.5 * size, cell.x1 - 0.8), Math.min(y + 0.2 * size, cell.y1 - 0.8)] as const;
      if (how === 'covered') pen.put(`1 g ${pen.rectangle(...cover, ...to)} f`);
      pen.put('Q');
    });
  }
}

/** Another number printed over a figure: nobody can tell which of the two is meant. */
export function overprint(work: OddWork, marks: Marks): void {
  const { random } = work;
  for (const { id, page, lines } of pick(work, marks, 4, isPlain)) {
    const [line] = lines;
    if (!line) continue;
    const other = [...line.text].map((digit) => String((Number(digit) + 1 + random.int(8)) % 10)).join('');
    marks.truth.set(id, { state: 'unreadable', value: null });
    marks.over[page]?.push((pen) => {
      pen.put('0 Tr 0 g');
      show(pen, marks.font, other, line.x, line.y, line.size);
    });
  }
}

/** A footnote's mark, small and raised, behind a figure: no part of the number. */
export function superscripts(work: OddWork, marks: Marks): void {
  const { random, look } = work;
  const roomy = (target: Target): boolean => {
    const [line] = target.lines;
    if (!line || !isPlain(target)) return false;
    return endOf(line, work) + 0.5 * line.size < target.cell.x1;
  };
  for (const { page, lines } of pick(work, marks, 4, roomy)) {
    const [line] = lines;
    if (!line) continue;
    const mark = random.pick(['1', '2', '①', '*']);
    const x = endOf(line, work) + 0.02 * line.size;
    marks.over[page]?.push((pen) => {
      pen.put('0 Tr 0 g');
      show(pen, marks.font, mark, x, line.y - 0.38 * look.layout.tableSize, 0.55 * line.size);
    });
  }
}

export const endOf = (line: PlacedLine, { look }: OddWork): number =>
  [...line.text].reduce((x, character) => x + advanceOf(character, line.role, look.text) * line.size, line.x);

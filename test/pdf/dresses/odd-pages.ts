import type { PlacedLine } from '../raw/layout.ts';
import type { Pen } from '../raw/pen.ts';
import type { Marks, OddWork } from './odd-work.ts';

/** Light grey words across every page. */
function words(work: OddWork, marks: Marks, text: string, angle: number): void {
  const { width, height } = work.look.layout;
  const size = width / (angle === 0 ? 10 : 12);
  const isUnder = work.random.chance(0.5);
  work.pages.forEach((_, page) => {
    (isUnder ? marks.under : marks.over)[page]?.push((pen) => {
      const matrix = pen.textMatrix(width * 0.15, height * (angle === 0 ? 0.5 : 0.75), 1, angle);
      const { key } = marks.font;
      pen.put(
        `q 0 Tr 0.85 g /Pale gs BT /${key} ${pen.length(size)} Tf 0 Tc 100 Tz ${matrix} Tm <${marks.font.codes(text)}> Tj ET Q`,
      );
    });
  });
}

export const slantedWatermark = (work: OddWork, marks: Marks): void =>
  words(work, marks, work.random.pick(['政府信息公开', '仅供查阅2024', 'DRAFT 88']), Math.PI / 4);

export const watermark = (work: OddWork, marks: Marks): void =>
  words(work, marks, work.random.pick(['政府信息公开', '内部资料', '2024']), 0);

/** A seal over the last page's text, as a picture. */
export function stamp(work: OddWork, marks: Marks): void {
  const page = work.pages.length - 1;
  const { width, height } = work.look.layout;
  marks.stamped.add(page);
  marks.over[page]?.push((pen) => {
    const [x, y] = [width * 0.6, height * 0.3];
    const [a, b, c, d, e, f] = pen.textMatrix(x, y, 100).split(' ').map(Number);
    // The unit square of a picture is placed like a character of one point.
    const unit = Number(pen.length(1));
    const side = [a, b, c, d].map((value) => (value ?? 0) * unit).join(' ');
    pen.put('q 0.8 0 0 rg', `${side} ${e} ${f} cm /Stamp Do Q`);
  });
}

/** Tall group labels in a vertical font, from the top of their cell downwards. */
export function upperGroups(work: OddWork, marks: Marks): void {
  work.pages.forEach((page, at) => {
    for (const cell of page.cells) {
      const lines = page.lines.filter((line) => line.cell === cell);
      const text = lines.map((line) => line.text).join('');
      const [first] = lines;
      if (!first || cell.role !== 'label' || lines.length < 4 || !/^\p{Script=Han}/u.test(text)) continue;
      const tall = cell.y1 - cell.y0 > text.length * first.size;
      if (cell.x1 - cell.x0 > 3 * first.size || !tall) continue;
      for (const line of lines) marks.omitted.add(line);
      marks.over[at]?.push((pen) => drawVertical(pen, first, text, marks, (cell.x0 + cell.x1) / 2));
    }
  });
}

/** In vertical writing the origin stands above the middle of the character. */
function drawVertical(pen: Pen, first: PlacedLine, text: string, { vertical }: Marks, x: number): void {
  const top = first.y - 0.88 * first.size;
  const state = `/${vertical.key} ${pen.length(first.size)} Tf 0 Tc 100 Tz`;
  pen.put(`0 Tr 0 g BT ${state} ${pen.textMatrix(x, top)} Tm <${vertical.codes(text)}> Tj ET`);
}

import type { Marks, Oddity, OddWork } from './odd-work.ts';

/** Words that stand otherwise than upright. */
export const ODD_WORDS: readonly Oddity[] = [
  ['seal', seal],
  ['turned headers', turnedHeaders],
];

/** A seal drawn in lines: a red ring and the words along it, over figures. */
function seal(work: OddWork, marks: Marks): void {
  const { random } = work;
  const at = random.int(work.pages.length);
  const cells = (work.pages[at]?.cells ?? []).filter(({ figure }) => figure);
  const cell = cells[random.int(Math.max(1, cells.length))];
  if (!cell) return;
  const [x, y, radius] = [cell.x0, cell.y1, 40];
  marks.over[at]?.push((pen) => {
    const arc = (from: number) => {
      const k = (4 / 3) * Math.tan(Math.PI / 16);
      const to = from + Math.PI / 4;
      const on = (angle: number, dx: number, dy: number) =>
        pen.point(
          x + radius * (Math.cos(angle) - dx * k * Math.sin(angle)),
          y + radius * (Math.sin(angle) + dy * k * Math.cos(angle)),
        );
      return `${on(from, 1, 1)} ${on(to, -1, -1)} ${on(to, 0, 0)} c`;
    };
    pen.put('q 1 0 0 RG 1 0 0 rg', `${pen.length(1.5)} w`, `${pen.point(x + radius, y)} m`);
    for (let k = 0; k < 8; k++) pen.put(arc((k * Math.PI) / 4));
    pen.put('S 0 Tr');
    [...'淮安市人民政府'].forEach((character, k) => {
      const angle = Math.PI * 0.75 - (k * Math.PI) / 4.5 + Math.PI;
      const matrix = pen.textMatrix(x - 32 * Math.cos(angle), y + 32 * Math.sin(angle), 1, angle - Math.PI / 2);
      pen.put(
        `BT /${marks.font.key} ${pen.length(9)} Tf 0 Tc 100 Tz ${matrix} Tm <${marks.font.codes(character)}> Tj ET`,
      );
    });
    pen.put('Q');
  });
}

/** Labels over narrow columns turned by a quarter, to be read from below. */
function turnedHeaders(work: OddWork, marks: Marks): void {
  work.pages.forEach((page, at) => {
    for (const cell of page.cells) {
      const lines = page.lines.filter((line) => line.cell === cell);
      const text = lines.map((line) => line.text).join('');
      const [first] = lines;
      if (!first || cell.role !== 'header' || lines.length < 2) continue;
      const size = Math.min(first.size, (cell.y1 - cell.y0 - 2) / [...text].length);
      for (const line of lines) marks.omitted.add(line);
      marks.over[at]?.push((pen) => {
        const matrix = pen.textMatrix((cell.x0 + cell.x1) / 2 + 0.35 * size, cell.y1 - 1, 1, Math.PI / 2);
        pen.put(
          `q 0 Tr 0 g BT /${marks.font.key} ${pen.length(size)} Tf 0 Tc 100 Tz ${matrix} Tm <${marks.font.codes(text)}> Tj ET Q`,
        );
      });
    }
  });
}

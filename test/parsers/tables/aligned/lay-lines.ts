import type { Page, Word } from '../../../../parsers/document/document.ts';
import type { SimulatedCell, SimulatedTable } from './statutory-cells.ts';

/** How a report is set. Lengths in em of the table's text. */
export interface Setting {
  readonly size: number;
  readonly lineHeight: number;
  readonly labelWidth: number;
  readonly groupWidth: number;
  readonly figureWidth: number;
  readonly padding: number;
  readonly figures: 'left' | 'center' | 'right';
  readonly labels: 'left' | 'center';
  readonly vertical: 'top' | 'middle';
  /** Of the page's text, in lines. */
  readonly pageLines: number;
  readonly repeatsHeaders: boolean;
}

export type Piece =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'table'; readonly table: SimulatedTable };

interface Placed extends Word {
  readonly base: number;
}

const LEFT = 40;
const TOP = 50;

/** Sets paragraphs and tables without rulings on pages, and gives what a reader sees of them. */
export function layLines(pieces: readonly Piece[], setting: Setting): readonly Page[] {
  const pages: Placed[][] = [[]];
  const height = setting.pageLines * setting.size * setting.lineHeight;
  let y = 0;
  const put = (block: readonly Placed[], tall: number, before: readonly Placed[] = [], beforeTall = 0) => {
    if (y > 0 && y + tall > height) {
      pages.push([]);
      y = 0;
      pages.at(-1)?.push(...moved(before, 0));
      y += beforeTall;
    }
    pages.at(-1)?.push(...moved(block, y));
    y += tall;
  };
  for (const piece of pieces) {
    if (piece.kind === 'prose') {
      put([wordAt(piece.text, LEFT, 0, setting.size * 1.2)], setting.size * 2);
      continue;
    }
    const rows = layTable(piece.table, setting);
    const head = rows.filter((_, row) => row < piece.table.headerRows);
    const headTall = head.reduce((sum, row) => sum + row.tall, 0);
    const headWords = stack(head);
    put(headWords, headTall);
    const repeated = setting.repeatsHeaders ? headWords : [];
    for (const row of rows.slice(head.length)) {
      put(row.words, row.tall, repeated, setting.repeatsHeaders ? headTall : 0);
    }
  }
  return pages.map((words, at) => ({ page: at + 1, width: 1200, height: height + 2 * TOP, lines: linesOf(words) }));
}

interface LaidRow {
  /** From the top of the row; a cell over several rows may hang out of it. */
  readonly words: readonly Placed[];
  readonly tall: number;
}

function layTable(table: SimulatedTable, setting: Setting): readonly LaidRow[] {
  const xs = edgesOf(table, setting);
  const line = setting.size * setting.lineHeight;
  const widthOf = (cell: SimulatedCell) => (xs[cell.column + cell.columnSpan] ?? 0) - (xs[cell.column] ?? 0);
  const wrapped = table.cells.map((cell) => ({ cell, lines: wrap(cell, widthOf(cell), setting) }));
  const rowCount = Math.max(...table.cells.map(({ row, rowSpan }) => row + rowSpan));
  const tall = Array.from({ length: rowCount }, () => line);
  const spanTall = (cell: SimulatedCell) =>
    tall.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, height) => sum + height, 0);
  for (const { cell, lines } of wrapped.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const last = cell.row + cell.rowSpan - 1;
    tall[last] = (tall[last] ?? 0) + Math.max(0, lines.length * line - spanTall(cell));
  }
  const words = tall.map((): Placed[] => []);
  for (const { cell, lines } of wrapped) {
    const free = spanTall(cell) - lines.length * line;
    const from = setting.vertical === 'middle' ? free / 2 : 0;
    lines.forEach((text, k) => {
      const x = xOf(cell, text, xs, setting);
      if (text !== '') words[cell.row]?.push(wordAt(text, x, from + k * line, setting.size));
    });
  }
  return tall.map((height, row) => ({ tall: height, words: words[row] ?? [] }));
}

function edgesOf({ columns, labels }: SimulatedTable, setting: Setting): readonly number[] {
  const xs = [LEFT];
  for (let column = 0; column < columns; column++) {
    const isOwnLabel = column === labels - 1;
    const width = isOwnLabel ? setting.labelWidth : column < labels ? setting.groupWidth : setting.figureWidth;
    xs.push((xs.at(-1) ?? 0) + width * setting.size);
  }
  return xs;
}

function wrap({ text, role }: SimulatedCell, width: number, { size, padding }: Setting): readonly string[] {
  const room = width - 2 * padding * size;
  if (role === 'figure' || widthOfText(text, size) <= room) return [text];
  const perLine = Math.max(1, Math.floor(room / size));
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / perLine) }, (_, k) =>
    characters.slice(k * perLine, (k + 1) * perLine).join(''),
  );
}

const widthOfText = (text: string, size: number) =>
  [...text].reduce((sum, character) => sum + (/[ -~]/u.test(character) ? 0.5 : 1) * size, 0);

function xOf(cell: SimulatedCell, text: string, xs: readonly number[], setting: Setting): number {
  const [x0, x1] = [xs[cell.column] ?? 0, xs[cell.column + cell.columnSpan] ?? 0];
  const width = widthOfText(text, setting.size);
  const side = { header: 'center', group: 'center', label: setting.labels, figure: setting.figures }[cell.role];
  if (side === 'left') return x0 + setting.padding * setting.size;
  return side === 'right' ? x1 - setting.padding * setting.size - width : (x0 + x1 - width) / 2;
}

function wordAt(text: string, x: number, y: number, size: number): Placed {
  return { text, box: [x, y, x + widthOfText(text, size), y + size], base: y };
}

const moved = (words: readonly Placed[], by: number): Placed[] =>
  words.map(({ text, box: [x0, y0, x1, y1], base }) => ({ text, box: [x0, y0 + by, x1, y1 + by], base: base + by }));

function stack(rows: readonly LaidRow[]): readonly Placed[] {
  let y = 0;
  return rows.flatMap(({ words, tall }) => {
    const here = moved(words, y);
    y += tall;
    return here;
  });
}

/** Words on one baseline are a line, whichever cells they stand in. */
function linesOf(words: readonly Placed[]): Page['lines'] {
  const lines = new Map<number, Placed[]>();
  for (const word of moved(words, TOP)) {
    const key = Math.round(word.base * 4);
    lines.set(key, [...(lines.get(key) ?? []), word]);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => ({
      words: own.sort((a, b) => a.box[0] - b.box[0]).map(({ text, box }) => ({ text, box })),
    }));
}

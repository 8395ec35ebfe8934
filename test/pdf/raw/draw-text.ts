import type { Random } from '../../dresses/random.ts';
import { IN_HELVETICA, type RawFont } from './fonts.ts';
import type { PlacedLine } from './layout.ts';
import { type Pen, show } from './pen.ts';

/** `line`: one string to a line. `glyph`: a matrix for every glyph. `steps`: an offset for every glyph, in twentieths.
 * `kerned`: strings with small adjustments. `row`: all that stands on one baseline in one array, gaps as adjustments. */
export type Placing = 'line' | 'glyph' | 'steps' | 'kerned' | 'row';

export interface TextLook {
  readonly placing: Placing;
  readonly han: RawFont;
  /** For figures, where it has the character. */
  readonly digits: RawFont;
  /** Character spacing of figures in em. */
  readonly spacing: number;
  /** Horizontal scaling of tables' text; 1 is none. */
  readonly stretch: number;
  readonly bold: 'none' | 'twice' | 'outlined';
  /** One clip rectangle around the text of each cell. */
  readonly clipsCells: boolean;
}

type Role = PlacedLine['role'];

const isInTable = (role: Role): boolean => role === 'figure' || role === 'label' || role === 'header';

const fontOf = (character: string, role: Role, { han, digits }: TextLook): RawFont =>
  role === 'figure' && (digits.kind !== 'helvetica' || IN_HELVETICA.test(character)) ? digits : han;

/** Advance in em of a character as {@link drawText} draws it. */
export function advanceOf(character: string, role: Role, look: TextLook): number {
  const width = fontOf(character, role, look).advance(character);
  if (role === 'figure') return (width + look.spacing) * look.stretch;
  return isInTable(role) ? width * look.stretch : width;
}

interface Stretch {
  readonly font: RawFont;
  readonly text: string;
  readonly x: number;
  readonly line: PlacedLine;
}

/** Draws lines in the order given. */
export function drawText(pen: Pen, lines: readonly PlacedLine[], look: TextLook, random: Random): void {
  pen.put('0 g');
  if (look.placing === 'row') {
    drawRows(pen, lines, look);
    return;
  }
  for (const line of lines) {
    const { cell } = line;
    const isClipped = look.clipsCells && cell !== undefined;
    if (isClipped) pen.put('q', `${pen.rectangle(cell.x0, cell.y0, cell.x1, cell.y1)} W* n`);
    for (const stretch of stretchesOf(line, look)) drawStretch(pen, stretch, look, random);
    if (isClipped) pen.put('Q');
  }
}

function stretchesOf(line: PlacedLine, look: TextLook): Stretch[] {
  const stretches: Stretch[] = [];
  let x = line.x;
  for (const character of line.text) {
    const font = fontOf(character, line.role, look);
    const last = stretches.at(-1);
    if (last?.font === font) stretches[stretches.length - 1] = { ...last, text: last.text + character };
    else stretches.push({ font, text: character, x, line });
    x += advanceOf(character, line.role, look) * line.size;
  }
  return stretches;
}

function drawStretch(pen: Pen, stretch: Stretch, look: TextLook, random: Random): void {
  const isBold = look.bold !== 'none' && stretch.line.role === 'figure';
  const mode = isBold && look.bold === 'outlined' ? `2 Tr ${pen.length(0.02 * stretch.line.size)} w` : '0 Tr';
  pen.put(mode);
  show1(pen, stretch, look, random);
  // Fake bold: the same again, a little to the right.
  if (isBold && look.bold === 'twice')
    show1(pen, { ...stretch, x: stretch.x + 0.03 * stretch.line.size }, look, random);
}

/** Font size, spacing and scaling for a stretch; `grown` when the matrix is to make it smaller again. */
function stateOf(pen: Pen, { font, line }: Stretch, look: TextLook, grown = 1): string {
  const spacing = line.role === 'figure' ? look.spacing * line.size * grown : 0;
  const stretch = isInTable(line.role) ? look.stretch : 1;
  return `/${font.key} ${pen.length(line.size * grown)} Tf ${pen.length(spacing)} Tc ${show(stretch * 100)} Tz`;
}

function show1(pen: Pen, stretch: Stretch, look: TextLook, random: Random): void {
  const { font, text, line } = stretch;
  const state = stateOf(pen, stretch, look);
  const advance = (character: string) => advanceOf(character, line.role, look) * line.size;
  switch (look.placing) {
    case 'line':
    case 'row':
      pen.put(`BT ${state} ${pen.textMatrix(stretch.x, line.y)} Tm <${font.codes(text)}> Tj ET`);
      return;
    case 'glyph': {
      let { x } = stretch;
      const shown = [...text].map((character) => {
        const operators = `${pen.textMatrix(x, line.y)} Tm <${font.codes(character)}> Tj`;
        x += advance(character);
        return operators;
      });
      pen.put(`BT ${state} ${shown.join(' ')} ET`);
      return;
    }
    case 'steps': {
      // Offsets count in the unscaled space of the text, which the matrix shrinks again.
      const step = (character: string) => `${pen.length(advance(character) * 20)} 0 Td`;
      const shown = [...text].map((character, at, all) => {
        const before = at === 0 ? '' : `${step(all[at - 1] ?? '')} `;
        return `${before}<${font.codes(character)}> Tj`;
      });
      const matrix = pen.textMatrix(stretch.x, line.y, 0.05);
      pen.put(`BT ${stateOf(pen, stretch, look, 20)} ${matrix} Tm ${shown.join(' ')} ET`);
      return;
    }
    case 'kerned': {
      const shown = [...text].map((character) => `<${font.codes(character)}> ${random.int(41) - 20}`);
      pen.put(`BT ${state} ${pen.textMatrix(stretch.x, line.y)} Tm [${shown.join(' ')}] TJ ET`);
      return;
    }
    default:
      look.placing satisfies never;
  }
}

function drawRows(pen: Pen, lines: readonly PlacedLine[], look: TextLook): void {
  const rows = new Map<string, Stretch[]>();
  for (const stretch of lines.flatMap((line) => stretchesOf(line, look))) {
    const { y, size, role } = stretch.line;
    const key = [show(y), size, stretch.font.key, role === 'figure', isInTable(role)].join();
    rows.set(key, [...(rows.get(key) ?? []), stretch]);
  }
  for (const row of rows.values())
    drawRow(
      pen,
      row.sort((a, b) => a.x - b.x),
      look,
    );
}

function drawRow(pen: Pen, row: readonly Stretch[], look: TextLook): void {
  const [first] = row;
  if (!first) return;
  const scaled = isInTable(first.line.role) ? look.stretch : 1;
  let { x } = first;
  const array = row.map((stretch) => {
    const { line, text, font } = stretch;
    const gap = stretch.x - x;
    const width = [...text].reduce((sum, character) => sum + advanceOf(character, line.role, look) * line.size, 0);
    x = stretch.x + width;
    return `${show((-1000 * gap) / (line.size * scaled))} <${font.codes(text)}>`;
  });
  pen.put(
    `0 Tr BT ${stateOf(pen, first, look)} ${pen.textMatrix(first.x, first.line.y)} Tm [${array.join(' ')}] TJ ET`,
  );
}

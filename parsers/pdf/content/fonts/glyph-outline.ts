import { Lexer, TOKEN } from '../../file/lexer.ts';
import { PdfTrouble } from '../../file/pdf-trouble.ts';
import type { ContentBudget } from '../content-budget.ts';
import { TYPE3 } from './settings.ts';

/** How many numbers each of the operators takes that make an outline (ISO 32000-1, 8.5.2 and 9.6.5). */
const OPERANDS: ReadonlyMap<string, number> = new Map([
  ['d0', 2],
  ['d1', 6],
  ['m', 2],
  ['l', 2],
  ['c', 6],
  ['v', 4],
  ['y', 4],
  ['re', 4],
  ...['h', 'n', 'f', 'F', 'f*', 'q', 'Q'].map((operator) => [operator, 0] as const),
]);
const METRICS: ReadonlySet<string> = new Set(['d0', 'd1']);
const FILLING: ReadonlySet<string> = new Set(['f', 'F', 'f*']);
const MOST_OPERANDS = 6;

/** How large the outline of a character may be. */
interface GlyphRoom {
  /** Units of glyph space in an em. */
  readonly perEm: number;
  /** One but for long dashes. */
  readonly ems: number;
}

/**
 * Whether a glyph procedure fills an outline.
 * @throws PdfTrouble `declined` for one that paints what may be no glyph: pictures, colours, strokes, text, shapes
 * larger than a character
 */
export function fillsOutline(bytes: Uint8Array, room: GlyphRoom, budget: ContentBudget): boolean {
  const lexer = new Lexer(bytes);
  const outline = new OutlineBounds();
  let operands: number[] = [];
  let fills = false;
  for (let token = lexer.next(); token !== TOKEN.end; token = lexer.next()) {
    if (token === TOKEN.number && operands.length < MOST_OPERANDS) operands.push(lexer.number);
    else {
      if (token !== TOKEN.keyword || OPERANDS.get(lexer.text) !== operands.length) throw notAnOutline();
      budget.takeOperations(1);
      fills ||= FILLING.has(lexer.text);
      if (!METRICS.has(lexer.text)) outline.add(lexer.text === 're' ? cornersOf(operands) : operands);
      operands = [];
    }
  }
  if (fills && !outline.isWithin(room)) throw notAnOutline();
  return fills && !outline.isEmpty;
}

const notAnOutline = () => new PdfTrouble('declined', 'type3-glyph');

function cornersOf([x = 0, y = 0, width = 0, height = 0]: readonly number[]): number[] {
  return [x, y, x + width, y + height];
}

/** The box about all points of an outline. */
class OutlineBounds {
  private readonly least = [Infinity, Infinity];
  private readonly most = [-Infinity, -Infinity];

  /** @param points `x, y, x, y …` */
  add(points: readonly number[]): void {
    points.forEach((value, index) => {
      const axis = index % 2;
      this.least[axis] = Math.min(this.least[axis] ?? 0, value);
      this.most[axis] = Math.max(this.most[axis] ?? 0, value);
    });
  }

  get isEmpty(): boolean {
    return this.least.some((value) => value === Infinity);
  }

  isWithin({ perEm, ems }: GlyphRoom): boolean {
    return [ems * perEm, perEm].every((room, axis) => {
      const least = this.least[axis] ?? 0;
      const most = this.most[axis] ?? 0;
      const isNear = Math.max(-least, most) <= TYPE3.farthestOutline * room;
      return isNear && most - least <= TYPE3.widestOutline * room;
    });
  }
}

import type { FigureId, Quantity } from '../../forms/form.ts';
import { figureText } from '../../samples/figure-text.ts';
import type { DraftFigure } from '../../samples/writers/draft.ts';
import type { Dress } from './dress.ts';
import { dressNumber } from './number-dress.ts';
import type { Random } from './random.ts';

export interface PlainFigure {
  readonly id: FigureId;
  readonly value: number | null;
  readonly quantity: Quantity;
}

const BLANKS = ['', '\u3000', '\u00a0', ' '] as const;
const DASHES = ['/', '-', '—', '无', '——'] as const;
const ZERO_CHANCE = 0.3;
const REMARK_CHANCE = 0.1;

/** A figure's cell text and what a careful reader gets from it. */
export function dressFigure(
  { value, quantity }: PlainFigure,
  dress: Dress,
  random: Random,
): Omit<DraftFigure, 'id'> & { readonly text: string } {
  if (value === null) return { value, state: 'blank', text: random.pick(BLANKS) };
  if (value === 0 && dress.zeros !== 'stated' && random.chance(ZERO_CHANCE)) {
    return dress.zeros === 'dash'
      ? { value: null, state: 'dash', text: random.pick(DASHES) }
      : { value: null, state: 'blank', text: random.pick(BLANKS) };
  }
  const text = dressNumber(figureText(value, quantity), quantity, dress.numbers, random);
  return { value, state: 'stated', text: text + remark(value, quantity, dress, random) };
}

function remark(value: number, quantity: Quantity, dress: Dress, random: Random): string {
  if (!dress.remarks || quantity.kind !== 'count' || value < 2 || !random.chance(REMARK_CHANCE)) return '';
  const part = 1 + random.int(value - 1);
  return random.pick([`（其中修订${part}件）`, `（含自然失效${part}件）`, `(含上年结转${part}件)`]);
}

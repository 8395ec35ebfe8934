import type { FigureId } from '../../../forms/form.ts';
import type { Random } from '../../dresses/random.ts';
import type { RawFont } from '../raw/fonts.ts';
import type { LaidOutPage, PlacedLine } from '../raw/layout.ts';
import type { Pen } from '../raw/pen.ts';
import type { RawLook } from '../raw/write-raw.ts';
import type { TrueFigure } from './pdf-dress.ts';

/** A report that is about to be drawn, with what the oddities may change of it. */
export interface OddWork {
  readonly pages: readonly LaidOutPage[];
  readonly truth: Map<FigureId, TrueFigure>;
  readonly look: RawLook;
  readonly random: Random;
}

/** What oddities leave on the pages, and what they change of the truth. */
export interface Marks {
  readonly truth: Map<FigureId, TrueFigure>;
  /** Drawing steps by page, under and over the report. */
  readonly under: ((pen: Pen) => void)[][];
  readonly over: ((pen: Pen) => void)[][];
  readonly omitted: Set<PlacedLine>;
  /** Figures that have an oddity already. */
  readonly used: Set<FigureId>;
  /** Pages with a stamp. */
  readonly stamped: Set<number>;
  readonly font: RawFont;
  readonly vertical: RawFont;
}

/** An oddity by the name under which a dress tells of it. */
export type Oddity = readonly [name: string, mark: (work: OddWork, marks: Marks) => void];

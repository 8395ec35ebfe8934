import type { FigureId } from '../../../forms/form.ts';
import type { UnreadableCode } from '../../../parsers/bytes/unreadable.ts';
import type { Random } from '../../dresses/random.ts';
import { type FontKind, LOST_DIGIT, type RawFont, rawFont } from '../raw/fonts.ts';
import type { PlacedLine } from '../raw/layout.ts';
import type { Pen } from '../raw/pen.ts';
import type { Extras } from '../raw/write-raw.ts';
import { hideNumbers, overprint, superscripts } from './odd-figures.ts';
import { ODD_LINES } from './odd-lines.ts';
import { ODD_NUMBERS } from './odd-numbers.ts';
import { slantedWatermark, stamp, upperGroups, watermark } from './odd-pages.ts';
import { ODD_WORDS } from './odd-words.ts';
import type { Marks, Oddity, OddWork } from './odd-work.ts';
import type { TrueFigure } from './pdf-dress.ts';

export const NO_EXTRAS: Extras = { under: () => {}, over: () => {}, omitted: new Set(), stamp: false };

export interface OddResult {
  readonly extras: readonly Extras[];
  readonly truth: Map<FigureId, TrueFigure>;
  readonly fonts: readonly RawFont[];
}

export interface Oddities {
  readonly names: readonly string[];
  readonly refusals: readonly UnreadableCode[];
  readonly font?: FontKind;
  readonly apply?: (work: OddWork) => OddResult;
}

const ON_CELLS: readonly Oddity[] = [
  ['hidden numbers', hideNumbers],
  ['numbers overprinted', overprint],
  ['superscripts', superscripts],
  ...ODD_NUMBERS,
];
const ON_PAGES: readonly Oddity[] = [
  ['slanted watermark', slantedWatermark],
  ['watermark', watermark],
  ['stamp', stamp],
  ['vertical font', upperGroups],
  ...ODD_LINES,
  ...ODD_WORDS,
];

/** One or two oddities on a readable report, or a font that makes the report unreadable. */
export function drawOddities(random: Random): Oddities {
  if (random.chance(0.15)) return badFont(random.pick(['unnamed', 'garbled']));
  const lost = random.chance(0.12);
  const marks = [...random.some(ON_CELLS, random.int(3)), ...random.some(ON_PAGES, random.int(3))];
  return {
    names: [...marks.map(([name]) => name), ...(lost ? ['digit lost'] : [])],
    // One digit of ten lost may well be taken for a font that tells nothing.
    refusals: lost ? ['unreliable-text'] : [],
    ...(lost ? { font: 'digit-lost' as const } : {}),
    apply: (work) => applyMarks(work, marks, lost),
  };
}

/** Nobody who goes by the text can read it: every figure is to be refused with the file, or else called unreadable. */
function badFont(font: FontKind): Oddities {
  return {
    names: [`font ${font}`],
    refusals: ['unreliable-text', 'no-text-layer'],
    font,
    apply: ({ pages, truth }) => ({
      extras: pages.map(() => NO_EXTRAS),
      truth: new Map([...truth.keys()].map((id) => [id, UNREADABLE])),
      fonts: [],
    }),
  };
}

const UNREADABLE: TrueFigure = { state: 'unreadable', value: null };

function applyMarks(work: OddWork, drawn: readonly Oddity[], lost: boolean): OddResult {
  const truth = new Map(work.truth);
  if (lost) loseDigits(work, truth);
  const marks: Marks = {
    truth,
    under: work.pages.map(() => [] as ((pen: Pen) => void)[]),
    over: work.pages.map(() => [] as ((pen: Pen) => void)[]),
    omitted: new Set<PlacedLine>(),
    used: new Set<FigureId>(),
    stamped: new Set<number>(),
    font: rawFont('named', 'F8'),
    vertical: rawFont('vertical', 'F9'),
  };
  for (const [, mark] of drawn) mark(work, marks);
  const draw = (steps: readonly ((pen: Pen) => void)[] | undefined) => (pen: Pen) => {
    for (const step of steps ?? []) step(pen);
  };
  const extras = work.pages.map((_, at) => ({
    under: draw(marks.under[at]),
    over: draw(marks.over[at]),
    omitted: marks.omitted,
    stamp: marks.stamped.size > 0,
  }));
  return { extras, truth, fonts: [marks.font, marks.vertical] };
}

/** A figure with a digit that its font does not name cannot be read. */
function loseDigits({ pages }: OddWork, truth: Map<FigureId, TrueFigure>): void {
  for (const line of pages.flatMap((page) => page.lines)) {
    const id = line.cell?.figure;
    if (id && line.text.includes(LOST_DIGIT)) truth.set(id, UNREADABLE);
  }
}

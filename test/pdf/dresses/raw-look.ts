import type { Random } from '../../dresses/random.ts';
import { advanceOf, type TextLook } from '../raw/draw-text.ts';
import { type FontKind, rawFont } from '../raw/fonts.ts';
import type { LayoutLook } from '../raw/layout.ts';
import type { RulingsId } from '../raw/rulings.ts';
import type { RawLook } from '../raw/write-raw.ts';

const SIZES: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [595, 842],
  [595, 842],
  [595, 842],
  [842, 595],
  [842, 1191],
  [612, 792],
];

const RULED: readonly [RulingsId, ...RulingsId[]] = [
  'rectangles',
  'lines',
  'sides',
  'hairlines',
  'thick',
  'grey',
  'word',
  'word',
  'wps',
  'wps',
  'double',
  'rings',
  'dashes',
  'round dots',
  'dash rectangles',
  'dots',
  'gaps',
  'sides missing',
  'frame missing',
  'white on shade',
  'grounds',
];
/** On these, white text and covers in white cannot be seen. */
const ON_WHITE: readonly [RulingsId, ...RulingsId[]] = ['rectangles', 'lines', 'word', 'wps', 'hairlines'];

export interface LookOptions {
  readonly kind: 'raw-ruled' | 'raw-unruled' | 'raw-odd';
  /** In place of the usual font. */
  readonly font?: FontKind;
}

/** How a report is laid out and drawn by our own hand. */
export function drawRawLook({ kind, font }: LookOptions, random: Random): { look: RawLook; about: string[] } {
  const isOdd = kind === 'raw-odd';
  const text = drawTextLook(kind, font, random);
  const layout = drawLayout(kind, text, random);
  const rulings =
    kind === 'raw-unruled'
      ? random.pick<RulingsId>(['none', 'horizontal only', 'three lines'])
      : random.pick(isOdd ? ON_WHITE : RULED);
  const odds = isOdd ? 0.3 : 0.1;
  const rotate = random.chance(odds) ? random.pick<RawLook['rotate']>([90, 180, 270]) : 0;
  const look: RawLook = {
    layout,
    text,
    fonts: [...new Set([text.han, text.digits])],
    rulings,
    shaded: kind !== 'raw-unruled' && random.chance(0.3),
    order: random.pick(['rows', 'rows', 'columns', 'labels first', 'shuffled', 'cells']),
    rulingsLast: random.chance(0.4),
    file: {
      references: random.pick(['table', 'streams']),
      filter: random.pick(['flate', 'flate', 'none', 'hex', 'flate in base 85']),
    },
    rotate,
    turned: rotate === 0 && random.chance(odds / 2),
    scale: random.chance(odds) ? random.pick([0.4, 3]) : 1,
    unit: random.pick([1, 1, 1, 10, 20, 4]),
    flipped: random.chance(0.3),
    baked: random.chance(0.25),
    crop: random.chance(odds) ? random.pick([12, 30]) : 0,
    inForm: random.chance(odds),
    streams: random.pick([1, 1, 2, 5]),
  };
  return { look, about: aboutOf(look) };
}

function drawTextLook(kind: LookOptions['kind'], font: FontKind | undefined, random: Random): TextLook {
  const han = rawFont(font ?? random.pick(['named', 'named', 'named', 'named', 'gbk', 'unigb']), 'F1');
  const digits = font ? han : random.pick([han, han, rawFont('named', 'F2'), rawFont('helvetica', 'F3')]);
  const spacing = kind !== 'raw-unruled' && random.chance(0.15) ? random.pick([0.05, 0.2, 0.4]) : 0;
  return {
    placing: random.pick(['line', 'line', 'glyph', 'steps', 'kerned', 'row']),
    han,
    digits,
    spacing,
    stretch: spacing === 0 && random.chance(0.15) ? random.pick([0.8, 1.2]) : 1,
    bold: random.chance(0.2) ? random.pick(['twice', 'outlined']) : 'none',
    clipsCells: random.chance(0.25),
  };
}

function drawLayout(kind: LookOptions['kind'], text: TextLook, random: Random): LayoutLook {
  const isRuled = kind !== 'raw-unruled';
  // Narrow columns and short pages: many figures on two lines, and many rows that a page cuts between them.
  const isTight = isRuled && random.chance(0.3);
  const [width, height] = isTight ? ([595, 842] as const) : random.pick(SIZES);
  const tableSize = isTight ? random.pick([10.5, 12, 14]) : random.pick(isRuled ? [7, 8, 9, 9, 10.5] : [6.5, 7, 8]);
  return {
    width,
    height,
    margins: {
      top: random.pick([40, 60, 72, 105]),
      bottom: isTight ? 45 + random.int(330) : random.pick([45, 60, 72, 100]),
      side: random.pick(isTight ? [74, 95] : isRuled ? [30, 54, 74] : [25, 30]),
    },
    size: random.pick([10.5, 12, 14, 16]),
    tableSize,
    lineHeight: random.pick([1.05, 1.2, 1.3, 1.6]),
    paddingX: random.pick(isRuled ? [0.5, 1.5, 2.9, 4] : [2, 3]),
    paddingY: random.pick([0, 1, 2, 5]),
    figures: random.pick(['center', 'center', 'left', 'right']),
    vertical: random.pick(['middle', 'middle', 'top']),
    rows: isTight ? 'cut' : isRuled ? random.pick(['kept', 'cut', 'cut']) : 'kept',
    forcedBreak: isRuled && random.chance(0.12) ? random.pick([1, 3, 5, 8]) : 0,
    repeatsHeaders: random.chance(0.35),
    runningHead: random.chance(0.3) ? random.pick(['政府信息公开工作年度报告', '内部资料 2024']) : '',
    pageNumber: random.pick(['none', 'dashes', 'dashes', 'plain', 'words']),
    advance: (character, role) => advanceOf(character, role, text),
  };
}

function aboutOf(look: RawLook): string[] {
  const { layout, text } = look;
  const flags = [
    look.rotate === 0 ? '' : `/Rotate ${look.rotate}`,
    look.turned ? 'turned' : '',
    look.scale === 1 ? '' : `× ${look.scale}`,
    look.crop === 0 ? '' : 'cropped',
    look.inForm ? 'in a form' : '',
    look.baked ? 'baked' : `unit ${look.unit}${look.flipped ? ' flipped' : ''}`,
    look.rulingsLast ? 'rulings last' : '',
    look.shaded ? 'shaded' : '',
    text.clipsCells ? 'clips' : '',
    text.bold === 'none' ? '' : `bold ${text.bold}`,
    text.spacing === 0 ? '' : `spacing ${text.spacing}`,
    text.stretch === 1 ? '' : `stretch ${text.stretch}`,
    layout.forcedBreak === 0 ? '' : `break after ${layout.forcedBreak}`,
    layout.repeatsHeaders ? 'headers repeated' : '',
  ];
  return [
    `rulings ${look.rulings}`,
    `${text.placing} in ${text.han.kind}, digits ${text.digits.kind}, order ${look.order}`,
    `${layout.width} × ${layout.height}, table ${layout.tableSize} pt, rows ${layout.rows}`,
    `file ${look.file.references} ${look.file.filter}, ${look.streams} streams`,
    ...flags.filter((flag) => flag !== ''),
  ];
}

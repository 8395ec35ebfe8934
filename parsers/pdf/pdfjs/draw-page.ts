import type { RecordedFont } from '../page/graphics-stack.ts';
import { IDENTITY, multiply, transformBox } from '../page/matrix.ts';
import type { PageRecorder } from '../page/recorder.ts';
import { type Arguments, boxOf, colourOf, matrixOf, numbersOf } from './arguments.ts';
import { drawPath } from './draw-path.ts';
import type { KnownFont } from './known-font.ts';
import { OPERATORS, type Operator } from './operators.ts';
import type { PdfjsOperatorList } from './pdfjs-document.ts';
import type { Visibility } from './visibility.ts';

/** What a page is drawn with. */
export interface Drawing {
  readonly recorder: PageRecorder;
  readonly visibility: Visibility;
  /** By the ids of pdf.js. */
  readonly fonts: ReadonlyMap<string, KnownFont>;
}

/** Plays the operators of a page into a recorder. What pdf.js does not pass on, such as unknown operators, is lost. */
export function drawPage(list: PdfjsOperatorList, drawing: Drawing): void {
  // What an annotation draws begins from the state that the page began with.
  drawing.recorder.beginForm(IDENTITY, null);
  list.fnArray.forEach((operator, index) => {
    PLAYED.get(operator)?.(drawing, list.argsArray[index] ?? []);
  });
  drawing.recorder.endForm();
}

type Play = (drawing: Drawing, args: Arguments) => void;

/** Calls with the numbers that an operator takes; one with anything else is passed over, as viewers do. */
function withNumbers(count: number, play: (drawing: Drawing, ...numbers: number[]) => void): Play {
  return (drawing, args) => {
    const numbers = numbersOf(args, count);
    if (numbers) play(drawing, ...numbers);
  };
}

const drawImage: Play = ({ recorder }) => recorder.image();
const drawStencil: Play = ({ recorder }) => recorder.image(true);

const TEXT: Partial<Record<Operator, Play>> = {
  beginText: ({ recorder }) => recorder.text.begin(),
  setCharSpacing: withNumbers(1, ({ recorder }, spacing = 0) => recorder.text.setCharSpacing(spacing)),
  setWordSpacing: withNumbers(1, ({ recorder }, spacing = 0) => recorder.text.setWordSpacing(spacing)),
  setHScale: withNumbers(1, ({ recorder }, percent = 100) => recorder.text.setHorizontalScale(percent / 100)),
  setLeading: withNumbers(1, ({ recorder }, leading = 0) => recorder.text.setLeading(leading)),
  setTextRise: withNumbers(1, ({ recorder }, rise = 0) => recorder.text.setRise(rise)),
  setTextRenderingMode: withNumbers(1, ({ recorder }, mode = 0) => recorder.text.setRenderMode(mode)),
  setFont: (drawing, [id, size]) => setFont(drawing, id, size),
  moveText: withNumbers(2, ({ recorder }, x = 0, y = 0) => recorder.text.move(x, y)),
  setLeadingMoveText: withNumbers(2, ({ recorder }, x = 0, y = 0) => {
    recorder.text.setLeading(-y);
    recorder.text.move(x, y);
  }),
  setTextMatrix: ({ recorder }, [values]) => {
    const matrix = matrixOf(values);
    if (matrix) recorder.text.setMatrix(matrix);
  },
  nextLine: ({ recorder }) => recorder.text.nextLine(),
  showText: (drawing, [items]) => showText(drawing, Array.isArray(items) ? items : []),
};

const STATE: Partial<Record<Operator, Play>> = {
  save: ({ recorder }) => recorder.save(),
  restore: ({ recorder }) => recorder.restore(),
  transform: ({ recorder }, args) => {
    const matrix = matrixOf(args);
    if (matrix) recorder.transform(matrix);
  },
  setLineWidth: withNumbers(1, ({ recorder }, width = 0) => recorder.setLineWidth(width)),
  setDash: ({ recorder }, [pattern]) => recorder.setDashed(isDashed(pattern)),
  setGState: (drawing, [entries]) => setGraphicsState(drawing, Array.isArray(entries) ? entries : []),
  setFillRGBColor: ({ recorder }, [colour]) => recorder.setFillColour(colourOf(colour)),
  setStrokeRGBColor: ({ recorder }, [colour]) => recorder.setStrokeColour(colourOf(colour)),
  setFillColorN: ({ recorder }) => recorder.setFillColour(null),
  setStrokeColorN: ({ recorder }) => recorder.setStrokeColour(null),
  setFillTransparent: ({ recorder }) => recorder.setFillColour(null),
  setStrokeTransparent: ({ recorder }) => recorder.setStrokeColour(null),
};

const PAINT: Partial<Record<Operator, Play>> = {
  constructPath: ({ recorder }, args) => drawPath(recorder, args),
  clip: ({ recorder }) => recorder.clip(),
  eoClip: ({ recorder }) => recorder.clip(),
  shadingFill: ({ recorder }) => recorder.shade(),
  paintImageMaskXObject: drawStencil,
  paintImageMaskXObjectGroup: drawStencil,
  paintImageXObject: drawImage,
  paintInlineImageXObject: drawImage,
  paintInlineImageXObjectGroup: drawImage,
  paintImageXObjectRepeat: drawImage,
  paintImageMaskXObjectRepeat: drawStencil,
  paintSolidColorImageMask: drawStencil,
};

const NESTING: Partial<Record<Operator, Play>> = {
  beginMarkedContent: ({ visibility }, [tag]) => visibility.beginMarked(tag, null),
  beginMarkedContentProps: ({ visibility }, [tag, properties]) => visibility.beginMarked(tag, properties),
  endMarkedContent: ({ visibility }) => visibility.endMarked(),
  paintFormXObjectBegin: ({ recorder }, [matrix, box]) =>
    recorder.beginForm(matrixOf(matrix) ?? IDENTITY, boxOf(box) ?? null),
  paintFormXObjectEnd: ({ recorder }) => recorder.endForm(),
  beginGroup: beginGroup,
  endGroup: ({ recorder, visibility }) => {
    recorder.endForm();
    visibility.endGroup();
  },
  beginAnnotation: beginAnnotation,
  endAnnotation: ({ recorder }) => recorder.endForm(),
};

const PLAYED: ReadonlyMap<number, Play> = new Map(
  Object.entries({ ...TEXT, ...STATE, ...PAINT, ...NESTING }).map(([name, play]) => [
    OPERATORS[name as Operator],
    play,
  ]),
);

function setFont({ recorder, fonts }: Drawing, id: unknown, size: unknown): void {
  const font = fonts.get(String(id));
  if (font && typeof size === 'number') recorder.text.setFont(font, size);
}

/** Whether a soft mask hides text would show on a painted page only: it counts as hidden. */
function showText({ recorder: { state, text } }: Drawing, items: readonly unknown[]): void {
  if (!isKnown(state.font)) return;
  const { hidden } = text;
  text.hidden = hidden || state.softMasked;
  text.show(state.font.show(items));
  text.hidden = hidden;
}

/** Every font that is handed to the recorder here is one. */
function isKnown(font: RecordedFont | null): font is KnownFont {
  return font !== null && 'show' in font;
}

function setGraphicsState(drawing: Drawing, entries: readonly unknown[]): void {
  const { recorder } = drawing;
  for (const entry of entries) {
    const [key, value] = Array.isArray(entry) ? entry : [];
    if (key === 'Font' && Array.isArray(value)) setFont(drawing, value[0], value[1]);
    if (key === 'D' && Array.isArray(value)) recorder.setDashed(isDashed(value[0]));
    if (key === 'SMask') recorder.state.softMasked = value === true;
    if (typeof value !== 'number') continue;
    if (key === 'LW') recorder.setLineWidth(value);
    if (key === 'ca') recorder.setFillAlpha(value);
    if (key === 'CA') recorder.setStrokeAlpha(value);
  }
}

/** A pattern of nothing but zeroes draws a line without gaps. */
function isDashed(pattern: unknown): boolean {
  return Array.isArray(pattern) && pattern.some((length) => typeof length === 'number' && length > 0);
}

/** A group's box is given in the space of the form that follows, whose matrix is not applied yet. */
function beginGroup({ recorder, visibility }: Drawing, [group]: Arguments): void {
  const { bbox, matrix, smask } = typeof group === 'object' && group !== null ? (group as GroupArguments) : {};
  recorder.beginForm(IDENTITY, null);
  visibility.beginGroup(Boolean(smask));
  const box = boxOf(bbox);
  if (!box) return;
  const [x0, y0, x1, y1] = transformBox(matrixOf(matrix) ?? IDENTITY, box);
  recorder.path.rectangle(x0, y0, x1 - x0, y1 - y0);
  recorder.clip();
  recorder.endPath();
}

interface GroupArguments {
  readonly bbox?: unknown;
  readonly matrix?: unknown;
  readonly smask?: unknown;
}

function beginAnnotation({ recorder }: Drawing, [, rectangle, transform, matrix]: Arguments): void {
  recorder.endForm();
  recorder.beginForm(IDENTITY, boxOf(rectangle) ?? null);
  recorder.transform(multiply(matrixOf(matrix) ?? IDENTITY, matrixOf(transform) ?? IDENTITY));
}

import { isArray, isDict, nameOf } from '../../file/pdf-kinds.ts';
import type { PdfArray, PdfObject } from '../../file/pdf-objects.ts';
import type { PageRecorder } from '../../page/recorder.ts';
import type { Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';
import { numeric, type Operator } from './operator.ts';

/** ISO 32000-1, 8.4.4. */
export const STATE_OPERATORS: Readonly<Record<string, Operator>> = {
  q: ({ recorder }) => recorder.save(),
  Q: ({ recorder }) => recorder.restore(),
  cm: numeric(6, ({ recorder }, n) => recorder.transform([...n])),
  w: numeric(1, ({ recorder }, n) => recorder.setLineWidth(n[0])),
  d: ({ recorder }, operands) => {
    const pattern = operands.findLast(isArray);
    if (pattern) recorder.setDashed(isDashed(pattern));
  },
  gs: (scene, operands) => {
    const name = nameOf(operands.at(-1));
    if (name !== null) setParameters(scene, name);
  },
};

/** Lengths of a pattern that are looked at: real ones have two to six. */
const DASH_LENGTHS = 16;

/** A pattern of nothing but zeroes draws a line without gaps. */
function isDashed(pattern: PdfArray): boolean {
  return pattern.slice(0, DASH_LENGTHS).some((length) => typeof length === 'number' && length > 0);
}

/** Graphics state parameter dictionaries (8.4.5). */
function setParameters({ reading, resources, recorder }: Scene, name: string): void {
  const parameters = reading.resource(resources, 'ExtGState', name);
  if (!isDict(parameters)) return;
  const value = (key: string) => reading.file.resolve(parameters.get(key));
  const fillAlpha = value('ca');
  const strokeAlpha = value('CA');
  const lineWidth = value('LW');
  if (typeof fillAlpha === 'number') recorder.setFillAlpha(fillAlpha);
  if (typeof strokeAlpha === 'number') recorder.setStrokeAlpha(strokeAlpha);
  if (typeof lineWidth === 'number') recorder.setLineWidth(lineWidth);
  if (parameters.has('SMask')) recorder.state.softMasked = isDict(value('SMask'));
  setDash(reading, recorder, value('D'));
  setFont(reading, recorder, value('Font'));
}

/** @param dash a pattern and its phase */
function setDash({ file }: Reading, recorder: PageRecorder, dash: PdfObject): void {
  const pattern = isArray(dash) ? file.resolve(dash[0]) : null;
  if (isArray(pattern)) recorder.setDashed(isDashed(pattern));
}

/** @param pair a font and its size */
function setFont(reading: Reading, recorder: PageRecorder, pair: PdfObject): void {
  if (!isArray(pair)) return;
  const font = reading.file.resolve(pair[0]);
  const size = reading.file.resolve(pair[1]);
  if (isDict(font) && typeof size === 'number') recorder.text.setFont(reading.fontOf(font), size);
}

import { countOf } from './pdf-kinds.ts';
import type { PdfDict, PdfObject } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';

/** A row of samples, as the parameters of a filter describe it. */
interface Row {
  /** Colours of a sample. */
  readonly colours: number;
  readonly bits: number;
  /** Whole bytes of a row, without the byte that PNG puts before it. */
  readonly bytes: number;
  /** Bytes from one sample to the next, at least 1. */
  readonly step: number;
}

const MAX_COLOURS = 32;
const BITS = [1, 2, 4, 8, 16];

/**
 * Undoes the prediction (ISO 32000-1, 7.4.4.4) that `parameters` state, if any, in data that a filter gave.
 * @throws PdfTrouble `damaged` for parameters that describe no row
 */
export function undoPredictor(data: Uint8Array, parameters: PdfDict, resolve: (object?: PdfObject) => PdfObject) {
  const number = (key: string, otherwise: number) => countOf(resolve(parameters.get(key))) ?? otherwise;
  const predictor = number('Predictor', 1);
  if (predictor < 2) return data;
  const row = rowOf(number('Colors', 1), number('BitsPerComponent', 8), number('Columns', 1));
  if (predictor === 2) return undoTiff(data, row);
  return undoPng(data, row);
}

function rowOf(colours: number, bits: number, columns: number): Row {
  const bytes = Math.ceil((colours * bits * columns) / 8);
  if (colours < 1 || colours > MAX_COLOURS || !BITS.includes(bits) || columns < 1 || !Number.isSafeInteger(bytes)) {
    throw new PdfTrouble('damaged', 'predictor');
  }
  return { colours, bits, bytes, step: Math.ceil((colours * bits) / 8) };
}

/** Each row has a byte before it that names one of five predictions (PNG, 9.2). */
function undoPng(data: Uint8Array, row: Row): Uint8Array {
  const rows = Math.ceil(data.length / (row.bytes + 1));
  const out = new Uint8Array(Math.max(0, data.length - rows));
  let to = 0;
  for (let from = 0; from < data.length; from += row.bytes + 1) {
    const end = Math.min(from + 1 + row.bytes, data.length);
    out.set(data.subarray(from + 1, end), to);
    undoPngRow(data[from] ?? 0, out, to, end - from - 1, row);
    to += end - from - 1;
  }
  return out;
}

/** In place; the row above, if there is one, stands right before this. */
function undoPngRow(kind: number, out: Uint8Array, start: number, length: number, row: Row): void {
  const before = (at: number) => (at - start >= row.step ? (out[at - row.step] ?? 0) : 0);
  const above = (at: number) => (start >= row.bytes ? (out[at - row.bytes] ?? 0) : 0);
  const corner = (at: number) =>
    start >= row.bytes && at - start >= row.step ? (out[at - row.bytes - row.step] ?? 0) : 0;
  const end = start + length;
  switch (kind) {
    case 1:
      for (let at = start; at < end; at++) out[at] = (out[at] ?? 0) + before(at);
      break;
    case 2:
      for (let at = start; at < end; at++) out[at] = (out[at] ?? 0) + above(at);
      break;
    case 3:
      for (let at = start; at < end; at++) out[at] = (out[at] ?? 0) + ((before(at) + above(at)) >> 1);
      break;
    case 4:
      for (let at = start; at < end; at++) out[at] = (out[at] ?? 0) + paeth(before(at), above(at), corner(at));
      break;
    default:
  }
}

/** The neighbour that is nearest to their sum (PNG, 9.4). */
function paeth(before: number, above: number, corner: number): number {
  const toBefore = Math.abs(above - corner);
  const toAbove = Math.abs(before - corner);
  const toCorner = Math.abs(before + above - 2 * corner);
  if (toBefore <= toAbove && toBefore <= toCorner) return before;
  return toAbove <= toCorner ? above : corner;
}

/** Each sample is its difference from the one before it in the row (TIFF 6.0, 14). */
function undoTiff(data: Uint8Array, row: Row): Uint8Array {
  const out = data.slice();
  for (let start = 0; start < out.length; start += row.bytes) {
    const end = Math.min(start + row.bytes, out.length);
    if (row.bits === 8)
      for (let at = start + row.step; at < end; at++) out[at] = (out[at] ?? 0) + (out[at - row.step] ?? 0);
    else if (row.bits === 16) addWords(out, start + row.step, end, row.step);
    else addBits(out, start, end, row);
  }
  return out;
}

function addWords(out: Uint8Array, start: number, end: number, step: number): void {
  const wordAt = (at: number) => (out[at] ?? 0) * 256 + (out[at + 1] ?? 0);
  for (let at = start; at + 1 < end; at += 2) {
    const sum = wordAt(at) + wordAt(at - step);
    out[at] = sum >> 8;
    out[at + 1] = sum;
  }
}

function addBits(out: Uint8Array, start: number, end: number, row: Row): void {
  const mask = (1 << row.bits) - 1;
  const perByte = 8 / row.bits;
  const last = new Array<number>(row.colours).fill(0);
  for (let sample = 0; sample < (end - start) * perByte; sample++) {
    const at = start + Math.floor(sample / perByte);
    const shift = 8 - row.bits - (sample % perByte) * row.bits;
    const byte = out[at] ?? 0;
    const value = (((byte >> shift) & mask) + (last[sample % row.colours] ?? 0)) & mask;
    last[sample % row.colours] = value;
    out[at] = (byte & ~(mask << shift)) | (value << shift);
  }
}

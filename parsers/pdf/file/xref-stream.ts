import type { Budget } from './budget.ts';
import { type Entry, NOWHERE, type Section, setEntry } from './cross-reference.ts';
import { decodeStream } from './decode-stream.ts';
import { countOf, isArray, nameOf } from './pdf-kinds.ts';
import { type PdfDict, type PdfObject, PdfRef, PdfStream } from './pdf-objects.ts';
import { readIndirect } from './read-indirect.ts';

/** Bytes of a field: no offset in a file that is read needs more. */
const MAX_FIELD = 7;

/** Nothing can be looked up yet, and what describes the table must stand in it. */
function resolveNothing(object: PdfObject | undefined): PdfObject {
  return object === undefined || object instanceof PdfRef ? null : object;
}

/** A cross-reference stream (ISO 32000-1, 7.5.8) at `at`; `null` when there is none or it is not as it should be. */
export function readXrefStream(bytes: Uint8Array, at: number, base: number, budget: Budget): Section | null {
  const stream = readIndirect(bytes, at, budget, (dict) => countOf(dict.get('Length')))?.object;
  if (!(stream instanceof PdfStream) || nameOf(stream.dict.get('Type')) !== 'XRef') return null;
  const widths = widthsOf(stream.dict);
  if (widths === null) return null;
  const entries = readEntries(decodeStream(stream, budget, resolveNothing), widths, stream.dict, base);
  return entries === null ? null : { entries, trailer: stream.dict };
}

type Widths = readonly [number, number, number];

function widthsOf(dict: PdfDict): Widths | null {
  const array = dict.get('W');
  if (!isArray(array)) return null;
  const [kind, second, third] = array.map(countOf);
  if (kind == null || second == null || third == null || Math.max(kind, second, third) > MAX_FIELD) return null;
  return kind + second + third > 0 ? [kind, second, third] : null;
}

/** As many entries as there are data for, whatever /Size and /Index promise. */
function readEntries(data: Uint8Array, widths: Widths, dict: PdfDict, base: number): ReadonlyMap<number, Entry> | null {
  const index = dict.get('Index');
  const ranges = isArray(index) ? index.map(countOf) : [0, countOf(dict.get('Size')) ?? Number.MAX_SAFE_INTEGER];
  const entries = new Map<number, Entry>();
  const length = widths[0] + widths[1] + widths[2];
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first, count] = ranges.slice(range, range + 2);
    if (first == null || count == null) return null;
    for (let entry = 0; entry < count && at + length <= data.length; entry++, at += length) {
      setEntry(entries, first + entry, entryAt(data, at, widths, base));
    }
  }
  return entries;
}

function entryAt(data: Uint8Array, at: number, [first, second, third]: Widths, base: number): Entry {
  const kind = first === 0 ? 1 : fieldAt(data, at, first);
  const value = fieldAt(data, at + first, second);
  if (kind === 1) return value === 0 ? NOWHERE : { at: 'offset', offset: value + base };
  if (kind === 2) return { at: 'container', container: value, index: fieldAt(data, at + first + second, third) };
  return NOWHERE;
}

function fieldAt(data: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value = value * 256 + (data[at + index] ?? 0);
  return value;
}

import { LIMITS } from '../../bytes/limits.ts';
import type { Budget } from './budget.ts';
import { inflateStream } from './filter-flate.ts';
import { decodeLzw } from './filter-lzw.ts';
import { decodeRunLength } from './filter-run-length.ts';
import { decodeAscii85, decodeAsciiHex } from './filters-ascii.ts';
import { isArray, isDict, nameOf } from './pdf-kinds.ts';
import type { PdfDict, PdfObject, PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { undoPredictor } from './predictor.ts';

export type Resolve = (object: PdfObject | undefined) => PdfObject;

/** A filter of a stream with its parameters. */
interface AppliedFilter {
  readonly name: string;
  readonly parameters: PdfDict;
}

type Decoder = (raw: Uint8Array, limit: number, parameters: PdfDict, resolve: Resolve) => Uint8Array;

const DECODERS: Readonly<Record<string, Decoder>> = {
  FlateDecode: (raw, limit, parameters, resolve) => undoPredictor(inflateStream(raw, limit), parameters, resolve),
  LZWDecode: (raw, limit, parameters, resolve) => {
    const early = resolve(parameters.get('EarlyChange')) === 0 ? 0 : 1;
    return undoPredictor(decodeLzw(raw, limit, early), parameters, resolve);
  },
  ASCIIHexDecode: decodeAsciiHex,
  ASCII85Decode: decodeAscii85,
  RunLengthDecode: decodeRunLength,
};

/** Some writers use outside of inline images what is meant for them. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  RL: 'RunLengthDecode',
};

/**
 * The bytes of a stream with its filters undone, what each of them gives counted against the budget.
 * @throws PdfTrouble `declined` for filters of pictures, encryption and those that are unknown; `damaged`;
 * `archive-bomb` beyond the limits
 */
export function decodeStream(stream: PdfStream, budget: Budget, resolve: Resolve): Uint8Array {
  if (stream.dict.has('F')) throw new PdfTrouble('declined', 'external stream');
  // Only the files of fonts have it: PDF needs it to tell their parts.
  const limit = stream.dict.has('Length1') ? LIMITS.pdfFontBytes : LIMITS.pdfStreamBytes;
  let content = stream.raw;
  for (const { name, parameters } of filtersOf(stream.dict, resolve)) {
    const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (decoder === undefined) throw new PdfTrouble('declined', `filter ${name.slice(0, 20)}`);
    content = decoder(content, Math.min(limit, budget.inflatable), parameters, resolve);
    budget.spendInflated(content.length);
  }
  return content;
}

/** Names of the filters of a stream, the one to be undone first at the front. */
export function filterNames(dict: PdfDict, resolve: Resolve): readonly string[] {
  return filtersOf(dict, resolve).map((filter) => filter.name);
}

function filtersOf(dict: PdfDict, resolve: Resolve): readonly AppliedFilter[] {
  const names = listOf(resolve(dict.get('Filter')));
  const parameters = listOf(resolve(dict.get('DecodeParms') ?? dict.get('DP')));
  if (names.length > LIMITS.pdfFilters) throw new PdfTrouble('too-complex', 'filters');
  return names.map((element, index) => {
    const name = nameOf(resolve(element)) ?? '';
    const own = resolve(parameters[index]);
    return {
      name: Object.hasOwn(ABBREVIATIONS, name) ? (ABBREVIATIONS[name] ?? name) : name,
      parameters: isDict(own) ? own : new Map(),
    };
  });
}

function listOf(object: PdfObject): readonly PdfObject[] {
  if (isArray(object)) return object;
  return object === null ? [] : [object];
}

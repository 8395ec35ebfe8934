import type { Budget } from './budget.ts';
import { type CrossReference, type Entry, setEntry } from './cross-reference.ts';
import { bytesOf, findBytes } from './find-bytes.ts';
import { type FoundObjects, findObjects } from './find-objects.ts';
import { Lexer } from './lexer.ts';
import { ObjectStore } from './object-store.ts';
import { isDict, nameOf } from './pdf-kinds.ts';
import { type PdfDict, type PdfObject, PdfRef } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { readValue } from './read-object.ts';

const TRAILER = bytesOf('trailer');
/** Trailers that are read: those of the last revisions. */
const MAX_TRAILERS = 64;

interface FoundTrailer {
  readonly offset: number;
  readonly dict: PdfDict;
}

/**
 * The cross-reference of a file by searching it for objects, those in object streams included.
 * @throws PdfTrouble `damaged` for an object stream that cannot be read, since nothing tells what was in it
 */
export function rebuildCrossReference(bytes: Uint8Array, budget: Budget): CrossReference {
  const found = findObjects(bytes, budget);
  const trailers = findTrailers(bytes, found, budget);
  const entries = new Map<number, Entry>();
  for (const [number, offset] of found.offsets) setEntry(entries, number, { at: 'offset', offset });
  if (!trailers.some((trailer) => trailer.has('Encrypt'))) addContained(bytes, entries, found, budget);
  if (trailers.some((trailer) => trailer.has('Root'))) return { entries, trailers };
  return { entries, trailers: [...trailers, ...findCatalogues(bytes, entries, budget)] };
}

/** Trailers and the dictionaries of cross-reference streams, the last one first. */
function findTrailers(bytes: Uint8Array, found: FoundObjects, budget: Budget): readonly PdfDict[] {
  const offsets: number[] = [];
  for (let at = findBytes(bytes, TRAILER, 0); at >= 0; at = findBytes(bytes, TRAILER, at + TRAILER.length)) {
    offsets.push(at);
    if (offsets.length > MAX_TRAILERS) offsets.shift();
  }
  const trailers: FoundTrailer[] = found.streams.filter(({ dict }) => nameOf(dict.get('Type')) === 'XRef');
  for (const offset of offsets) {
    const dict = readTrailer(bytes, offset + TRAILER.length, budget);
    if (isDict(dict)) trailers.push({ offset, dict });
  }
  return trailers.sort((one, other) => other.offset - one.offset).map((trailer) => trailer.dict);
}

function readTrailer(bytes: Uint8Array, offset: number, budget: Budget): PdfObject {
  const lexer = new Lexer(bytes, offset);
  const dict = unlessDamaged(() => readValue(lexer, budget));
  budget.spendParsed(lexer.at - offset);
  return dict;
}

/** Objects in object streams, where none of their number stands in the file after that stream. */
function addContained(bytes: Uint8Array, entries: Map<number, Entry>, found: FoundObjects, budget: Budget): void {
  const store = new ObjectStore(bytes, new Map(entries), budget);
  const { offsets } = found;
  for (const { number: container, offset, dict } of found.streams) {
    if (nameOf(dict.get('Type')) !== 'ObjStm' || offsets.get(container) !== offset) continue;
    store.numbersIn(container).forEach((number, index) => {
      if ((offsets.get(number) ?? -1) > offset) return;
      offsets.set(number, offset);
      setEntry(entries, number, { at: 'container', container, index });
    });
  }
}

/** Where no trailer names it: every object that is one, the one of the highest number first. */
function findCatalogues(bytes: Uint8Array, entries: ReadonlyMap<number, Entry>, budget: Budget): readonly PdfDict[] {
  const store = new ObjectStore(bytes, entries, budget);
  const numbers = [...entries.keys()].sort((one, other) => other - one);
  return numbers
    .filter((number) => isCatalogue(store, new PdfRef(number, 0)))
    .map((number) => new Map<string, PdfObject>([['Root', new PdfRef(number, 0)]]));
}

function isCatalogue(store: ObjectStore, reference: PdfRef): boolean {
  const object = unlessDamaged(() => store.resolve(reference));
  return isDict(object) && nameOf(unlessDamaged(() => store.resolve(object.get('Type')))) === 'Catalog';
}

function unlessDamaged(read: () => PdfObject): PdfObject {
  try {
    return read();
  } catch (trouble) {
    if (trouble instanceof PdfTrouble && trouble.code === 'damaged') return null;
    throw trouble;
  }
}

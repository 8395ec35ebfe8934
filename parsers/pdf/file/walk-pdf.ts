import { LIMITS } from '../../bytes/limits.ts';
import { countMapped } from './count-mapped.ts';
import { countPainted } from './count-painted.ts';
import { filterNames } from './decode-stream.ts';
import { isArray, isDict, nameOf } from './pdf-kinds.ts';
import { type PdfDict, type PdfFile, type PdfObject, PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { checkPicture } from './picture-size.ts';

/** Keys that lead from what a page draws to what it does not: other pages, actions, the structure. */
const ASIDE = new Set(['Parent', 'P', 'Popup', 'Dest', 'A', 'AA', 'B', 'StructParent', 'OC', 'PieceInfo', 'Metadata']);
/** Keys of a font, and of a map that builds on another one, whose streams are character maps. */
const MAPS = new Set(['ToUnicode', 'Encoding', 'UseCMap']);

/**
 * Bounds what another engine will meet in a file before it sees it: inflates all that such an engine would inflate to
 * draw the pages, but no pictures, whose sizes are bounded instead; counts what the pages paint, forms within forms
 * multiplied, and how many codes character maps name. Of an encrypted file, opened to be looked at, only sizes as stored
 * can be bounded.
 * @throws PdfTrouble `archive-bomb` or `too-complex` beyond LIMITS, `damaged` where content of a page or a character map is
 */
export function walkPdf(file: PdfFile): void {
  const walk: Walk = { file, seen: new Set(), pending: [], stored: 0, mapped: 0, maps: new Set(), broken: new Set() };
  for (const page of file.pages) {
    visit(page.resources, walk);
    for (const part of [...page.contents, ...page.annotations]) visit(part, walk);
  }
  while (walk.pending.length > 0) expand(walk.pending.pop() ?? null, walk);
  // Another engine takes what it can of a broken one: nobody knows how many codes that names, or whether rightly.
  for (const map of walk.maps) if (walk.broken.has(map)) throw new PdfTrouble('damaged', 'character map');
  if (!file.encrypted) countPainted(file);
}

interface Walk {
  readonly file: PdfFile;
  readonly seen: Set<PdfObject>;
  readonly pending: PdfObject[];
  /** Bytes of streams that could not be inflated. */
  stored: number;
  /** Codes that character maps give a text or a number. */
  mapped: number;
  readonly maps: Set<PdfObject>;
  /** Streams that could not be decoded. */
  readonly broken: Set<PdfObject>;
}

/** Puts what holds other objects aside to be expanded, once. */
function visit(object: PdfObject | undefined, walk: Walk): void {
  const found = resolveOrNothing(object, walk.file);
  if (!(found instanceof PdfStream || isDict(found) || isArray(found)) || walk.seen.has(found)) return;
  walk.seen.add(found);
  walk.pending.push(found);
}

function expand(object: PdfObject, walk: Walk): void {
  if (isArray(object)) {
    for (const element of object) visit(element, walk);
    return;
  }
  const dict = object instanceof PdfStream ? object.dict : object;
  if (!isDict(dict)) return;
  if (object instanceof PdfStream) inflate(object, walk);
  if (isPageOrTree(dict, walk.file)) return;
  for (const [key, value] of dict) {
    if (ASIDE.has(key)) continue;
    if (MAPS.has(key)) walk.maps.add(resolveOrNothing(value, walk.file));
    visit(value, walk);
  }
}

function isPageOrTree(dict: PdfDict, file: PdfFile): boolean {
  const type = nameOf(resolveOrNothing(dict.get('Type'), file));
  return type === 'Page' || type === 'Pages' || type === 'Catalog';
}

function inflate(stream: PdfStream, walk: Walk): void {
  const { file } = walk;
  if (nameOf(resolveOrNothing(stream.dict.get('Subtype'), file)) === 'Image') {
    checkPicture(stream, filterNames(stream.dict, file.resolve), file.resolve);
    return;
  }
  if (file.encrypted) {
    walk.stored += stream.dict.has('Length1') ? 0 : stream.raw.length;
    if (walk.stored > LIMITS.pdfEncryptedBytes) throw new PdfTrouble('too-complex', 'encrypted bytes');
    return;
  }
  const decoded = attempt(() => file.decode(stream));
  if (decoded === undefined) walk.broken.add(stream);
  else walk.mapped += countMapped(decoded);
  if (walk.mapped > LIMITS.pdfFontEntries) throw new PdfTrouble('too-complex', 'character maps');
}

function resolveOrNothing(object: PdfObject | undefined, file: PdfFile): PdfObject {
  return attempt(() => file.resolve(object)) ?? null;
}

/** Nothing for what cannot be read, which the other engine cannot read either; what passes a bound is thrown. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (trouble) {
    if (trouble instanceof PdfTrouble && (trouble.code === 'damaged' || trouble.code === 'declined')) return undefined;
    throw trouble;
  }
}

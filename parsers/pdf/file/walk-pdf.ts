import { LIMITS } from '../../bytes/limits.ts';
import { countPainted } from './count-painted.ts';
import { filterNames } from './decode-stream.ts';
import { isArray, isDict, nameOf } from './pdf-kinds.ts';
import { type PdfDict, type PdfFile, type PdfObject, PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { checkPicture } from './picture-size.ts';

/** Keys that lead from what a page draws to what it does not: other pages, actions, the structure. */
const ASIDE = new Set(['Parent', 'P', 'Popup', 'Dest', 'A', 'AA', 'B', 'StructParent', 'OC', 'PieceInfo', 'Metadata']);

/**
 * Bounds what another engine will meet in a file before it sees it: inflates all that such an engine would inflate to
 * draw the pages, but no pictures, whose sizes are bounded instead; and counts what the pages paint, forms within forms
 * multiplied. Of an encrypted file, opened to be looked at, only sizes as stored can be bounded.
 * @throws PdfTrouble `archive-bomb` or `too-complex` beyond LIMITS, `damaged` where content of a page is
 */
export function walkPdf(file: PdfFile): void {
  const walk: Walk = { file, seen: new Set(), pending: [], stored: 0 };
  for (const page of file.pages) {
    visit(page.resources, walk);
    for (const part of [...page.contents, ...page.annotations]) visit(part, walk);
  }
  while (walk.pending.length > 0) expand(walk.pending.pop() ?? null, walk);
  if (!file.encrypted) countPainted(file);
}

interface Walk {
  readonly file: PdfFile;
  readonly seen: Set<PdfObject>;
  readonly pending: PdfObject[];
  /** Bytes of streams that could not be inflated. */
  stored: number;
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
  for (const [key, value] of dict) if (!ASIDE.has(key)) visit(value, walk);
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
  attempt(() => file.decode(stream));
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

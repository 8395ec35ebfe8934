import { LIMITS } from '../../bytes/limits.ts';
import { Budget } from './budget.ts';
import type { CrossReference } from './cross-reference.ts';
import { bytesOf, findBytes } from './find-bytes.ts';
import { ObjectStore } from './object-store.ts';
import { readPageTree } from './page-tree.ts';
import { isDict } from './pdf-kinds.ts';
import type { PdfDict, PdfFile, PdfPage } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { readCrossReference } from './read-cross-reference.ts';
import { rebuildCrossReference } from './rebuild.ts';

const HEADER = bytesOf('%PDF-');

/** What to do with a file that is encrypted: another engine opens it with the empty password. */
export interface Opening {
  /** `decline`, unless stated. `look` gives what stands in the clear, which may be no pages at all, for walkPdf. */
  readonly encrypted?: 'decline' | 'look';
}

/**
 * Opens a PDF: by its cross-reference, or by searching it for objects where that is unusable. Nothing is drawn or
 * decoded beyond what finding the pages takes.
 * @throws PdfTrouble and nothing else: `declined` for an encrypted file, `damaged` where pages are missing,
 * `too-complex` and `archive-bomb` beyond LIMITS
 */
export function openPdf(bytes: Uint8Array, { encrypted = 'decline' }: Opening = {}): PdfFile {
  const header = Math.max(0, findBytes(bytes, HEADER, 0, LIMITS.sniffBytes + HEADER.length));
  const asStated = openAsStated(bytes, header, encrypted);
  if (asStated !== null) return asStated;
  const budget = new Budget();
  return openBy(rebuildCrossReference(bytes, budget), bytes, budget, true, encrypted);
}

function openAsStated(bytes: Uint8Array, header: number, encrypted: Opening['encrypted']): PdfFile | null {
  const budget = new Budget();
  const reference = readCrossReference(bytes, header, budget);
  if (reference === null) return null;
  try {
    return openBy(reference, bytes, budget, false, encrypted);
  } catch (trouble) {
    if (trouble instanceof PdfTrouble && trouble.code === 'damaged') return null;
    throw trouble;
  }
}

function openBy(
  reference: CrossReference,
  bytes: Uint8Array,
  budget: Budget,
  rebuilt: boolean,
  whenEncrypted: Opening['encrypted'],
): PdfFile {
  const store = new ObjectStore(bytes, reference.entries, budget);
  store.encrypted = reference.trailers.some((trailer) => (trailer.get('Encrypt') ?? null) !== null);
  if (store.encrypted && whenEncrypted !== 'look') throw new PdfTrouble('declined', 'encrypted');
  const { encrypted, resolve, decode } = store;
  const known = { rebuilt, encrypted, resolve, decode };
  try {
    const { trailer, catalogue } = findCatalogue(reference.trailers, store);
    return { ...known, trailer, catalogue, pages: readPageTree(catalogue, store, rebuilt && !encrypted) };
  } catch (trouble) {
    const hidden = encrypted && trouble instanceof PdfTrouble && ['declined', 'damaged'].includes(trouble.code);
    if (!hidden) throw trouble;
    const pages: readonly PdfPage[] = [];
    return { ...known, trailer: reference.trailers[0] ?? new Map(), catalogue: new Map(), pages };
  }
}

/** That of the newest trailer whose catalogue leads to pages. */
function findCatalogue(trailers: readonly PdfDict[], store: ObjectStore): { trailer: PdfDict; catalogue: PdfDict } {
  for (const trailer of trailers) {
    const catalogue = store.resolve(trailer.get('Root'));
    if (isDict(catalogue) && isDict(store.resolve(catalogue.get('Pages')))) return { trailer, catalogue };
  }
  throw new PdfTrouble('damaged', 'no catalogue');
}

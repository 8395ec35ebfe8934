import { LIMITS } from '../../bytes/limits.ts';
import type { Budget } from './budget.ts';
import type { Entry } from './cross-reference.ts';
import { decodeStream } from './decode-stream.ts';
import { type ObjectStream, openObjectStream } from './object-stream.ts';
import { countOf } from './pdf-kinds.ts';
import { type PdfDict, type PdfObject, PdfRef, PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { readIndirect } from './read-indirect.ts';

/** The objects of a file, each read when it is first asked for and then kept. */
export class ObjectStore {
  /** Set once it is known: then no stream can be decoded. */
  encrypted = false;
  private readonly bytes: Uint8Array;
  private readonly entries: ReadonlyMap<number, Entry>;
  private readonly budget: Budget;
  private readonly objects = new Map<number, PdfObject>();
  private readonly containers = new Map<number, ObjectStream | null>();
  private readonly decoded = new Map<PdfStream, Uint8Array>();
  /** Being read now: one that needs itself to be read is null to itself. */
  private readonly loading = new Set<number>();

  constructor(bytes: Uint8Array, entries: ReadonlyMap<number, Entry>, budget: Budget) {
    this.bytes = bytes;
    this.entries = entries;
    this.budget = budget;
  }

  readonly resolve = (object: PdfObject | undefined): PdfObject => {
    let found: PdfObject = object ?? null;
    for (let step = 0; found instanceof PdfRef; step++) {
      if (step === LIMITS.pdfReferenceChain) return null;
      found = this.load(found.number);
    }
    return found;
  };

  readonly decode = (stream: PdfStream): Uint8Array => {
    const known = this.decoded.get(stream);
    if (known !== undefined) return known;
    if (this.encrypted) throw new PdfTrouble('declined', 'encrypted');
    const content = decodeStream(stream, this.budget, this.resolve);
    this.decoded.set(stream, content);
    return content;
  };

  /** Numbers of the objects in an object stream; none where there is no such stream. */
  numbersIn(container: number): readonly number[] {
    return this.openContainer(container)?.numbers ?? [];
  }

  private load(number: number): PdfObject {
    const known = this.objects.get(number);
    if (known !== undefined) return known;
    const entry = this.entries.get(number);
    if (entry === undefined || entry.at === 'nowhere' || this.loading.has(number)) return null;
    this.loading.add(number);
    try {
      const object = this.read(number, entry);
      this.objects.set(number, object);
      return object;
    } finally {
      this.loading.delete(number);
    }
  }

  private read(number: number, entry: Exclude<Entry, { at: 'nowhere' }>): PdfObject {
    if (entry.at === 'container') return this.openContainer(entry.container)?.read(number, entry.index) ?? null;
    const found = readIndirect(this.bytes, entry.offset, this.budget, this.lengthOf);
    return found?.object ?? null;
  }

  private readonly lengthOf = (dict: PdfDict): number | null => countOf(this.resolve(dict.get('Length')));

  /** An object stream stands in the file itself, never in another one. */
  private openContainer(container: number): ObjectStream | null {
    const known = this.containers.get(container);
    if (known !== undefined) return known;
    const stream = this.entries.get(container)?.at === 'offset' ? this.load(container) : null;
    const opened = stream instanceof PdfStream ? openObjectStream(stream.dict, this.decode(stream), this.budget) : null;
    this.containers.set(container, opened);
    return opened;
  }
}

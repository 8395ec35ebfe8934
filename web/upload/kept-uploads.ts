/** An upload that this browser began. */
export interface KeptUpload {
  readonly id: string;
  readonly fileName: string;
}

const NAME = 'gouji-uploads';
/** Older ones fall out of the list; their reports stand in the queue. */
const MOST = 200;

/** What was begun here, newest first, also after the page was loaded anew. */
export function readKeptUploads(): readonly KeptUpload[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    // Somebody else's words under our name: begin anew.
    return [];
  }
}

/** Keeps uploads of this page before those that other pages of this browser kept meanwhile. */
export function keepUploads(own: readonly KeptUpload[]): void {
  const ids = new Set(own.map(({ id }) => id));
  write([...own, ...readKeptUploads().filter(({ id }) => !ids.has(id))]);
}

export function forgetUploads(ids: ReadonlySet<string>): void {
  write(readKeptUploads().filter(({ id }) => !ids.has(id)));
}

function write(uploads: readonly KeptUpload[]): void {
  const kept = uploads.slice(0, MOST).map(({ id, fileName }) => ({ id, fileName }));
  try {
    localStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // No room: the list is of this page only, and the files go up all the same.
  }
}

const isKept = (one: unknown): one is KeptUpload =>
  typeof one === 'object' &&
  one !== null &&
  'id' in one &&
  typeof one.id === 'string' &&
  'fileName' in one &&
  typeof one.fileName === 'string';

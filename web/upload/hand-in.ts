import { askApi, Refused } from '../api/ask-api.ts';
import { type HandedFile, judgeFile, type Said, sayWord } from './handed-file.ts';
import { forgetUploads, keepUploads, readKeptUploads } from './kept-uploads.ts';
import { putFile } from './put-file.ts';

// Outside of every screen: files go on being sent while somebody looks at another one.
let handed: readonly HandedFile[] = readKeptUploads().map(({ id, fileName }) => ({
  name: id,
  fileName,
  upload: id,
  sent: null,
  refused: null,
  chosen: null,
}));
const listeners = new Set<() => void>();
/** One file after the other: many at once take the line from each other. */
let line: Promise<void> = Promise.resolve();

export const readHanded = (): readonly HandedFile[] => handed;

/** @returns ends listening */
export function onHanded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts files in the line, in their order before all others of the list. */
export function handIn(files: readonly File[], office: string): void {
  const chosen = files.map((file): HandedFile => {
    const name = crypto.randomUUID();
    const refused = judgeFile(file);
    return { name, fileName: file.name, upload: null, sent: null, refused, chosen: { file, office } };
  });
  show([...chosen, ...handed]);
  for (const { name, refused } of chosen) if (!refused) queueUp(name);
}

/** Sends once more what did not arrive. */
export function handInAgain(name: string): void {
  const before = handed.find((one) => one.name === name);
  if (!before?.chosen) return;
  if (before.upload) forgetUploads(new Set([before.upload]));
  change(name, { upload: null, sent: null, refused: null });
  queueUp(name);
}

/** What goes wrong with one file holds up none of those behind it. */
function queueUp(name: string): void {
  line = line.then(() => send(name)).catch(() => change(name, { upload: null, refused: sayWord('failed') }));
}

/** Takes files off the list; what was handed in stays so. */
export function forgetHanded(names: ReadonlySet<string>): void {
  forgetUploads(new Set(handed.flatMap(({ name, upload }) => (upload && names.has(name) ? [upload] : []))));
  show(handed.filter(({ name }) => !names.has(name)));
}

async function send(name: string): Promise<void> {
  const chosen = handed.find((one) => one.name === name)?.chosen;
  if (!chosen) return;
  const { file, office } = chosen;
  const asked = { office, fileName: file.name, bytes: file.size };
  const ticket = await askApi('startUpload', { body: asked }).catch((fault: unknown) => {
    change(name, { refused: saidOf(fault) });
  });
  if (!ticket) return;
  change(name, { upload: ticket.id, sent: 0 });
  keepUploads(handed.flatMap(({ upload, fileName }) => (upload ? [{ id: upload, fileName }] : [])));
  const isPut = await putFile(file, ticket.put, (sent) => change(name, { sent }));
  // A store may have taken what its answer never said: whether it did is asked.
  change(name, { sent: isPut ? 1 : null });
}

const saidOf = (fault: unknown): Said => (fault instanceof Refused && fault.problem?.message) || sayWord('failed');

const change = (name: string, part: Partial<HandedFile>): void =>
  show(handed.map((one) => (one.name === name ? { ...one, ...part } : one)));

function show(files: readonly HandedFile[]): void {
  handed = files;
  for (const listener of listeners) listener();
}

// A page that is left while files are sent takes them along.
addEventListener('beforeunload', (event) => {
  if (handed.some(isUnderWay)) event.preventDefault();
});

/** Whether it waits for its turn or is on its way up. */
export const isUnderWay = ({ upload, sent, refused }: HandedFile): boolean =>
  refused === null && (upload === null || (sent !== null && sent < 1));

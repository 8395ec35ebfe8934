import { mkdir } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isUpload } from './is-upload.ts';
import { QuietPaths } from './quiet-paths.ts';
import { type UploadTarget, uploadFile } from './upload-file.ts';
import { UploadTurns } from './upload-turns.ts';

export interface InboxWatch {
  /** Resolves when every file found so far is uploaded. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

interface InboxOptions extends UploadTarget {
  readonly folder: string;
  /** What the key of an upload begins with; the path below the folder follows. */
  readonly keyPrefix: string;
  readonly onUpload: (key: string) => void;
  readonly onFault: (fault: unknown, path: string) => void;
}

/** A copy writes without a pause of this length. What pauses longer is uploaded, and again when it has grown. */
const WRITTEN_AFTER_MS = 200;

/**
 * Upload every file below a folder, those that are there and those that come or change. Whatever the folder's layout
 * is becomes the key: `<prefix><office>/<path>`.
 */
export async function watchInbox(options: InboxOptions): Promise<InboxWatch> {
  const { folder, keyPrefix, onUpload, onFault } = options;
  await mkdir(folder, { recursive: true });
  const pathBelow = (path: string) => relative(folder, path).split(sep).join('/');
  const turns = new UploadTurns();
  const quiet = new QuietPaths(WRITTEN_AFTER_MS, (path) => {
    // Some file systems hand Chinese names over decomposed; a key is always composed.
    const key = `${keyPrefix}${pathBelow(path).normalize('NFC')}`;
    turns.add(key, async () => {
      try {
        const outcome = await uploadFile(path, key, options);
        if (outcome === 'uploaded') onUpload(key);
        if (outcome === 'changing') quiet.touch(path);
      } catch (fault) {
        if (!isGone(fault)) onFault(fault, path);
      }
    });
  });

  const watcher = watch(folder, {
    ignored: (path) => path !== folder && !isUpload(pathBelow(path)),
    followSymlinks: false,
    atomic: true,
  });
  watcher.on('add', (path) => quiet.touch(path)).on('change', (path) => quiet.touch(path));
  watcher.on('error', (fault) => onFault(fault, folder));
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  const settled = async () => {
    await quiet.settled();
    await turns.settled();
  };
  return {
    settled,
    async stop() {
      await watcher.close();
      quiet.clear();
      await turns.settled();
    },
  };
}

function isGone(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
}

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const heldHere = new Set<string>();

/**
 * Keeps a second process (or a second store in this one) from writing the same journals. The lock of a process that
 * no longer runs is taken over. Resolves with the function that releases it.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, 'lock');
  if (heldHere.has(path)) throw new Error(`${directory} is already open in this process`);
  heldHere.add(path);
  try {
    await claim(path, directory);
  } catch (fault) {
    heldHere.delete(path);
    throw fault;
  }
  return async () => {
    await rm(path, { force: true });
    heldHere.delete(path);
  };
}

async function claim(path: string, directory: string): Promise<void> {
  const holder = Number(await readFile(path, 'utf8').catch(() => '0'));
  if (holder > 0 && holder !== process.pid && isRunning(holder)) {
    throw new Error(`${directory} is in use by process ${holder}`);
  }
  await rm(path, { force: true });
  await writeFile(path, String(process.pid), { flag: 'wx' });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // Another user's process cannot be signalled, but it runs.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}

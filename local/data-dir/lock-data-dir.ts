import { mkdir } from 'node:fs/promises';
import { lockDirectory } from '../object-store/directory-lock.ts';

/**
 * Take a data folder for this process alone.
 * @returns the function that gives it back
 * @throws Error telling who has it
 */
export async function lockDataDir(root: string): Promise<() => Promise<void>> {
  await mkdir(root, { recursive: true });
  try {
    return await lockDirectory(root);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Another gouji runs on this data folder: ${reason}. Stop it first, or choose another folder.`, {
      cause,
    });
  }
}

import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the synthesised stack is made of: the stack itself, and everything its functions bundle. */
const SOURCES = ['cdk', 'forms', 'parsers', 'checks', 'records', 'functions'];
const SOURCE_FILES = ['package-lock.json', 'tsconfig.json'];

/**
 * A hash over names, sizes and times of the project's sources; another one means that something was changed.
 * @param folders where to look, if not at all the stack is made of
 */
export async function fingerprintSources(projectRoot: string, folders: readonly string[] = SOURCES): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await listSources(projectRoot, folders)) {
    const found = await stat(path).catch(() => undefined);
    hash.update(`${path} ${found?.size} ${found?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function listSources(projectRoot: string, folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(projectRoot, folder), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return [...found.flat(), ...SOURCE_FILES.map((file) => join(projectRoot, file))].sort();
}

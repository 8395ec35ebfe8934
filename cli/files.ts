import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { digestFile } from '../local/inbox/digest-file.ts';
import { isUpload } from '../local/inbox/is-upload.ts';
import { LIMITS } from '../parsers/bytes/limits.ts';
import { Complaint } from './complaint.ts';

/**
 * Expands folders to the files in them, in name order; files stay as they were named.
 * @throws Complaint when one is not there, or when the folders hold no report
 */
export async function expandPaths(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined);
    if (!kind) throw new Complaint({ zh: `没有这个文件：${path}`, en: `No such file: ${path}` });
    if (!kind.isDirectory()) files.push(path);
    else files.push(...(await filesIn(path)));
  }
  if (files.length > 0) return files;
  throw new Complaint({ zh: '所给文件夹中没有报告文件。', en: 'The folders given hold no report files.' });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isReportName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** In a folder only what can be a report is taken; a file named by itself is always read. */
const isReportName = (name: string) => isUpload(name) && /\.(?:docx?|pdf|wps|rtf|html?)$/iu.test(name);

export interface ReadFile {
  /** Nothing when the file is over the limit: it is not worth loading. */
  readonly bytes: Uint8Array | undefined;
  readonly sha256: string;
  readonly name: string;
}

/** Reads a file whole, or, over the limit, only takes its digest. */
export async function readUpload(path: string): Promise<ReadFile> {
  const name = basename(path);
  const { size } = await stat(path);
  if (size > LIMITS.fileBytes) return { bytes: undefined, sha256: await digestFile(path), name };
  const bytes = new Uint8Array(await readFile(path));
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), name };
}

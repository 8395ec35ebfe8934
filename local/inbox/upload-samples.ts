import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type UploadTarget, uploadFile } from './upload-file.ts';

/** The office under which the samples are handed in. */
const SAMPLES_OFFICE = '样例';

/**
 * Upload the reports among the project's samples, once.
 * @returns the keys of those that were not there yet
 */
export async function uploadSamples(folder: string, keyPrefix: string, target: UploadTarget): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(docx|pdf)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const uploaded: string[] = [];
  for (const path of paths) {
    const key = `${keyPrefix}${SAMPLES_OFFICE}/${relative(folder, path).split(sep).join('/').normalize('NFC')}`;
    if ((await uploadFile(path, key, target)) === 'uploaded') uploaded.push(key);
  }
  return uploaded;
}

import { stat } from 'node:fs/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { digestFile } from './digest-file.ts';
import { putFile } from './put-file.ts';
import type { UploadedFiles } from './uploaded-files.ts';

/** Where uploads go, and what is known of earlier ones. */
export interface UploadTarget {
  readonly client: S3Client;
  readonly bucket: string;
  readonly uploaded: UploadedFiles;
}

/** `changing`: it was written while it was read, and nothing was uploaded. */
export type UploadOutcome = 'uploaded' | 'known' | 'changing';

/**
 * Put one file into the bucket, unless the same content was uploaded under that key before. A file that changed in
 * place becomes a new version of its object.
 * @throws the file system's or the store's fault; nothing is remembered then
 */
export async function uploadFile(path: string, key: string, target: UploadTarget): Promise<UploadOutcome> {
  const { client, bucket, uploaded } = target;
  const { size, mtimeMs: modifiedMs } = await stat(path);
  const before = uploaded.get(key);
  if (before?.size === size && before.modifiedMs === modifiedMs) return 'known';
  const sha256 = await digestFile(path);
  const known = before?.sha256 === sha256;
  const unchanged = async () => {
    const now = await stat(path);
    return now.size === size && now.mtimeMs === modifiedMs;
  };
  // Nothing half written is put; what changes in the short while of the upload itself is put again as a whole.
  if (!(await unchanged())) return 'changing';
  if (!known) await putFile(client, bucket, key, path);
  if (!(await unchanged())) return 'changing';
  await uploaded.remember({ key, size, modifiedMs, sha256 });
  return known ? 'known' : 'uploaded';
}

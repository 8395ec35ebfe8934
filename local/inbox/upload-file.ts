import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
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
  const bytes = await readFile(path);
  const after = await stat(path);
  if (after.size !== bytes.length || after.mtimeMs !== modifiedMs) return 'changing';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = before?.sha256 === sha256;
  if (!known) await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
  await uploaded.remember({ key, size, modifiedMs, sha256 });
  return known ? 'known' : 'uploaded';
}

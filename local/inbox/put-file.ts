import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/**
 * Put a file into a bucket as a stream: what a stranger drops may be far larger than memory, and is only refused by
 * who reads it.
 * @param metadata user metadata, in ASCII
 * @returns the version that it became
 */
export async function putFile(
  client: S3Client,
  bucket: string,
  key: string,
  path: string,
  metadata: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const { size } = await stat(path);
  const body = createReadStream(path, { end: Math.max(0, size - 1) });
  try {
    const { VersionId } = await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentLength: size, Metadata: { ...metadata } }),
    );
    return VersionId;
  } finally {
    body.destroy();
  }
}

import type { S3Client } from '@aws-sdk/client-s3';
import type { Inbox } from '../dependencies.ts';
import { listVersions } from './list-versions.ts';

/** The versions under the inbox prefix, in S3. */
export function s3Inbox(s3: S3Client, bucket: string, prefix: string, limit?: number): Inbox {
  return { bucket, prefix, list: (from) => listVersions(s3, { bucket, prefix, from, limit }) };
}

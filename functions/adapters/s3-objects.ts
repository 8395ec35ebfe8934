import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { ListPosition, ObjectVersion, VersionPage } from '../../records/inbox-versions.ts';
import { evidenceObjectKey, PUBLISHED_ON, type UploadRef } from '../../records/keys.ts';
import type { Fetched, Objects } from '../dependencies.ts';
import { listVersions } from './list-versions.ts';

/** Reads uploads by version and writes evidence, through S3. */
export function s3Objects(s3: S3Client, evidenceBucket: string): Objects {
  return {
    fetch: (upload, limit) => fetchVersion(s3, upload, limit),
    async putEvidence(sha256, evidence) {
      const Key = evidenceObjectKey(sha256);
      const ContentType = 'application/json';
      await s3.send(
        new PutObjectCommand({ Bucket: evidenceBucket, Key, Body: evidence, ContentType, ContentEncoding: 'gzip' }),
      );
    },
    versionsOf: (bucket, key) => versionsOf(s3, bucket, key),
  };
}

/** Other keys may begin with this one: the list ends where they do. */
async function versionsOf(s3: S3Client, bucket: string, key: string): Promise<readonly ObjectVersion[]> {
  const found: ObjectVersion[] = [];
  for (let next: ListPosition | undefined = {}; next; ) {
    const page: VersionPage = await listVersions(s3, { bucket, prefix: key, from: next });
    found.push(...page.versions.filter((version) => version.key === key));
    next = page.versions.at(-1)?.key === key ? page.next : undefined;
  }
  return found;
}

async function fetchVersion(s3: S3Client, upload: UploadRef, limit: number): Promise<Fetched> {
  try {
    const { bucket: Bucket, key: Key, versionId: VersionId } = upload;
    const object = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
    // The store's own word of the size comes before the first byte of the body.
    if (object.ContentLength === undefined || object.ContentLength > limit) {
      object.Body?.transformToWebStream().cancel();
      return { kind: 'too-large' };
    }
    const bytes = (await object.Body?.transformToByteArray()) ?? new Uint8Array();
    const uploadedAt = (object.LastModified ?? new Date(0)).toISOString();
    const publishedOn = object.Metadata?.[PUBLISHED_ON];
    return { kind: 'bytes', bytes, uploadedAt, ...(publishedOn && isDate(publishedOn) && { publishedOn }) };
  } catch (error) {
    if (isGone(error)) return { kind: 'gone' };
    throw error;
  }
}

/** Anything else that a sender wrote there is no date, and says nothing. */
const isDate = (text: string) => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(text);

function isGone(error: unknown): boolean {
  if (error instanceof NoSuchKey) return true;
  return error instanceof S3ServiceException && ['NoSuchVersion', 'NoSuchKey', 'MethodNotAllowed'].includes(error.name);
}

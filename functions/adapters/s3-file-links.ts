import { randomUUID } from 'node:crypto';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Document } from '../../parsers/document/document.ts';
import { evidenceObjectKey, fileNameOf, PUBLISHED_ON, type UploadRef } from '../../records/keys.ts';
import { unpackJson } from './packed-json.ts';

/** A link that only its holder has, for a short time. */
export interface Link {
  readonly url: string;
  /** ISO time. */
  readonly expires: string;
}

/** Files of the API's callers, by links to the buckets. */
export interface FileLinks {
  /** Where to put an object of so many bytes, with the headers that have to be sent. */
  toPut(
    object: { readonly key: string; readonly bytes: number; readonly contentType: string } & {
      readonly publishedOn?: string | undefined;
    },
  ): Promise<Link & { readonly headers: Record<string, string> }>;
  toGet(upload: UploadRef): Promise<Link>;
  /** Whether anything lies at a key of the inbox. */
  hasArrived(key: string): Promise<boolean>;
  /** The document that was read of a file, as it was kept. */
  readEvidence(sha256: string): Promise<Document | undefined>;
  /** Keeps a file for a day that is too large for an answer. */
  keepExport(file: {
    readonly fileName: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }): Promise<Link>;
}

/** Seconds for which a link holds. */
const VALID = { get: 300, put: 900 } as const;

/** How a client that signs links has to be made: who puts by a link computes no checksum of the SDK's. */
export const LINKING = { requestChecksumCalculation: 'WHEN_REQUIRED' } as const;

/** @param s3 made with {@link LINKING} */
export function s3FileLinks(
  s3: S3Client,
  buckets: { readonly inbox: string; readonly evidence: string },
  clock: () => Date,
): FileLinks {
  const expiry = (seconds: number) => new Date(clock().getTime() + seconds * 1000).toISOString();
  const linkTo = async (command: GetObjectCommand) => ({
    url: await getSignedUrl(s3, command, { expiresIn: VALID.get }),
    expires: expiry(VALID.get),
  });
  return {
    async toPut({ key, bytes, contentType, publishedOn }) {
      const metadata = publishedOn === undefined ? {} : { [`x-amz-meta-${PUBLISHED_ON}`]: publishedOn };
      const command = new PutObjectCommand({
        Bucket: buckets.inbox,
        Key: key,
        ContentLength: bytes,
        ContentType: contentType,
        ...(publishedOn === undefined ? {} : { Metadata: { [PUBLISHED_ON]: publishedOn } }),
      });
      // Signed, so that the link is good for a file of this size and kind only.
      const bound = ['content-length', 'content-type', ...Object.keys(metadata)];
      const url = await getSignedUrl(s3, command, {
        expiresIn: VALID.put,
        signableHeaders: new Set(['host', ...bound]),
        unhoistableHeaders: new Set(bound),
      });
      return { url, expires: expiry(VALID.put), headers: { 'content-type': contentType, ...metadata } };
    },
    toGet({ bucket, key, versionId }) {
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileNameOf(key))}`;
      return linkTo(
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          VersionId: versionId,
          ResponseContentDisposition: disposition,
          ResponseContentType: 'application/octet-stream',
        }),
      );
    },
    async hasArrived(key) {
      try {
        await s3.send(new HeadObjectCommand({ Bucket: buckets.inbox, Key: key }));
        return true;
      } catch (error) {
        // Whoever may not list a bucket is told 403 of what is not there.
        if (error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0))
          return false;
        throw error;
      }
    },
    async readEvidence(sha256) {
      try {
        const object = await s3.send(
          new GetObjectCommand({ Bucket: buckets.evidence, Key: evidenceObjectKey(sha256) }),
        );
        const bytes = await object.Body?.transformToByteArray();
        // Written by ourselves from a Document, under a key that nobody else may write.
        return bytes && (unpackJson(bytes) as Document);
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async keepExport({ fileName, contentType, bytes }) {
      const Key = `exports/${randomUUID()}/${fileName}`;
      const Bucket = buckets.evidence;
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: contentType }));
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
      return linkTo(new GetObjectCommand({ Bucket, Key, ResponseContentDisposition: disposition }));
    },
  };
}

import { randomBytes } from 'node:crypto';
import type { Bucket } from './bucket.ts';
import { S3Error } from './errors.ts';
import type { ObjectVersion, Version, VersioningStatus } from './journal-entry.ts';

/** The id of what was written without versioning. */
export const NULL_VERSION = 'null';

/** The id that a new version gets: opaque, or S3's 'null' which replaces the earlier 'null'. */
export function newVersionId(versioning: VersioningStatus | undefined): string {
  return versioning === 'Enabled' ? randomBytes(24).toString('base64url') : NULL_VERSION;
}

/** The id as told to clients: not at all where versioning was never switched on. */
export function shownVersionId(bucket: Bucket, version: { versionId: string }): string | undefined {
  return bucket.state.versioning === undefined ? undefined : version.versionId;
}

/** The newest version, or the one asked for. Throws NoSuchKey, NoSuchVersion. */
function findVersion(bucket: Bucket, key: string, versionId: string | undefined): Version {
  const versions = bucket.state.versionsOf(key);
  if (versionId === undefined) {
    if (!versions[0]) throw noSuchKey();
    return versions[0];
  }
  const found = versions.find((version) => version.versionId === versionId);
  if (!found) throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
  return found;
}

/** As `findVersion`, for reading bytes. Throws NoSuchKey, NoSuchVersion, MethodNotAllowed on a delete marker asked for by id. */
export function findObject(bucket: Bucket, key: string, versionId: string | undefined): ObjectVersion {
  const version = findVersion(bucket, key, versionId);
  if (version.kind === 'object') return version;
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  if (versionId === undefined) throw noSuchKey(headers);
  throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    ...headers,
    allow: 'DELETE',
    'last-modified': new Date(version.modified).toUTCString(),
  });
}

function noSuchKey(headers: Record<string, string> = {}): S3Error {
  return new S3Error('NoSuchKey', 'The specified key does not exist.', headers);
}

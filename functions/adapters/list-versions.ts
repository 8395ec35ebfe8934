import { ListObjectVersionsCommand, type ObjectVersion as ObjectVersionEntry, type S3Client } from '@aws-sdk/client-s3';
import type { ListPosition, ObjectVersion, VersionPage } from '../../records/inbox-versions.ts';

interface Wanted {
  readonly bucket: string;
  readonly prefix: string;
  readonly from: ListPosition;
  /** Fewer than S3's 1,000. */
  readonly limit?: number | undefined;
}

/** One page, up to 1,000, of the versions and delete markers of all keys under a prefix. */
export async function listVersions(s3: S3Client, { bucket, prefix, from, limit }: Wanted): Promise<VersionPage> {
  const page = await s3.send(
    new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: prefix,
      KeyMarker: from.key,
      VersionIdMarker: from.versionId,
      MaxKeys: limit,
      // A key may hold characters that no XML can.
      EncodingType: 'url',
    }),
  );
  const read = (isMarker: boolean) => (one: ListedVersion) => ({
    key: decode(one.Key ?? ''),
    versionId: one.VersionId ?? '',
    isMarker,
    isLatest: one.IsLatest === true,
    at: (one.LastModified ?? new Date(0)).toISOString(),
  });
  const listed = [...(page.DeleteMarkers ?? []).map(read(true)), ...(page.Versions ?? []).map(read(false))];
  const next = page.IsTruncated
    ? { key: decode(page.NextKeyMarker ?? ''), versionId: page.NextVersionIdMarker }
    : undefined;
  return { versions: inOrder(listed, next?.key), next };
}

type ListedVersion = Pick<ObjectVersionEntry, 'Key' | 'VersionId' | 'IsLatest' | 'LastModified'>;

type Listed = ObjectVersion & { readonly isLatest: boolean };

/**
 * By key, newest first, as they stood in the answer, of which the client makes two lists, one of them of markers. S3's
 * times are whole seconds: of a version and a marker of the same second the latest is known, and else the marker is
 * taken for the newer, since an object is deleted after it was made.
 */
function inOrder(listed: readonly Listed[], lastKey: string | undefined): readonly ObjectVersion[] {
  const byKey = new Map<string, Listed[]>();
  for (const one of listed) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  const last = lastKey === undefined ? undefined : byKey.get(lastKey);
  if (lastKey !== undefined) byKey.delete(lastKey);
  return [...byKey.values(), last ?? []].flatMap((versions) => versions.toSorted(newestFirst));
}

const newestFirst = (a: Listed, b: Listed) =>
  Number(b.isLatest) - Number(a.isLatest) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

const decode = (key: string) => decodeURIComponent(key.replaceAll('+', ' '));

import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';

/**
 * Deletes every version of every object of a bucket, and every delete marker: CloudFormation deletes empty buckets only.
 * @returns how many were deleted
 * @throws Error when S3 refuses to delete one of them
 */
export async function emptyBucket(s3: S3Client, bucket: string): Promise<number> {
  for (let deleted = 0; ; ) {
    // Always the first page, since what it showed is gone: up to a thousand, as many as one request deletes.
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return deleted;
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    const [first] = Errors;
    if (first) throw new Error(`${bucket}: ${first.Code} for ${first.Key}`);
    deleted += Objects.length;
  }
}

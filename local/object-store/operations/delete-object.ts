import { readWriteCondition } from '../conditions.ts';
import { deleteVersion } from '../delete-version.ts';
import { bucketOf, type Exchange, keyOf, type Reply, versionIdOf } from '../exchange.ts';

export async function deleteObject(exchange: Exchange): Promise<Reply> {
  const deletion = {
    key: keyOf(exchange),
    versionId: versionIdOf(exchange),
    condition: readWriteCondition(exchange.request.headers),
  };
  const { versionId, marker } = await deleteVersion(exchange.store, bucketOf(exchange), deletion);
  return { status: 204, headers: { 'x-amz-version-id': versionId, ...(marker && { 'x-amz-delete-marker': 'true' }) } };
}

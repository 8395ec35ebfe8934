import type { AccessRequest } from '../../object-store/object-store.ts';
import type { BucketWiring } from '../../template/wiring.ts';
import type { Demand } from '../decide.ts';

/** What a request to the object store wants. */
export function objectDemand({ action, bucket, key, prefix }: AccessRequest, buckets: readonly BucketWiring[]): Demand {
  const arn = buckets.find(({ name }) => name === bucket)?.arn ?? '';
  return {
    action,
    resource: key === '' ? arn : `${arn}/${key}`,
    context: new Map(prefix === undefined ? [] : [['s3:prefix', [prefix]]]),
  };
}

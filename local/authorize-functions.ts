import { accessKeyOf } from './functions/describe-environment.ts';
import type { AccessRequest } from './object-store/object-store.ts';
import { allows } from './template/rights.ts';
import type { BucketWiring, FunctionWiring } from './template/wiring.ts';

/**
 * Hold each function to what its role allows in the object store, so that a right forgotten in the stack is missed
 * here and not first in AWS. Anyone else on this machine may do anything.
 */
export function authorizeFunctions(
  functions: readonly FunctionWiring[],
  buckets: readonly BucketWiring[],
): (request: AccessRequest) => boolean {
  const byKey = new Map(functions.map((found) => [accessKeyOf(found), found]));
  const arns = new Map(buckets.map(({ name, arn }) => [name, arn]));
  return ({ accessKeyId, action, bucket, key }) => {
    const asking = byKey.get(accessKeyId ?? '');
    if (!asking) return true;
    const bucketArn = arns.get(bucket) ?? '';
    return allows(asking.rights, action, key === '' ? bucketArn : `${bucketArn}/${key}`);
  };
}

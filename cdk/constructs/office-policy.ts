import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { DataKey } from './data-key.ts';
import type { PrivateBucket } from './private-bucket.ts';

interface OfficePolicyProps {
  readonly inbox: PrivateBucket;
  readonly prefix: string;
  readonly key: DataKey | undefined;
}

/** The office that a principal speaks for: a tag of its user, its role or its session. */
const OFFICE = 'aws:PrincipalTag/office';

/** IAM's way to write what is known only when somebody asks; of `*` and `?`, to mean the characters themselves. */
const variable = (name: string) => `\${${name}}`;

/**
 * What an office may do: put reports under `inbox/<its office>/`. It reads nothing, not even its own, and replaces
 * nothing, since the bucket keeps every version.
 */
export class OfficePolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, { inbox, prefix, key }: OfficePolicyProps) {
    super(scope, id, {
      description: `Put reports under ${prefix} followed by the office that the tag "office" of the principal names`,
      statements: [
        new PolicyStatement({
          sid: 'PutUnderOwnOffice',
          actions: ['s3:PutObject'],
          resources: [inbox.arnForObjects(`${prefix}${variable(OFFICE)}/*`)],
          conditions: {
            // A tag that is missing, empty, or not one folder's name gives no right.
            StringLike: { [OFFICE]: '?*' },
            StringNotLike: { [OFFICE]: ['*/*', `*${variable('*')}*`, `*${variable('?')}*`] },
            Bool: { 'aws:SecureTransport': 'true' },
          },
        }),
        // To write in parts S3 has to read back what it encrypted.
        ...(key ? [key.allowThrough(['s3'], ['kms:Decrypt', 'kms:GenerateDataKey'])] : []),
      ],
    });
    Validations.of(this).acknowledge({
      id: inbox.wildcardFinding(`${prefix}<${OFFICE}>/`),
      reason: 'A report may have any name under the folder of its office.',
    });
  }
}

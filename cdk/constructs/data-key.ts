import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** The services that use the key for whoever calls them. */
type Through = 's3' | 'dynamodb' | 'sqs';

export interface DataKeyProps {
  /** `true` for a key of the stack's own, or the ARN of one that is there already. */
  readonly kms: true | string;
  readonly retained: boolean;
}

/** The key that stored reports, records, messages and logs are encrypted with, where an operator wants to hold it. */
export class DataKey extends Construct {
  readonly key: IKey;

  constructor(scope: Construct, id: string, { kms, retained }: DataKeyProps) {
    super(scope, id);
    this.key =
      kms === true
        ? new Key(this, 'Key', {
            description: 'gouji: reports, records, messages and logs',
            enableKeyRotation: true,
            pendingWindow: Duration.days(retained ? 30 : 7),
            removalPolicy: retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
          })
        : Key.fromKeyArn(this, 'Key', kms);
    for (const statement of servicesThatWrite()) this.key.addToResourcePolicy(statement);
  }

  /** A right to use the key, and only by way of these services. */
  allowThrough(services: readonly Through[], actions: readonly `kms:${string}`[]): PolicyStatement {
    return new PolicyStatement({
      actions: [...actions],
      resources: [this.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': services.map(hostOf) } },
    });
  }

  /** What reading and writing a table takes that is encrypted with the key. */
  allowTable(): PolicyStatement {
    return this.allowThrough(
      ['dynamodb'],
      ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    );
  }
}

const hostOf = (service: string) => `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}`;

/**
 * Services that encrypt on their own account, not for a caller. Of a key that is there already its owner adds these
 * statements: docs/deploy.md.
 */
function servicesThatWrite(): PolicyStatement[] {
  const use = ['kms:Decrypt', 'kms:GenerateDataKey'];
  const ownAccount = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } };
  return [
    new PolicyStatement({
      sid: 'LogGroups',
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.${Aws.URL_SUFFIX}`)],
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
        },
      },
    }),
    new PolicyStatement({
      sid: 'EventsIntoQueues',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: use,
      resources: ['*'],
      conditions: ownAccount,
    }),
    new PolicyStatement({
      sid: 'AlarmsIntoTopic',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: use,
      resources: ['*'],
      conditions: ownAccount,
    }),
  ];
}

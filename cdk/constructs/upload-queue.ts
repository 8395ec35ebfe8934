import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** AWS asks for six times the function's timeout, so that a throttled delivery is not handed out twice. */
const VISIBILITY_TIMES_TIMEOUT = 6;

/** A message that failed this often is put aside: a fault that lasts that long wants a person. */
export const MAX_RECEIVE_COUNT = 5;

interface UploadQueueProps {
  readonly functionTimeout: Duration;
  readonly key?: IKey | undefined;
}

/** Uploads waiting to be read, and beside it the queue of those that could not be delivered or read. */
export class UploadQueue extends Construct {
  readonly waiting: Queue;
  readonly dead: Queue;

  constructor(scope: Construct, id: string, props: UploadQueueProps) {
    super(scope, id);
    const encrypted = props.key
      ? { encryption: QueueEncryption.KMS, encryptionMasterKey: props.key }
      : { encryption: QueueEncryption.SQS_MANAGED };
    this.dead = new Queue(this, 'Dead', {
      // Longer than the waiting queue keeps a message, since the age counts from the first arrival.
      retentionPeriod: Duration.days(14),
      ...encrypted,
      enforceSSL: true,
    });
    Validations.of(this.dead).acknowledge({
      id: 'Serverless-SQSRedrivePolicy',
      reason: 'This is the dead letter queue. A person empties it, called by an alarm.',
    });
    this.waiting = new Queue(this, 'Waiting', {
      visibilityTimeout: Duration.seconds(props.functionTimeout.toSeconds() * VISIBILITY_TIMES_TIMEOUT),
      retentionPeriod: Duration.days(7),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: MAX_RECEIVE_COUNT },
      ...encrypted,
      enforceSSL: true,
    });
  }
}

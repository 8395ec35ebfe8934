import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { UploadQueue } from './upload-queue.ts';

interface UploadRuleProps {
  readonly bucket: IBucket;
  readonly keyPrefix: string;
  readonly queue: UploadQueue;
}

/** Every object created or deleted under the prefix becomes one message; what cannot be delivered is put with the dead. */
export class UploadRule extends Construct {
  constructor(scope: Construct, id: string, { bucket, keyPrefix, queue }: UploadRuleProps) {
    super(scope, id);
    new Rule(this, 'Changed', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created', 'Object Deleted'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: keyPrefix }] } },
      },
      targets: [new SqsQueue(queue.waiting, { deadLetterQueue: queue.dead })],
    });
  }
}

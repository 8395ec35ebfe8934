import { type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
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
    const rule = new Rule(this, 'Changed', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created', 'Object Deleted'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: keyPrefix }] } },
      },
      targets: [targetOf(queue)],
    });
    for (const each of [queue.waiting, queue.dead]) each.addToResourcePolicy(allowSending(rule, each));
  }
}

/**
 * The library's own target would let every rule of the account send to an encrypted queue, and EventBridge do more with
 * the key than it needs: {@link allowSending} names this rule, `DataKey` the actions.
 */
function targetOf({ waiting, dead }: UploadQueue): IRuleTarget {
  return { bind: () => ({ arn: waiting.queueArn, deadLetterConfig: { arn: dead.queueArn } }) };
}

function allowSending(rule: Rule, queue: Queue): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal('events.amazonaws.com')],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
  });
}

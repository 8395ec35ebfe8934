import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Aws, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

interface AlarmTopicProps {
  readonly email: string;
  readonly key?: IKey | undefined;
}

/** Takes alarms to an address. Somebody must confirm it by the mail that AWS sends. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, { email, key }: AlarmTopicProps) {
    super(scope, id, { displayName: 'gouji', enforceSSL: true, ...(key && { masterKey: key }) });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    this.addSubscription(new EmailSubscription(email));
    Validations.of(this).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason:
        'An alarm that no mail could bring stays raised in CloudWatch; a queue of such mails would have no reader.',
    });
  }
}

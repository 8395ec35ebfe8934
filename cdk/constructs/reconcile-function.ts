import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { INDEXES } from '../../records/table-schema.ts';
import type { Settings } from '../settings.ts';
import type { DataKey } from './data-key.ts';
import { HandlerFunction } from './handler-function.ts';
import type { PrivateBucket } from './private-bucket.ts';
import type { ReportTable } from './report-table.ts';
import type { UploadQueue } from './upload-queue.ts';

interface ReconcileFunctionProps {
  readonly entry: string;
  readonly inbox: PrivateBucket;
  readonly prefix: string;
  readonly table: ReportTable;
  readonly queue: UploadQueue;
  /** What table and queue are encrypted with, where it is not a key of AWS's own. */
  readonly key: DataKey | undefined;
  readonly settings: Settings;
}

/** An upload whose event was lost is read within two of these; each run costs a look at every version. */
const EVERY = Duration.minutes(15);

/** Enough for a million versions; what is left then is for the next run. */
const TIMEOUT = Duration.minutes(5);

/** Compares the inbox with the ledger from time to time, and puts on the queue again what has no outcome. */
export class ReconcileFunction extends Construct {
  readonly handler: HandlerFunction;

  constructor(scope: Construct, id: string, props: ReconcileFunctionProps) {
    super(scope, id);
    const { inbox, prefix, table, queue, settings } = props;
    this.handler = new HandlerFunction(this, 'Handler', {
      entry: props.entry,
      // The names of 300,000 versions are held at once.
      memoryMiB: 512,
      timeout: TIMEOUT,
      retained: settings.stage === 'production',
      key: props.key,
      environment: {
        TABLE_NAME: table.tableName,
        INBOX_BUCKET: inbox.bucketName,
        INBOX_PREFIX: prefix,
        QUEUE_URL: queue.waiting.queueUrl,
      },
      allow: allowReconcile(props),
    });
    const rule = new Rule(this, 'Schedule', {
      schedule: Schedule.rate(EVERY),
      // A run that failed is made up for by the next one.
      targets: [new LambdaFunction(this.handler.lambda, { retryAttempts: 0 })],
    });
    Validations.of(rule).acknowledge({
      id: 'Serverless-EventBusDLQ',
      reason: 'A run that was not started is made up for by the next one, and an alarm tells when none ran.',
    });
  }
}

/** It sees names and times of uploads, never what is in them. */
function allowReconcile({ inbox, table, queue, key }: ReconcileFunctionProps): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [inbox.bucketArn] }),
    new PolicyStatement({
      actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      resources: [table.tableArn],
    }),
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${table.tableArn}/index/${INDEXES.ledgerByDay.name}`],
    }),
    new PolicyStatement({
      actions: ['sqs:SendMessage', 'sqs:GetQueueAttributes'],
      resources: [queue.waiting.queueArn],
    }),
    ...(key ? [key.allowThrough(['sqs'], ['kms:Decrypt', 'kms:GenerateDataKey']), key.allowTable()] : []),
  ];
}

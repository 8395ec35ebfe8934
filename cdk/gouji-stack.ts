import { fileURLToPath } from 'node:url';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from './constructs/alarms.ts';
import { IngestFunction } from './constructs/ingest-function.ts';
import { PrivateBucket } from './constructs/private-bucket.ts';
import { ReportTable } from './constructs/report-table.ts';
import { UploadQueue } from './constructs/upload-queue.ts';
import { UploadRule } from './constructs/upload-rule.ts';
import type { Settings } from './settings.ts';

/** Where offices put reports. Other keys of the inbox bucket start nothing. */
const INBOX_PREFIX = 'inbox/';
const EVIDENCE_PREFIX = 'evidence/';
const INGEST_TIMEOUT = Duration.seconds(30);
const INGEST_HANDLER = fileURLToPath(new URL('../functions/ingest/handler.ts', import.meta.url));

export interface GoujiStackProps extends StackProps {
  readonly settings: Settings;
  /** Another ingest handler than ours, for tests of the wiring alone. */
  readonly ingestEntry?: string | undefined;
}

/** The way of a report through AWS: inbox bucket → rule → queue → ingest function → table and evidence bucket. */
export class GoujiStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ingestEntry, ...props }: GoujiStackProps) {
    super(scope, id, props);
    const retained = settings.stage === 'production';
    const accessLog = new PrivateBucket(this, 'AccessLog', {
      versioned: false,
      retained,
      expireAfter: Duration.days(180),
    });
    const inbox = new PrivateBucket(this, 'Inbox', {
      versioned: true,
      retained,
      accessLogs: { bucket: accessLog, prefix: 'inbox/' },
    });
    const evidence = new PrivateBucket(this, 'Evidence', {
      versioned: true,
      retained,
      accessLogs: { bucket: accessLog, prefix: 'evidence/' },
    });
    const table = new ReportTable(this, 'Table', { retained });
    const queue = new UploadQueue(this, 'Uploads', { functionTimeout: INGEST_TIMEOUT });

    inbox.announceChanges();
    new UploadRule(this, 'Rule', { bucket: inbox, keyPrefix: INBOX_PREFIX, queue });
    new IngestFunction(this, 'Ingest', {
      entry: ingestEntry ?? INGEST_HANDLER,
      timeout: INGEST_TIMEOUT,
      reads: { bucket: inbox, prefix: INBOX_PREFIX },
      writes: { bucket: evidence, prefix: EVIDENCE_PREFIX },
      table,
      queue,
      settings,
    });
    new Alarms(this, 'Alarms', { queue, topicArn: settings.alarmTopicArn });

    // What the `gouji` command, and the local cloud, ask the stack for.
    new CfnOutput(this, 'InboxBucket', { value: inbox.bucketName });
    new CfnOutput(this, 'InboxPrefix', { value: INBOX_PREFIX });
    new CfnOutput(this, 'EvidenceBucket', { value: evidence.bucketName });
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'DeadLetterQueueUrl', { value: queue.dead.queueUrl });
  }
}

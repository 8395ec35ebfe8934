import { fileURLToPath } from 'node:url';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { DataKey } from './data-key.ts';
import { HandlerFunction } from './handler-function.ts';
import type { PrivateBucket } from './private-bucket.ts';
import type { ReportTable } from './report-table.ts';
import { MAX_RECEIVE_COUNT, type UploadQueue } from './upload-queue.ts';

/** A place in a bucket. */
interface Place {
  readonly bucket: PrivateBucket;
  readonly prefix: string;
}

interface IngestFunctionProps {
  readonly entry: string;
  readonly timeout: Duration;
  readonly reads: Place;
  readonly writes: Place;
  readonly table: ReportTable;
  readonly queue: UploadQueue;
  readonly key: DataKey | undefined;
  readonly settings: Settings;
}

/** Files are read in a thread, which is a bundle of its own; pdf.js in it is loaded by the first file that needs it. */
const BUNDLE_READING_WORKER = fileURLToPath(new URL('../bundle-reading-worker.ts', import.meta.url));

/**
 * The process stays below 400 MB whatever it reads. But the share of a processor comes with the memory, and the reader's
 * limit of time is meant for a whole one, which Lambda gives at this size.
 */
const MEMORY_MIB = 1769;

/**
 * For the C library, which else keeps what large buffers left behind in an arena for each thread: a process that reads
 * thousands of files would grow without ever holding more.
 */
const GIVE_MEMORY_BACK = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' } as const;

/** Enough that a start serves several; few enough that as many files of the slowest kind (8 s) end within the timeout. */
const BATCH_SIZE = 3;

/** Reads each upload once, checks it and keeps its record. */
export class IngestFunction extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, props: IngestFunctionProps) {
    super(scope, id);
    const { reads, writes, table, settings } = props;
    const handler = new HandlerFunction(this, 'Handler', {
      entry: props.entry,
      memoryMiB: MEMORY_MIB,
      timeout: props.timeout,
      retained: settings.stage === 'production',
      key: props.key,
      environment: {
        EVIDENCE_BUCKET: writes.bucket.bucketName,
        TABLE_NAME: table.tableName,
        // So that the last try can leave a word in the ledger before the message is put with the dead.
        MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT),
        ...GIVE_MEMORY_BACK,
      },
      allow: allowIngest(props),
      addToBundle: BUNDLE_READING_WORKER,
    });
    this.lambda = handler.lambda;
    handler.lambda.addEventSource(
      new SqsEventSource(props.queue.waiting, {
        batchSize: BATCH_SIZE,
        maxConcurrency: settings.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    Validations.of(handler.role).acknowledge(
      { id: reads.bucket.wildcardFinding(reads.prefix), reason: 'An upload may have any name under the inbox prefix.' },
      { id: writes.bucket.wildcardFinding(writes.prefix), reason: 'Evidence is named after the hash of its content.' },
    );
  }
}

function allowIngest({ reads, writes, table, key }: IngestFunctionProps): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:GetObjectVersion'],
      resources: [reads.bucket.arnForObjects(`${reads.prefix}*`)],
    }),
    // The first, so that S3 answers of an object that is gone that it is gone, and not that we may not know; the
    // second to see what a delete marker hides.
    new PolicyStatement({
      actions: ['s3:ListBucket', 's3:ListBucketVersions'],
      resources: [reads.bucket.bucketArn],
    }),
    new PolicyStatement({
      actions: ['s3:PutObject'],
      resources: [writes.bucket.arnForObjects(`${writes.prefix}*`)],
    }),
    new PolicyStatement({
      actions: [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:ConditionCheckItem',
      ],
      resources: [table.tableArn],
    }),
    ...(key ? [key.allowThrough(['s3'], ['kms:Decrypt', 'kms:GenerateDataKey']), key.allowTable()] : []),
  ];
}

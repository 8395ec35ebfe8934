import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { changesSince, type FeedEntry } from '../functions/adapters/change-feed.ts';
import { dynamodbLedger } from '../functions/adapters/dynamodb-ledger.ts';
import { dynamodbReader, type Reader } from '../functions/adapters/dynamodb-reader.ts';
import { dynamodbReports } from '../functions/adapters/dynamodb-reports.ts';
import { dynamodbRoster, type RosterStore } from '../functions/adapters/dynamodb-roster.ts';
import { dynamodbUpkeep } from '../functions/adapters/dynamodb-upkeep.ts';
import { dynamodbUsers, type Users } from '../functions/adapters/dynamodb-users.ts';
import { rosterBodies } from '../functions/adapters/roster-bodies.ts';
import { s3Inbox } from '../functions/adapters/s3-inbox.ts';
import { s3Objects } from '../functions/adapters/s3-objects.ts';
import { sqsDeadLetters } from '../functions/adapters/sqs-dead-letters.ts';
import { sqsUploads } from '../functions/adapters/sqs-uploads.ts';
import type {
  Bodies,
  Objects,
  ReconcileDependencies,
  RedriveDependencies,
  Reports,
} from '../functions/dependencies.ts';
import { findStack, type StackChoice } from './find-stack.ts';

const wait = async (milliseconds: number) => {
  await setTimeout(milliseconds);
};

/** The stores that the command reads from and drops into. */
export interface Stores {
  readonly reader: Reader;
  readonly reports: Reports;
  readonly roster: RosterStore;
  readonly bodies: Bodies;
  readonly objects: Objects;
  /** Changes after a position of the feed, at most so many. */
  changesSince(cursor: number, limit: number): Promise<FeedEntry[]>;
  /** Who may use the API. */
  readonly users: Users;
  readonly s3: S3Client;
  readonly inboxBucket: string;
  readonly inboxPrefix: string;
  /** What comparing the inbox with the ledger, and having uploads taken up again, need. */
  readonly upkeep: ReconcileDependencies & RedriveDependencies;
  close(): void;
}

/**
 * Connects to a stack: the one that runs on this machine, or a deployed one.
 * @throws Complaint when there is none
 */
export async function openStores(choice: StackChoice): Promise<Stores> {
  const stack = await findStack(choice);
  const { InboxBucket, InboxPrefix, EvidenceBucket, TableName, UploadQueueUrl, DeadLetterQueueUrl } = stack.outputs;
  const dynamodb = new DynamoDBClient(stack.dynamodb);
  const documents = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const sqs = new SQSClient({ ...stack.sqs, useQueueUrlAsEndpoint: stack.sqs.endpoint === undefined });
  const s3 = new S3Client(stack.s3);
  const roster = dynamodbRoster(documents, TableName);
  const reader = dynamodbReader(documents, TableName);
  return {
    reader,
    reports: dynamodbReports(documents, TableName, wait),
    roster,
    bodies: rosterBodies(roster),
    objects: s3Objects(s3, EvidenceBucket),
    changesSince: (cursor, limit) => changesSince(documents, TableName, cursor, limit),
    users: dynamodbUsers(documents, TableName),
    s3,
    inboxBucket: InboxBucket,
    inboxPrefix: InboxPrefix,
    upkeep: {
      inbox: s3Inbox(s3, InboxBucket, InboxPrefix),
      ledger: dynamodbLedger(documents, TableName),
      upkeep: dynamodbUpkeep(documents, TableName, wait),
      ledgerOfDay: reader.ledgerOfDay,
      queue: sqsUploads(sqs, UploadQueueUrl),
      deadLetters: sqsDeadLetters(sqs, DeadLetterQueueUrl),
      clock: () => new Date(),
    },
    close() {
      dynamodb.destroy();
      s3.destroy();
      sqs.destroy();
    },
  };
}

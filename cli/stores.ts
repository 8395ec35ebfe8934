import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamodbReader, type Reader } from '../functions/adapters/dynamodb-reader.ts';
import { dynamodbReports } from '../functions/adapters/dynamodb-reports.ts';
import { dynamodbRoster, type RosterStore } from '../functions/adapters/dynamodb-roster.ts';
import { rosterBodies } from '../functions/adapters/roster-bodies.ts';
import type { Bodies, Reports } from '../functions/dependencies.ts';
import { DEFAULT_DATA_DIR } from '../local/data-dir/data-dir.ts';
import { findRunningCloud } from '../local/data-dir/running-cloud.ts';
import { Complaint } from './complaint.ts';

const wait = async (milliseconds: number) => {
  await setTimeout(milliseconds);
};

/** The stores that the command reads from and drops into. */
export interface Stores {
  readonly reader: Reader;
  readonly reports: Reports;
  readonly roster: RosterStore;
  readonly bodies: Bodies;
  readonly s3: S3Client;
  readonly inboxBucket: string;
  readonly inboxPrefix: string;
  close(): void;
}

/**
 * Connects to the cloud that runs on this machine.
 * @throws Complaint when none runs
 */
export async function openStores(dataDir: string = DEFAULT_DATA_DIR): Promise<Stores> {
  const cloud = await findRunningCloud(dataDir);
  if (!cloud) {
    throw new Complaint({
      zh: `没有在运行（${dataDir}）。请先在另一个终端执行 npm start。`,
      en: `Nothing is running on ${dataDir}. Run npm start in another terminal first.`,
    });
  }
  const { region, credentials, endpoints, outputs } = cloud;
  const { InboxBucket, InboxPrefix, TableName } = outputs;
  if (!InboxBucket || !TableName) throw new Error('the running stack has no outputs InboxBucket and TableName');
  const dynamodb = new DynamoDBClient({ region, credentials, endpoint: endpoints.dynamodb });
  const documents = DynamoDBDocumentClient.from(dynamodb);
  const s3 = new S3Client({ region, credentials, endpoint: endpoints.s3, forcePathStyle: true });
  const roster = dynamodbRoster(documents, TableName);
  return {
    reader: dynamodbReader(documents, TableName),
    reports: dynamodbReports(documents, TableName, wait),
    roster,
    bodies: rosterBodies(roster),
    s3,
    inboxBucket: InboxBucket,
    inboxPrefix: InboxPrefix ?? 'inbox/',
    close() {
      dynamodb.destroy();
      s3.destroy();
    },
  };
}

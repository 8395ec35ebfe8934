import { setTimeout } from 'node:timers/promises';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand } from '@aws-sdk/client-s3';
import { gunzipSync, strFromU8 } from 'fflate';
import { dynamodbLedger } from '../../../functions/adapters/dynamodb-ledger.ts';
import { dynamodbReader } from '../../../functions/adapters/dynamodb-reader.ts';
import { dynamodbReports } from '../../../functions/adapters/dynamodb-reports.ts';
import { s3Objects } from '../../../functions/adapters/s3-objects.ts';
import { createTables } from '../../../local/table/create-tables.ts';
import { evidenceObjectKey } from '../../../records/keys.ts';
import { readTwice } from '../../../records/read-again.ts';
import { INDEXES, PRIMARY_KEY } from '../../../records/table-schema.ts';
import { LEAN_READERS } from '../../readers.ts';
import { assessHere } from '../ingest/assess-here.ts';
import { digest, logInto, NAMED_BODIES, TestClock, type World } from '../ingest/world.ts';
import type { Stores } from './stores.ts';

let worlds = 0;

/** Waits are cut short, so that a test of ten workers does not take as long as ten workers. */
const SHORT = 20;

/** A world over the real adapters, with a table and buckets of its own. */
export async function openAdapterWorld(
  stores: Stores,
): Promise<World & { readonly tableName: string; readonly buckets: { inbox: string; evidence: string } }> {
  worlds += 1;
  const { s3, dynamodb } = stores;
  const names = { table: `reports-${worlds}`, inbox: `inbox-${worlds}`, evidence: `evidence-${worlds}` };
  const clock = new TestClock();
  stores.setClock(clock.now);
  await createTables(stores.tablesEndpoint, [tableNamed(names.table)]);
  await stores.objects.createBucket(names.inbox, { versioned: true });
  await stores.objects.createBucket(names.evidence);
  const wait = async (milliseconds: number) => {
    await setTimeout(milliseconds / SHORT);
  };
  const logged: string[] = [];
  return {
    tableName: names.table,
    buckets: names,
    clock,
    logged,
    reader: dynamodbReader(dynamodb, names.table),
    deps: {
      objects: s3Objects(s3, names.evidence),
      ledger: dynamodbLedger(dynamodb, names.table),
      reports: dynamodbReports(dynamodb, names.table, wait),
      bodies: NAMED_BODIES,
      assess: assessHere,
      readAgain: (bytes) => readTwice(bytes, LEAN_READERS),
      clock: clock.now,
      log: logInto(logged),
      digest,
      wait,
    },
    async upload(key, bytes) {
      const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: names.inbox, Key: key, Body: bytes }));
      return { bucket: names.inbox, key, versionId: VersionId ?? '' };
    },
    async remove({ bucket, key, versionId }) {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
    },
    async hide({ bucket, key }) {
      const { VersionId } = await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
      return { bucket, key, versionId: VersionId ?? '' };
    },
    async evidence(sha256) {
      try {
        const found = await s3.send(new GetObjectCommand({ Bucket: names.evidence, Key: evidenceObjectKey(sha256) }));
        const content: unknown = JSON.parse(
          strFromU8(gunzipSync((await found.Body?.transformToByteArray()) ?? new Uint8Array())),
        );
        return content;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}

/** The table as cdk/constructs/report-table.ts makes it of records/table-schema.ts. */
function tableNamed(name: string): Parameters<typeof createTables>[1][number] {
  const keySchema = ({ partition, sort }: { partition: string; sort: string }) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const keys = [PRIMARY_KEY, ...Object.values(INDEXES)];
  return {
    name,
    KeySchema: keySchema(PRIMARY_KEY),
    AttributeDefinitions: keys.flatMap(({ partition, sort }) =>
      [partition, sort].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    ),
    GlobalSecondaryIndexes: Object.values(INDEXES).map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'ALL' as const },
    })),
  };
}

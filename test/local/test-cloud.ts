import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { type LocalCloud, type LocalCloudOptions, type Progress, startLocalCloud } from '../../local/start.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { PRIMARY_KEY } from '../../records/table-schema.ts';

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-local-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestCloud extends LocalCloud {
  readonly progress: Progress[];
  /** Upload an object; resolves with its version. */
  put(key: string, content: string | Buffer): Promise<string>;
  /** Items by partition key. */
  items(partition: string): Promise<Record<string, string | undefined>[]>;
}

/** A local cloud that is stopped after the test. */
export async function startTestCloud(
  options: Partial<LocalCloudOptions> & Pick<LocalCloudOptions, 'assembly'>,
): Promise<TestCloud> {
  const progress: Progress[] = [];
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const cloud = await startLocalCloud({ onProgress: (one) => progress.push(one), ...options, dataDir });
  const connection = { region: LOCAL.region, credentials: { ...LOCAL_CREDENTIALS } };
  const s3 = new S3Client({ ...connection, endpoint: cloud.endpoints.s3, forcePathStyle: true });
  const dynamodb = new DynamoDBClient({ ...connection, endpoint: cloud.endpoints.dynamodb });
  onTestFinished(async () => {
    s3.destroy();
    dynamodb.destroy();
    await cloud.stop();
  });
  return {
    ...cloud,
    progress,
    async put(key, content) {
      const { VersionId } = await s3.send(
        new PutObjectCommand({ Bucket: cloud.outputs.InboxBucket, Key: key, Body: content }),
      );
      return VersionId ?? '';
    },
    async items(partition) {
      const query: QueryCommandInput = {
        TableName: cloud.outputs.TableName,
        KeyConditionExpression: '#partition = :value',
        ExpressionAttributeNames: { '#partition': PRIMARY_KEY.partition },
        ExpressionAttributeValues: { ':value': { S: partition } },
      };
      const { Items = [] } = await dynamodb.send(new QueryCommand(query));
      return Items.map((item) =>
        Object.fromEntries(Object.entries(item).map(([name, value]) => [name, value.S ?? value.N])),
      );
    },
  };
}

/** The log of the function that reads uploads. */
export async function findLog(folder: string): Promise<string> {
  const [name = ''] = (await readdir(folder)).filter((file) => file.includes('IngestHandlerFunction'));
  return join(folder, name);
}

/** How often the recording handler was given each version of a key. */
export async function triesOf(cloud: TestCloud, key: string): Promise<number[]> {
  return (await cloud.items(`tries ${key}`)).map(({ tries }) => Number(tries));
}

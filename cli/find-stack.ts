import { readFile } from 'node:fs/promises';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { findRunningCloud } from '../local/data-dir/running-cloud.ts';
import { Complaint } from './complaint.ts';

/** Which stack a command talks to: one that was deployed, or the one that runs on this machine. */
export interface StackChoice {
  readonly dataDir: string;
  /** The file that `cdk deploy --outputs-file` wrote. */
  readonly stackOutputs?: string | undefined;
}

/** What the clients of a stack are made with. In AWS region and credentials come from the environment, as ever. */
type ClientConfig = Pick<S3ClientConfig, 'region' | 'credentials'> & { readonly endpoint?: string };

/** A stack that can be asked. */
export interface Stack {
  readonly outputs: {
    readonly InboxBucket: string;
    readonly InboxPrefix: string;
    readonly EvidenceBucket: string;
    readonly TableName: string;
    readonly UploadQueueUrl: string;
    readonly DeadLetterQueueUrl: string;
  };
  readonly s3: ClientConfig & Pick<S3ClientConfig, 'forcePathStyle'>;
  readonly dynamodb: ClientConfig;
  readonly sqs: ClientConfig;
}

const outputsSchema = z.object({
  InboxBucket: z.string().min(1),
  InboxPrefix: z.string().min(1),
  EvidenceBucket: z.string().min(1),
  TableName: z.string().min(1),
  UploadQueueUrl: z.string().min(1),
  DeadLetterQueueUrl: z.string().min(1),
});

/** The file has one object for each stack that was deployed with it. */
const fileSchema = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Finds the stack that a command talks to.
 * @throws Complaint when none runs here, or when the file names none of ours
 */
export function findStack({ dataDir, stackOutputs }: StackChoice): Promise<Stack> {
  return stackOutputs === undefined ? findHere(dataDir) : findDeployed(stackOutputs);
}

async function findHere(dataDir: string): Promise<Stack> {
  const cloud = await findRunningCloud(dataDir);
  if (!cloud) {
    throw new Complaint({
      zh: `没有在运行（${dataDir}）。请先在另一个终端执行 npm start；要使用已部署的堆栈，请给出 --stack-outputs。`,
      en: `Nothing is running on ${dataDir}. Run npm start in another terminal first, or name a deployed stack with --stack-outputs.`,
    });
  }
  const { region, credentials, endpoints, outputs } = cloud;
  return {
    outputs: outputsSchema.parse(outputs),
    s3: { region, credentials, endpoint: endpoints.s3, forcePathStyle: true },
    dynamodb: { region, credentials, endpoint: endpoints.dynamodb },
    sqs: { region, credentials, endpoint: endpoints.sqs },
  };
}

async function findDeployed(file: string): Promise<Stack> {
  return { outputs: await readOutputs(file, outputsSchema), s3: {}, dynamodb: {}, sqs: {} };
}

/**
 * The outputs of our stack, from the file that `cdk deploy --outputs-file` wrote.
 * @throws Complaint when there is no such file, or no stack in it that has them
 */
export async function readOutputs<Outputs>(file: string, schema: z.ZodType<Outputs>): Promise<Outputs> {
  const stacks = fileSchema.safeParse(await readJson(file));
  for (const outputs of Object.values(stacks.data ?? {})) {
    const own = schema.safeParse(outputs);
    if (own.success) return own.data;
  }
  throw new Complaint({
    zh: `${file} 不是 cdk deploy --outputs-file 写出的文件，或其中没有 gouji 的堆栈。`,
    en: `${file} was not written by cdk deploy --outputs-file, or has no stack of gouji in it.`,
  });
}

/** @throws Complaint when there is no such file */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw new Complaint({ zh: `无法读取文件 ${file}。`, en: `Cannot read the file ${file}.` });
  }
}

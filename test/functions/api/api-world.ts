import type { APIGatewayProxyEvent } from 'aws-lambda';
import { dynamodbRoster } from '../../../functions/adapters/dynamodb-roster.ts';
import { dynamodbUsers } from '../../../functions/adapters/dynamodb-users.ts';
import { makeApiHandler } from '../../../functions/api/make-api-handler.ts';
import { type User, userSchema } from '../../../records/user.ts';
import { openAdapterWorld } from '../adapters/adapter-world.ts';
import type { Stores } from '../adapters/stores.ts';
import type { World } from '../ingest/world.ts';

const ACCOUNT = 'arn:aws:iam::123456789012:user/';

/** One user of each role, and an office that handed nothing in. */
export const USERS = {
  reader: { name: '读者', role: 'reader', office: null },
  reviewer: { name: '审核员甲', role: 'reviewer', office: null },
  other: { name: '审核员乙', role: 'reviewer', office: null },
  approver: { name: '审批人', role: 'approver', office: null },
  office: { name: '鹿城区政务公开办', role: 'office', office: '鹿城区' },
  stranger: { name: '瓯海区政务公开办', role: 'office', office: '瓯海区' },
} as const satisfies Record<string, Omit<User, 'principal'>>;
export type UserId = keyof typeof USERS;

interface Ask {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  /** Of a JSON answer. */
  readonly json: unknown;
}

export interface ApiWorld extends World {
  readonly tableName: string;
  readonly buckets: { readonly inbox: string };
  /** @param path below `/api/v1`, encoded */
  ask(user: UserId | 'nobody', method: string, path: string, more?: Ask): Promise<Answer>;
}

/** The API over the real adapters, with reports that the test ingests. */
export async function openApiWorld(stores: Stores): Promise<ApiWorld> {
  const world = await openAdapterWorld(stores);
  const { tableName, buckets } = world;
  const users = dynamodbUsers(stores.dynamodb, tableName);
  for (const [id, user] of Object.entries(USERS))
    await users.keep(userSchema.parse({ ...user, principal: ACCOUNT + id }));
  const entry = { name: '瓯海区教育局', aliases: [], office: '瓯海区', level: 'county' as const };
  await dynamodbRoster(stores.dynamodb, tableName).importRoster([entry], world.clock.now());
  const handler = makeApiHandler(
    { dynamodb: stores.dynamodb, s3: stores.s3 },
    { TABLE_NAME: tableName, INBOX_BUCKET: buckets.inbox, EVIDENCE_BUCKET: buckets.evidence },
  );
  return {
    ...world,
    async ask(user, method, path, more = {}) {
      const result = await handler(eventOf(user, method, path, more));
      const bytes = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
      const headers = result.headers ?? {};
      const json: unknown = headers['content-type'] === 'application/json' ? JSON.parse(bytes.toString()) : undefined;
      return { status: result.statusCode, headers, bytes, json };
    },
  };
}

function eventOf(user: UserId | 'nobody', method: string, path: string, { query = {}, body, headers = {} }: Ask) {
  const event: Partial<APIGatewayProxyEvent> = {
    httpMethod: method,
    path: `/api/v1${path}`,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    multiValueQueryStringParameters: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])),
    body: body === undefined ? null : JSON.stringify(body),
    isBase64Encoded: false,
  };
  // What the handler reads of the context is only who asks.
  const requestContext = { identity: { userArn: ACCOUNT + user } } as APIGatewayProxyEvent['requestContext'];
  return { ...event, requestContext } as APIGatewayProxyEvent;
}

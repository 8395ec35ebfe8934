import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import { OPERATIONS, type Operation, type OperationId } from '../../records/contract/api/operations.ts';
import { PROBLEMS } from '../../records/contract/api/problem.ts';
import type { Sight } from '../../records/queue/narrow-queue.ts';
import type { User } from '../../records/user.ts';
import { TryAgain } from '../try-again.ts';
import type { ApiStores } from './api-stores.ts';
import type { Call, FileAnswer } from './call.ts';
import { PERFORM } from './operations/perform.ts';
import { Refusal, refuse } from './refusal.ts';

/** What the server knows of a request beside the request. */
export interface Asked {
  readonly principal: string | undefined;
}

type Bindings = { readonly Bindings: Asked };

/** API Gateway takes 10 MB, and a function may answer with 6, of which encoding takes a quarter. */
const MOST_ANSWER_BYTES = 4_000_000;

/** Every operation at its path; whoever is not known, or whose role is not named, gets nothing. */
export function routeOperations(
  stores: ApiStores,
  onFault: (operation: string, fault: unknown) => void,
): Hono<Bindings> {
  const app = new Hono<Bindings>();
  const ids = Object.keys(OPERATIONS) as OperationId[];
  for (const id of ids) {
    const operation: Operation = OPERATIONS[id];
    const path = `/api/v1${operation.path.replaceAll(/\{(\w+)\}/gu, ':$1')}`;
    app.on(operation.method, path, async (context) => {
      const answer = await perform(id, operation, context, stores);
      return answer instanceof Refusal ? refused(answer) : answered(answer, stores);
    });
  }
  app.notFound(() => refused(refuse('not-found')));
  app.onError((fault, context) => {
    onFault(`${context.req.method} ${context.req.routePath}`, fault);
    return refused(refuse('out-of-order'));
  });
  return app;
}

async function perform(
  id: OperationId,
  operation: Operation,
  { req, env }: Context<Bindings>,
  stores: ApiStores,
): Promise<unknown> {
  const user = env.principal === undefined ? undefined : await stores.users.find(env.principal);
  if (!user) return refuse('not-known');
  const sight = sightOf(operation, user);
  if (!sight) return refuse('not-allowed');
  const query = readPart(operation.query, req.query());
  if (query instanceof Refusal) return query;
  const body = operation.body ? readPart(operation.body, await req.json().catch(() => undefined)) : undefined;
  if (body instanceof Refusal) return body;
  const requestKey = req.header('idempotency-key')?.slice(0, 200);
  const call = { user, sight, params: req.param(), query, body, requestKey };
  try {
    // The parts of the call were read by the very schemas of this operation.
    return await (PERFORM[id] as (call: Call, stores: ApiStores) => Promise<unknown>)(call as Call, stores);
  } catch (fault) {
    if (fault instanceof TryAgain) return refuse('out-of-order');
    throw fault;
  }
}

/** How far the operation reaches for this user; nothing where it is refused. */
function sightOf({ access }: Operation, { role, office }: User): Sight | undefined {
  const scope = access[role];
  if (scope === 'all') return 'all';
  return scope === 'own-office' && office !== null ? { office } : undefined;
}

function readPart(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.join('.') || '–';
  return refuse('bad-request', {
    message: {
      zh: `请求中的「${field}」不符合接口说明，请修改后再试。`,
      en: `“${field}” of the request is not as the API describes it: ${issue?.message ?? ''}`,
    },
  });
}

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

const refused = ({ problem }: Refusal): Response =>
  Response.json(problem, { status: PROBLEMS[problem.code], headers: HEADERS });

async function answered(answer: unknown, { links }: ApiStores): Promise<Response> {
  if (!isFile(answer)) {
    const text = JSON.stringify(answer);
    if (Buffer.byteLength(text) > MOST_ANSWER_BYTES) return refused(refuse('too-large'));
    return new Response(text, { headers: { ...HEADERS, 'content-type': 'application/json' } });
  }
  const { bytes, contentType, fileName } = answer;
  if (bytes.length > MOST_ANSWER_BYTES) {
    const { url } = await links.keepExport(answer);
    return new Response(null, { status: 303, headers: { ...HEADERS, location: url } });
  }
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return new Response(Buffer.from(bytes), {
    headers: { ...HEADERS, 'content-type': contentType, 'content-disposition': disposition },
  });
}

const isFile = (answer: unknown): answer is FileAnswer =>
  typeof answer === 'object' && answer !== null && 'bytes' in answer && answer.bytes instanceof Uint8Array;

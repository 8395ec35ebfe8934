import { SignatureV4, type SignatureV4CryptoInit, type SignatureV4Init } from '@smithy/signature-v4';
import type { AnswerApi, FrontAnswer, FrontRequest } from '../../local/web/front-request.ts';
import { PROBLEMS } from '../../records/contract/api/problem.ts';
import { explainRefusal, reasonOf } from './explain-refusal.ts';

/** A stack's API, and who calls it. */
interface Behind extends Pick<SignatureV4Init & SignatureV4CryptoInit, 'region' | 'credentials' | 'sha256'> {
  /** Ends with `/api/v1`. */
  readonly url: string;
}

/** What the API reads. No cookie, and nothing that says who asks, goes beyond this machine. */
const SENT = ['accept', 'content-type', 'idempotency-key'];

/** What the browser needs of an answer; nothing that could loosen what the front says of the page. */
const HANDED_ON = ['cache-control', 'content-disposition', 'content-type', 'location', 'retry-after'];

const BELOW = '/api/v1';

/** API Gateway gives up after 29 seconds. */
const PATIENCE_MS = 35_000;

/** Answer requests by the API of a deployed stack, signed with the credentials of whoever runs this. */
export function answerByStack({ url, ...signing }: Behind): AnswerApi {
  const signer = new SignatureV4({ service: 'execute-api', ...signing });
  const api = new URL(url);
  return async (request) => {
    const path = tidyPath(`${api.pathname}${request.path.slice(BELOW.length)}`);
    // What API Gateway answers to a path that does not lead below the API.
    if (path === undefined) return { status: 404, headers: {}, body: '' };
    const asked = describe(request, api, path);
    const signed = await signer.sign(asked).catch(() => undefined);
    if (!signed) return problem('no-credentials');
    const { host: _, ...headers } = signed.headers;
    const answer = await fetch(`${api.origin}${path}${queryOf(asked.query)}`, {
      method: request.method,
      headers,
      ...(asked.body && { body: asked.body }),
      // A large export is a link, which the browser follows by itself and without our signature.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined);
    return answer ? handOn(answer) : problem('out-of-reach');
  };
}

function describe(
  { method, query, headers, body }: FrontRequest,
  { protocol, hostname, host, port }: URL,
  path: string,
) {
  const sent = SENT.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    method,
    protocol,
    hostname,
    ...(port !== '' && { port: Number(port) }),
    path,
    query: Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
    headers: { ...Object.fromEntries(sent), host },
    ...(body.length > 0 && method !== 'GET' && method !== 'HEAD' && { body: new Uint8Array(body) }),
  };
}

async function handOn(answer: Response): Promise<FrontAnswer> {
  const errorType = answer.headers.get('x-amzn-errortype');
  if (errorType !== null) return problem(reasonOf(errorType));
  const headers = HANDED_ON.flatMap((name): [string, string][] => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const body = await answer.arrayBuffer().catch(() => undefined);
  if (!body) return problem('out-of-reach');
  return { status: answer.status, headers: Object.fromEntries(headers), body: new Uint8Array(body) };
}

function problem(reason: Parameters<typeof explainRefusal>[0]): FrontAnswer {
  const body = explainRefusal(reason);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { status: PROBLEMS[body.code], headers, body: JSON.stringify(body) };
}

/** Encoded as a signature encodes, which signs what is sent; undefined for one that leads elsewhere. */
function tidyPath(path: string): string | undefined {
  try {
    const parts = path.split('/').map(decodeURIComponent);
    return parts.some((part) => part === '.' || part === '..') ? undefined : parts.map(encode).join('/');
  } catch {
    return undefined;
  }
}

function queryOf(query: Readonly<Record<string, readonly string[]>>): string {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    values.map((value) => `${encode(name)}=${encode(value)}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

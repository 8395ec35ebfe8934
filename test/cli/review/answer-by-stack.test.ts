import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerByStack } from '../../../cli/review/answer-by-stack.ts';
import type { HeldPort } from '../../../local/web/hold-port.ts';
import { startFront } from '../../../local/web/start-front.ts';
import { CALLER, isSigned, REGION } from './verify-signature.ts';

// In place of API Gateway a server that looks at signatures as it does, and answers what the test wants.

interface Heard {
  readonly signed: boolean;
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let gateway: Server;
let front: HeldPort;
let api: string;
let heard: Heard[];
let answer: (response: ServerResponse) => void;

const { sha256 } = new S3Client({ region: REGION }).config;

async function startWith(credentials: () => Promise<typeof CALLER>): Promise<HeldPort> {
  return startFront({
    port: 0,
    page: '/nowhere',
    answerApi: answerByStack({ url: `${api}/live/api/v1`, region: REGION, credentials, sha256 }),
    store: 'https://inbox.s3.cn-north-1.amazonaws.com.cn',
    onFault: (fault) => {
      throw fault;
    },
  });
}

beforeAll(async () => {
  gateway = createServer(async (message, response) => {
    const parts: Buffer[] = [];
    for await (const part of message) parts.push(part);
    const body = Buffer.concat(parts);
    const { method, url, headers } = message;
    heard.push({ signed: isSigned(message, body), method, url, headers, body });
    answer(response);
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const address = gateway.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port');
  api = `http://127.0.0.1:${address.port}`;
  front = await startWith(async () => CALLER);
});
beforeEach(() => {
  heard = [];
  answer = (response) => response.setHeader('content-type', 'application/json').end('{"ok":true}');
});
afterAll(async () => {
  await front.close();
  gateway.close();
  gateway.closeAllConnections();
});

const ask = (path: string, init: RequestInit = {}) => fetch(`${front.endpoint}/api/v1${path}`, init);
const askStraight = (url: string, path: string) =>
  answerByStack({ url, region: REGION, credentials: CALLER, sha256 })({
    method: 'GET',
    path: `/api/v1${path}`,
    query: new URLSearchParams(),
    headers: new Headers(),
    body: Buffer.alloc(0),
  });
const own = () => ({ origin: front.endpoint });

describe('a request is signed as its caller', () => {
  test.each([
    ['plain', '/me', '/live/api/v1/me'],
    [
      'a Chinese body and a slash in its name',
      `/reports/${encodeURIComponent('n:平潭/县 (新)')}/2020`,
      '/live/api/v1/reports/n%3A%E5%B9%B3%E6%BD%AD%2F%E5%8E%BF%20%28%E6%96%B0%29/2020',
    ],
    ['a percent sign in a name', '/reports/100%25/2020', '/live/api/v1/reports/100%25/2020'],
    ['what a browser leaves as it is', "/reports/a!b'c*d~e/2020", '/live/api/v1/reports/a%21b%27c%2Ad~e/2020'],
    [
      'a query, sorted otherwise than sent',
      '/findings?year=2020&q=%E5%92%8C+%E8%B0%90&rule=b&rule=a&Z=&cursor=a%2Bb%3D%3D',
      '/live/api/v1/findings?year=2020&q=%E5%92%8C%20%E8%B0%90&rule=b&rule=a&Z=&cursor=a%2Bb%3D%3D',
    ],
  ])('%s', async (_, path, url) => {
    expect(await (await ask(path)).json()).toEqual({ ok: true });
    expect(heard).toMatchObject([{ signed: true, method: 'GET', url }]);
  });

  test('with its body, byte for byte, and the key that makes a repeat harmless', async () => {
    const body = randomBytes(300_000);
    await ask('/decisions', {
      method: 'POST',
      headers: { ...own(), 'content-type': 'application/json', 'idempotency-key': 'once' },
      body,
    });
    expect(heard).toMatchObject([{ signed: true, method: 'POST', headers: { 'idempotency-key': 'once' } }]);
    expect(heard[0]?.body.equals(body)).toBe(true);
  });

  test('and a signature that does not hold would be seen', async () => {
    const { authorization, ...rest } = await ask('/me').then(() => heard[0]?.headers ?? {});
    const message = { method: 'GET', url: '/live/api/v1/other', headers: { authorization, ...rest } };
    // A stand-in for what Node hands to a server, of which nothing else is looked at.
    expect(isSigned(message as Parameters<typeof isSigned>[0], Buffer.alloc(0))).toBe(false);
  });

  test('nothing that the browser says of itself goes along', async () => {
    await ask('/me', {
      headers: { cookie: 'gouji-user=approver', authorization: 'Basic eDp5', 'x-forwarded-for': '::1' },
    });
    const { cookie, authorization, 'x-forwarded-for': forwarded, origin } = heard[0]?.headers ?? {};
    expect([cookie, forwarded, origin]).toEqual([undefined, undefined, undefined]);
    expect(authorization).toMatch(/^AWS4-HMAC-SHA256 /);
    expect(heard[0]?.signed).toBe(true);
  });

  // Straight, since a client that is kind to servers would not send these.
  test.each(['/%2e%2e/%2e%2e/other', '/../x', '/a/.%2E', '/%zz', '/a%2fb/./c'])(
    'nothing is signed that leads elsewhere: %s',
    async (path) => {
      const { status } = await askStraight(`${api}/live/api/v1`, path);
      expect([status, heard]).toEqual([404, []]);
    },
  );

  test('nor one that another page sends', async () => {
    const { status } = await ask('/decisions', {
      method: 'POST',
      headers: { origin: 'http://evil.example.org' },
      body: '{}',
    });
    expect([status, heard]).toEqual([403, []]);
  });
});

describe('an answer', () => {
  test('of 4 MB comes back as it was', async () => {
    const bytes = randomBytes(4_000_000);
    answer = (response) =>
      response
        .setHeader('content-type', 'application/vnd.apache.parquet')
        .setHeader('content-disposition', 'attachment; filename="figures.parquet"')
        .end(bytes);
    const got = await ask('/exports/figures.parquet');
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="figures.parquet"');
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('that leads to a link is for the browser to follow', async () => {
    const location = 'https://evidence.s3.cn-north-1.amazonaws.com.cn/exports/x?X-Amz-Signature=1';
    answer = (response) => response.writeHead(303, { location }).end();
    const got = await ask('/exports/figures.csv', { redirect: 'manual' });
    expect([got.status, got.headers.get('location'), heard.length]).toEqual([303, location, 1]);
  });

  test('of the API says why in its own words', async () => {
    const problem = { code: 'conflict', message: { zh: '已有结论', en: 'Decided' } };
    answer = (response) => response.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify(problem));
    const got = await ask('/decisions', { method: 'POST', headers: own(), body: '{}' });
    expect([got.status, await got.json()]).toEqual([409, problem]);
  });

  test('cannot loosen what holds for the page, nor set a cookie', async () => {
    answer = (response) =>
      response
        .writeHead(200, {
          'content-security-policy': "default-src *; script-src 'unsafe-inline'",
          'set-cookie': 'a=b',
          'access-control-allow-origin': '*',
        })
        .end('{}');
    const { headers } = await ask('/me');
    expect(headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://inbox.s3.cn-north-1.amazonaws.com.cn;",
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect([headers.get('set-cookie'), headers.get('access-control-allow-origin')]).toEqual([null, null]);
  });
});

describe('who is not let in is told why, in both languages', () => {
  // Messages as API Gateway words them.
  test.each([
    ['ExpiredTokenException', 403, 'The security token included in the request is expired', 401, /重新登录/, /Sign in/],
    ['InvalidSignatureException', 403, 'Signature expired: 20261123T000000Z is now earlier', 401, /核对时间/, /clock/],
    [
      'UnrecognizedClientException',
      403,
      'The security token included in the request is invalid.',
      401,
      /凭证/,
      /credentials/,
    ],
    [
      'AccessDeniedException',
      403,
      'User: arn:aws-cn:iam::1:user/x is not authorized',
      403,
      /UserPolicyArn/,
      /UserPolicyArn/,
    ],
    ['TooManyRequestsException', 429, 'Too Many Requests', 503, /频繁/, /too many/],
    ['InternalServerErrorException', 502, 'Internal server error', 503, /接口出错/, /failed/],
  ])('%s', async (errorType, given, message, status, zh, en) => {
    answer = (response) =>
      response.writeHead(given, { 'x-amzn-errortype': errorType }).end(JSON.stringify({ message }));
    const got = await ask('/me');
    const said = await got.json();
    expect(got.status).toBe(status);
    expect(said).toEqual({
      code: expect.any(String),
      message: { zh: expect.stringMatching(zh), en: expect.stringMatching(en) },
    });
  });

  test('without credentials', async () => {
    const other = await startWith(() => Promise.reject(new Error('The SSO session has expired')));
    const got = await fetch(`${other.endpoint}/api/v1/me`);
    const said = await got.text();
    await other.close();
    expect([got.status, heard]).toEqual([401, []]);
    expect(said).toContain('重新登录');
  });

  test('by a stack that is not there', async () => {
    const port = 0;
    const { status, body } = await askStraight(`http://127.0.0.1:${port}/live/api/v1`, '/me');
    expect(status).toBe(503);
    expect(JSON.parse(String(body)).message.en).toContain('cannot be reached');
  });
});

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findFreePort } from '../../../local/find-free-port.ts';
import type { FrontRequest } from '../../../local/web/front-request.ts';
import type { HeldPort } from '../../../local/web/hold-port.ts';
import { startFront } from '../../../local/web/start-front.ts';

const STORE = 'http://127.0.0.1:4001';
let folder: string;
let port: number;
let front: HeldPort;
let faults: unknown[];
let asked: FrontRequest[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-front-'));
  const page = join(folder, 'page');
  await mkdir(page);
  await writeFile(join(page, 'index.html'), '<!doctype html><title>勾稽</title>');
  await writeFile(join(page, 'main.js'), 'export {};');
  await writeFile(join(folder, 'secret.js'), 'not of the page');
  await symlink(join(folder, 'secret.js'), join(page, 'linked.js'));
  port = await findFreePort(0);
  front = await startFront({
    port,
    page,
    store: STORE,
    onFault: (fault) => faults.push(fault),
    async answerApi(one) {
      asked.push(one);
      if (one.path.endsWith('/fails')) throw new Error('the function failed');
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
    },
  });
});
beforeEach(() => {
  faults = [];
  asked = [];
});
afterAll(async () => {
  await front.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** By hand, since a client that is kind to servers would not send these. */
function ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const own = () => ({ origin: `http://127.0.0.1:${port}` });

describe('who is answered', () => {
  test.each([
    ['a name that was made to lead here', '/', { headers: { host: 'evil.example.org' } }, 421],
    ['that name with our port', '/api/v1/me', { headers: { host: 'evil.example.org:8787' } }, 421],
    ['another port', '/', { headers: { host: '127.0.0.1:1' } }, 421],
    ['a change from another origin', '/api/v1/decisions', { method: 'POST', headers: { origin: STORE } }, 403],
    ['a change from a page without one', '/api/v1/decisions', { method: 'POST', headers: { origin: 'null' } }, 403],
    ['a change that does not say whence', '/api/v1/decisions', { method: 'POST' }, 403],
    ['a deletion from another origin', '/api/v1/x', { method: 'DELETE', headers: { origin: STORE } }, 403],
    ['a question from another origin', '/api/v1/me', { headers: { origin: 'http://evil.example.org' } }, 403],
    ['a picture on a page of another site', '/api/v1/me', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['another server of this machine', '/api/v1/me', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
    ['a preflight', '/api/v1/decisions', { method: 'OPTIONS', headers: { origin: STORE } }, 403],
  ])('not %s', async (_, path, how, status) => {
    expect((await ask(path, how)).status).toBe(status);
    expect(asked).toEqual([]);
  });

  test('our own page, whoever is no browser, and a link to the page from elsewhere', async () => {
    const host = `localhost:${port}`;
    const change = { method: 'POST', body: Buffer.from('{}') };
    expect((await ask('/api/v1/decisions', { ...change, headers: own() })).status).toBe(200);
    expect((await ask('/api/v1/decisions', { ...change, headers: { host, origin: `http://${host}` } })).status).toBe(
      200,
    );
    expect((await ask('/api/v1/me')).status).toBe(200);
    expect((await ask('/queue', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET']);
  });
});

describe('the page', () => {
  test('is given for every path of a screen, whatever is in it', async () => {
    for (const path of ['/', '/report/%E5%B9%B3%E6%BD%AD/2020', '/body/name.with.dots', '/triage?rule=row-sum']) {
      const { status, text, headers } = await ask(path);
      expect([status, text]).toEqual([200, '<!doctype html><title>勾稽</title>']);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
    }
    expect((await ask('/main.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/x/../../secret.js',
    '/linked.js',
    '/none.js',
    '/%00.js',
    '/%zz',
  ])('gives no file that is not of it: %s', async (path) => {
    const { status, text } = await ask(path);
    expect([status, text]).toEqual([404, 'Not found\n']);
  });

  test('says what the browser has to hold it to', async () => {
    for (const path of ['/', '/main.js', '/api/v1/me', '/none.js']) {
      const { headers } = await ask(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain(`connect-src 'self' ${STORE};`);
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test('is not written to', async () => {
    expect((await ask('/main.js', { method: 'PUT', headers: own(), body: Buffer.from('x') })).status).toBe(405);
  });
});

describe('the API', () => {
  test('hears path, query and body as they came', async () => {
    const body = Buffer.from([0, 255, 10, 228]);
    await ask('/api/v1/reports/n%3A%E5%B9%B3%2F/2020?rule=a&rule=b&q=%E5%92%8C', {
      method: 'POST',
      headers: own(),
      body,
    });
    expect(asked).toMatchObject([{ method: 'POST', path: '/api/v1/reports/n%3A%E5%B9%B3%2F/2020' }]);
    expect([...(asked[0]?.query ?? [])]).toEqual([
      ['rule', 'a'],
      ['rule', 'b'],
      ['q', '和'],
    ]);
    expect(asked[0]?.body.equals(body)).toBe(true);
  });

  test('is not asked with more than API Gateway takes', async () => {
    const most = 10 * 1024 ** 2;
    const send = (bytes: number) =>
      ask('/api/v1/uploads', { method: 'POST', headers: own(), body: Buffer.alloc(bytes) });
    expect((await send(most)).status).toBe(200);
    expect((await send(most + 1)).status).toBe(413);
    expect(asked).toHaveLength(1);
  });

  test('that fails is told of, without a word of why', async () => {
    const { status, text } = await ask('/api/v1/fails');
    expect(status).toBe(502);
    expect(text).not.toContain('the function failed');
    expect(faults.map(String)).toEqual(['Error: the function failed']);
  });
});

test('a page that was not built says so', async () => {
  const other = await findFreePort(0);
  const bare = await startFront({
    port: other,
    page: join(folder, 'none'),
    store: STORE,
    onFault: (fault) => faults.push(fault),
    answerApi: async () => ({ status: 200, headers: {}, body: '' }),
  });
  const answer = await fetch(bare.endpoint);
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run web')]);
  await bare.close();
});

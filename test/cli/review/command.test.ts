import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findFreePort } from '../../../local/find-free-port.ts';
import { runGouji } from '../run-gouji.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'gouji-review-'));
const file = join(folder, 'outputs.json');
writeFileSync(
  file,
  JSON.stringify({
    Gouji: { ApiUrl: 'https://a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn/live/api/v1', InboxBucket: 'inbox' },
  }),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('somebody without credentials gets the page, and is told at once what is missing', async () => {
  const port = await findFreePort(0);
  const child = spawn(
    process.execPath,
    ['cli/gouji.js', 'review', '--stack-outputs', file, '--port', String(port), '--lang', 'en'],
    // No credentials anywhere, and nobody asked for them.
    { cwd: PROJECT, env: { PATH: process.env.PATH, HOME: folder, AWS_EC2_METADATA_DISABLED: 'true', NO_COLOR: '1' } },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Ctrl-C stops')) resolve();
      });
      child.once('close', () => reject(new Error(said)));
    });
    expect(said).toContain(`http://127.0.0.1:${port}/  open it`);
    expect(said).toContain(`need http://127.0.0.1:${port} among pageOrigins`);
    expect(said).toContain('There are no AWS credentials');
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toContain('<title>');
    expect(page.headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://inbox.s3.cn-north-1.amazonaws.com.cn;",
    );
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/me`)).status).toBe(401);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}, 60_000);

test('a port that is taken is not exchanged for one that the inbox does not let in', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, stderr } = await runGouji('review', '--stack-outputs', file, '--port', port);
  other.close();
  expect([code, stderr]).toEqual([2, expect.stringContaining(`端口 ${port} 已被占用`)]);
});

test('a stack has to be named', async () => {
  const { code, stderr } = await runGouji('review');
  expect([code, stderr]).toEqual([2, expect.stringContaining('--stack-outputs')]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../local/start.ts';
import { ingestAssembly } from '../local/assemblies.ts';
import { runGouji } from './run-gouji.ts';

// The command and the API of one cloud: who is added by the one may do something by the other, from then on.

const dataDir = mkdtempSync(join(tmpdir(), 'gouji-users-'));
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await ingestAssembly(), dataDir, schedules: 'held' });
}, 150_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

const users = (...args: string[]) => runGouji('users', ...args, '--data-dir', dataDir);
const LOCAL = 'arn:aws:iam::000000000000:user/';

/** What the API answers somebody about themselves. */
async function me(id: string): Promise<{ status: number; said: unknown }> {
  const answer = await fetch(`${cloud.endpoints.web}/api/v1/me`, { headers: { cookie: `gouji-user=${id}` } });
  return { status: answer.status, said: await answer.json() };
}

describe('users', () => {
  test('nobody is there at first, and nobody gets in', async () => {
    expect((await users()).stdout).toBe('还没有用户。用 gouji users add 添加。\n');
    expect((await me('zhang-san')).status).toBe(401);
  });

  test('who is added may do what the role says, and is listed', async () => {
    const added = await users('add', `${LOCAL}zhang-san`, '--name', '张三', '--role', 'reader');
    expect([added.code, added.stdout]).toEqual([0, '已保存：张三（只读）\n']);
    expect(await me('zhang-san')).toMatchObject({ status: 200, said: { name: '张三', role: 'reader', office: null } });
    expect((await users('list', '--lang', 'en')).stdout).toMatch(
      /^张三 +reader +arn:aws:iam::000000000000:user\/zhang-san\n$/u,
    );
  });

  test('adding again changes what they may do', async () => {
    await users('add', `${LOCAL}zhang-san`, '--name', '张三', '--role', 'office', '--office', '鹿城区');
    expect(await me('zhang-san')).toMatchObject({ status: 200, said: { role: 'office', office: '鹿城区' } });
    expect((await users('list')).stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    ['arn:aws-cn:sts::123456789012:assumed-role/Reviewers/li.si@example.gov.cn', '李四'],
    ['oidc:5f9d1c7e|王五', '王五'],
  ])('%s is a principal as well', async (principal, name) => {
    expect((await users('add', principal, '--name', name, '--role', 'approver')).code).toBe(0);
    expect((await users('list')).stdout).toContain(principal);
    expect((await users('remove', principal)).stdout).toBe(`已移除：${principal}\n`);
    expect((await users('list')).stdout).not.toContain(principal);
  });

  test.each([
    ['a role, which never asks by itself', ['arn:aws:iam::123456789012:role/Reviewers', '--role', 'reader'], /ARN/u],
    ['a name of no cloud', ['zhang-san', '--role', 'reader'], /ARN/u],
    ['a token of nobody', ['oidc:', '--role', 'reader'], /ARN/u],
    ['an office that is not named', [`${LOCAL}x`, '--role', 'office'], /--office/u],
    ['an office that would lead elsewhere', [`${LOCAL}x`, '--role', 'office', '--office', '../鹿城'], /斜杠/u],
    ['a role that there is not', [`${LOCAL}x`, '--role', 'admin'], /reader, reviewer, approver, office/u],
    ['nothing to do', [`${LOCAL}x`], /--role/u],
  ])('%s is refused', async (_, args, reason) => {
    const { code, stderr } = await users('add', ...args, '--name', '某');
    expect([code, stderr]).toEqual([2, expect.stringMatching(reason)]);
    expect((await users('list')).stdout).not.toContain('某');
  });

  test('who is removed gets in no more, at once', async () => {
    expect((await me('zhang-san')).status).toBe(200);
    expect((await users('remove', `${LOCAL}zhang-san`)).stdout).toBe(`已移除：${LOCAL}zhang-san\n`);
    expect((await me('zhang-san')).status).toBe(401);
    const again = await users('remove', `${LOCAL}zhang-san`);
    expect([again.code, again.stderr]).toEqual([2, `没有这个用户：${LOCAL}zhang-san\n`]);
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { seedUsers } from '../../cli/seed-users.ts';
import { dynamodbUsers } from '../../functions/adapters/dynamodb-users.ts';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { type LocalCloud, startLocalCloud } from '../../local/start.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { OPERATIONS } from '../../records/contract/api/operations.ts';
import { buildPage } from '../../web/build.ts';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { ingestAssembly } from '../local/assemblies.ts';
import { executable, hasChromium } from '../pdf/print/chromium.ts';

// The page as people have it on one machine: the real functions, on samples with findings, in Debian's Chromium.

const PATIENCE_MS = 30_000;
const SAMPLE_FILES = [
  'pingtan_2019/平潭综合实验区2019年政府信息公开工作年度报告.docx',
  'pingtan_2020/平潭综合实验区2020年度政府信息公开工作年度报告.docx',
];

describe.skipIf(!hasChromium)('the page (skipped where Chromium is absent)', () => {
  let folder: string;
  let cloud: LocalCloud;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gouji-web-'));
    const page = join(folder, 'page');
    await buildPage(page);
    cloud = await startLocalCloud({
      assembly: await ingestAssembly(),
      dataDir: join(folder, 'data'),
      page,
      schedules: 'held',
    });
    await addUsers(cloud);
    for (const file of SAMPLE_FILES) await handIn(cloud, file);
    await cloud.drained();
    browser = await chromium.launch({
      executablePath: executable ?? '',
      chromiumSandbox: false,
      args: ['--disable-gpu'],
    });
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await cloud?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A page of one user's, that fails the test when the page itself meets a fault or breaks its own policy. */
  async function openPage(user = 'reviewer-a', viewport = { width: 1280, height: 860 }): Promise<Page> {
    const context: BrowserContext = await browser.newContext({ viewport });
    const { web } = cloud.endpoints;
    await context.addCookies([{ name: 'gouji-user', value: user, url: web }]);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const troubles: string[] = [];
    page.on('pageerror', (fault) => troubles.push(String(fault)));
    // A refused request of the API shows in the console as well, and is the test's own affair.
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) troubles.push(line.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(web)) troubles.push(`left the origin: ${request.url()}`);
    });
    onTestFinished(async () => {
      await context.close();
      expect(troubles).toEqual([]);
    });
    return page;
  }

  const urlOf = (path: string) => `${cloud.endpoints.web}${path}`;

  const said = (page: Page, words: string) => page.locator('.said').filter({ hasText: words }).waitFor();
  /** At a finding, and it is shown: a key decides on nothing that is not. */
  const place = async (page: Page, words: string) => {
    await page.locator('.position').filter({ hasText: words }).waitFor();
    await page.locator('.decide').waitFor();
  };
  const standing = (page: Page, words: string) => page.locator('main .quiet').filter({ hasText: words }).waitFor();

  /** The gravest finding of 2020, by its link in the queue. */
  async function openFirst(page: Page): Promise<void> {
    await page.goto(urlOf('/?year=2020'));
    await page.locator('.list tbody tr').first().locator('a.goes').click();
    await page.locator('td.concerned').first().waitFor();
  }

  test('leads from the first page to the wrong cells in one click, and decides by one key', async () => {
    const page = await openPage();
    await page.goto(urlOf('/?year=2020'));
    const first = page.locator('.list tbody tr').first();
    await first.waitFor();
    // The gravest first.
    expect(await first.textContent()).toContain('错误平潭综合实验区2020');
    await first.locator('a.goes').click();
    await page.locator('td.suspect').first().waitFor();
    const texts = await page.locator('td.suspect').allTextContents();
    expect(texts).toEqual(['6或为 0', '7或为 1', '6或为 0', '6或为 0']);
    expect(await page.locator('td.suspect').first().isVisible()).toBe(true);
    expect(await page.locator('main').textContent()).toContain('（一）至（六）合计 26，（七）总计填报 20');
    await page.keyboard.press('1');
    await said(page, '已记录: 确认问题');
    await page.keyboard.press('u');
    await said(page, '已撤回');
    await standing(page, '撤回结论 · 审核员甲');
  }, 120_000);

  test('works through the findings by keyboard alone, and asks for a reason where one is owed', async () => {
    const page = await openPage('reviewer-b');
    await page.goto(urlOf('/triage?year=2020'));
    await page.locator('.position').waitFor();
    const count = Number((await page.locator('.position').textContent())?.split('/')[1]);
    expect(count).toBe(4);
    await page.locator('.decide').waitFor();
    // A digit that chooses among the characters of an input method decides nothing.
    await page.evaluate(
      'document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "1", isComposing: true, bubbles: true }))',
    );
    for (let at = 1; at <= count; at++) {
      await place(page, `${at} / ${count}`);
      await page.keyboard.press('3');
      await said(page, '须写明理由');
      // Digits that are written into a reason decide nothing.
      await page.keyboard.type(`第 ${at} 行 1 列`);
      await page.keyboard.press('Control+Enter');
      await said(page, '已记录: 误报');
    }
    await page.getByText('本次列出的问题已审完').waitFor();
    await page.goto(urlOf('/?year=2020&state=misread'));
    await page
      .locator('.list tbody tr')
      .nth(count - 1)
      .waitFor();
    expect(await page.locator('.list tbody').textContent()).toContain('误报（读取有误） · 审核员乙');
  }, 120_000);

  test('tells who decided meanwhile, and records only the first', async () => {
    const [first, second] = [await openPage('reviewer-a'), await openPage('reviewer-b')];
    await openFirst(first);
    await openFirst(second);
    await first.keyboard.press('1');
    await said(first, '已记录: 确认问题');
    await second.keyboard.press('5');
    await said(second, '他人已先作出结论: 审核员甲 · 确认问题');
    await standing(second, '确认问题 · 审核员甲');
  }, 120_000);

  test('lets a reader look and not decide', async () => {
    const page = await openPage('reader');
    await openFirst(page);
    expect(await page.getByText('当前用户只能查看，不能作结论。').isVisible()).toBe(true);
    expect(await page.locator('.decide').count()).toBe(0);
  }, 60_000);

  test('assigns the reports of what is selected, whose findings are then found by the name', async () => {
    const page = await openPage('reviewer-a');
    await page.goto(urlOf('/?year=2019'));
    await page.locator('.list tbody input[type=checkbox]').first().check();
    await page.locator('.bulk').getByLabel('审核人').fill('审核员乙');
    await page.getByRole('button', { name: '指派所选的报告' }).click();
    await said(page, '已指派给 审核员乙: 1 / 1');
    await page.goto(urlOf('/?year=2019&assignee=审核员乙'));
    const rows = page.locator('.list tbody tr');
    await rows.first().waitFor();
    expect(await rows.first().textContent()).toContain('审核员乙');
    await rows.first().getByRole('checkbox').check();
    await page.getByRole('button', { name: '取消所选报告的指派' }).click();
    await said(page, '已取消指派: 1 / 1');
    await page.getByText('没有符合条件的问题').waitFor();
  }, 60_000);

  test('lists the letters of each year, and prints them without what can only be clicked', async () => {
    const ask = async (path: string, body?: unknown) => {
      const headers = {
        origin: cloud.endpoints.web,
        'content-type': 'application/json',
        cookie: 'gouji-user=approver',
      };
      const asked = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
      const answer = await fetch(urlOf(`/api/v1${path}`), asked);
      expect(answer.status).toBe(200);
      return answer.json();
    };
    const report = { bodyKey: '平潭综合实验区', year: 2019 };
    const findings = OPERATIONS.listFindings.answer.parse(await ask('/findings?year=2019'));
    const { key, state } = findings.items[0] ?? expect.fail('nothing was found');
    const decision = { report, key, decision: 'correction-requested', note: '请更正', expected: state?.version ?? 0 };
    await ask('/decisions', decision);
    await ask('/letters', { reports: [report] });
    const page = await openPage('approver');
    const years = page.getByRole('navigation', { name: '年度' });
    const rows = page.locator('.list tbody tr');
    // Of the newest year there are none: it begins where there are some.
    await page.goto(urlOf('/letters'));
    await rows.filter({ hasText: '平潭综合实验区2019' }).waitFor();
    await years.getByRole('link', { name: '2020' }).click();
    await page.getByText('还没有记录').waitFor();
    await years.getByRole('link', { name: '2019' }).click();
    await rows.filter({ hasText: '平潭综合实验区2019' }).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.goto(urlOf('/?year=2019'));
    await rows.first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await rows.getByRole('checkbox').first().isVisible()).toBe(false);
    expect(await page.getByText('下载所列').first().isVisible()).toBe(false);
    expect(await rows.first().isVisible()).toBe(true);
  }, 60_000);

  test('keeps filters in the address, and the language beside it', async () => {
    const page = await openPage();
    await page.goto(urlOf('/?year=2020&severity=hint'));
    await page.locator('.list tbody tr').filter({ hasText: '提示' }).waitFor();
    expect(await page.locator('.list tbody tr').count()).toBe(1);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('.list tbody tr').filter({ hasText: 'hint' }).waitFor();
    expect(new URL(page.url()).search).toBe('?year=2020&severity=hint');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.locator('.list tbody tr').filter({ hasText: 'hint' }).waitFor();
  }, 60_000);

  test.each([
    ['queue', '/?year=2020', '.list tbody tr'],
    ['reports', '/?year=2020&view=report', '.list tbody tr'],
    ['rules that were broken', '/?year=2020&view=rule', '.list tbody tr'],
    ['one finding', '/triage?year=2020&state=', 'td.concerned'],
    ['report', `/report/${encodeURIComponent('平潭综合实验区')}/2020`, '.tables table.published'],
    ['missing', '/missing?year=2020', 'main h1'],
    ['statistics', '/statistics', 'main table'],
    ['letters', '/letters', 'main h1'],
    ['audit', '/audit', 'main h1'],
    ['rules', '/rules', 'main table'],
    ['nothing', '/elsewhere', 'main h1'],
  ])(
    '%s: no barrier that axe knows, in either language, on a narrow screen and on paper',
    async (_, path, shown) => {
      const page = await openPage('approver');
      await page.goto(urlOf(path));
      for (const language of ['zh', 'en']) {
        if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
        await page.locator(shown).first().waitFor();
        await page
          .getByText(/^(?:正在读取|Reading)/u)
          .first()
          .waitFor({ state: 'detached' });
        await page.evaluate(axe.source);
        const broken = await page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: { run(): Promise<Violations> } }).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        });
        expect(broken).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('main nav, header.top nav').first().isVisible()).toBe(false);
      expect(await page.locator(shown).first().isVisible()).toBe(true);
    },
    120_000,
  );
});

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

async function addUsers({ endpoints, outputs }: LocalCloud): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: endpoints.dynamodb,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
  });
  await seedUsers({ users: dynamodbUsers(DynamoDBDocumentClient.from(client), outputs.TableName ?? '') });
  client.destroy();
}

/** Through the API, as the page will. */
async function handIn({ endpoints: { web } }: LocalCloud, file: string): Promise<void> {
  const bytes = await readFile(join(SAMPLES, file));
  const fileName = file.split('/').at(-1) ?? '';
  const asked = await fetch(`${web}/api/v1/uploads`, {
    method: 'POST',
    headers: { origin: web, 'content-type': 'application/json' },
    body: JSON.stringify({ office: '平潭综合实验区', fileName, bytes: bytes.length }),
  });
  const { put } = (await asked.json()) as { put: { url: string; headers: Record<string, string> } };
  const answer = await fetch(put.url, { method: 'PUT', headers: put.headers, body: bytes });
  if (!answer.ok) throw new Error(`the upload was answered by ${answer.status}`);
}

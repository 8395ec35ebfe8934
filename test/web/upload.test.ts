import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { seedUsers } from '../../cli/seed-users.ts';
import { dynamodbUsers } from '../../functions/adapters/dynamodb-users.ts';
import { LOCAL_CREDENTIALS } from '../../local/functions/describe-environment.ts';
import { type LocalCloud, startLocalCloud } from '../../local/start.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { buildPage } from '../../web/build.ts';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { ingestAssembly } from '../local/assemblies.ts';
import { executable, hasChromium } from '../pdf/print/chromium.ts';

// Reports are handed in on the page, and followed to the record and to the years of its body.

const FILES = [
  'pingtan_2019/平潭综合实验区2019年政府信息公开工作年度报告.docx',
  'pingtan_2020/平潭综合实验区2020年度政府信息公开工作年度报告.docx',
].map((file) => join(SAMPLES, file));

/** Both have figures that are to be looked at: see `expected` of the samples. */
const READ = /通过|需复核/u;

describe.skipIf(!hasChromium)('handing in on the page (skipped where Chromium is absent)', () => {
  let folder: string;
  let cloud: LocalCloud;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gouji-upload-'));
    const page = join(folder, 'page');
    await buildPage(page);
    cloud = await startLocalCloud({
      assembly: await ingestAssembly(),
      dataDir: join(folder, 'data'),
      page,
      schedules: 'held',
    });
    const client = new DynamoDBClient({
      endpoint: cloud.endpoints.dynamodb,
      region: LOCAL.region,
      credentials: { ...LOCAL_CREDENTIALS },
    });
    await seedUsers({ users: dynamodbUsers(DynamoDBDocumentClient.from(client), cloud.outputs.TableName ?? '') });
    client.destroy();
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

  test('takes files with Chinese names to their records, survives a reload, says what to do about others, draws carries', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    const { web } = cloud.endpoints;
    await context.addCookies([{ name: 'gouji-user', value: 'reviewer-a', url: web }]);
    const page = await context.newPage();
    page.setDefaultTimeout(40_000);
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(String(fault)));
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text());
    });
    onTestFinished(async () => {
      await context.close();
      expect(faults).toEqual([]);
    });

    await page.goto(`${web}/upload`);
    const rows = page.locator('.handed');
    // Chosen before it is said who sends them: they wait for that.
    await page.getByLabel('选择报告').setInputFiles(FILES);
    await page.getByText('请先填写报送单位').waitFor();
    expect(await rows.count()).toBe(0);
    await page.getByLabel('报送单位').fill('平潭综合实验区');
    await page.getByRole('button', { name: '上传' }).click();
    await rows.filter({ hasText: READ }).nth(1).waitFor();
    await page.reload();
    await rows.filter({ hasText: READ }).nth(1).waitFor();
    expect(await rows.locator('.file').allTextContents()).toEqual([
      '平潭综合实验区2019年政府信息公开工作年度报告.docx',
      '平潭综合实验区2020年度政府信息公开工作年度报告.docx',
    ]);
    // The office is remembered; what cannot be read is told apart before it is sent, and after.
    await page.getByLabel('选择报告').setInputFiles([
      { name: '平潭综合实验区2019年报（副本）.docx', mimeType: '', buffer: readFileSync(FILES[0] ?? '') },
      { name: '年报.docx', mimeType: '', buffer: Buffer.from('not a document') },
      { name: '年报.zip', mimeType: '', buffer: Buffer.from('PK') },
      { name: '空.docx', mimeType: '', buffer: Buffer.alloc(0) },
    ]);
    const copy = rows.filter({ hasText: '内容重复' });
    await copy.waitFor();
    expect(await copy.locator('q').textContent()).toBe('平潭综合实验区2019年政府信息公开工作年度报告.docx');
    await rows.filter({ hasText: '未能读取' }).filter({ hasText: '无法识别的文件格式' }).waitFor();
    expect(await rows.filter({ hasText: '未上传' }).locator('.told').allTextContents()).toEqual([
      '不是 .docx 或 PDF 文件。请在 Word 或 WPS 中打开并另存为 .docx 后再选择；压缩包请先解压。',
      '文件是空的（0 字节）。请重新导出后再选择。',
    ]);
    await expectNoBarrier(page);

    // A file that is dropped anywhere is taken, and goes on being sent while another screen is looked at.
    let letGo: () => void = () => undefined;
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(
      (url) => url.pathname.endsWith('.docx'),
      (route) => isLetGo.then(() => route.continue()),
    );
    await dropFile(page, '另一份.docx', 'also not a document');
    await rows.filter({ hasText: '正在上传' }).waitFor();
    await page.getByRole('link', { name: '规则' }).click();
    await page.getByRole('heading', { name: '规则' }).waitFor();
    letGo();
    await page.getByRole('link', { name: '上传' }).click();
    await rows.filter({ hasText: '另一份.docx' }).filter({ hasText: '未能读取' }).waitFor();
    await page.getByRole('button', { name: '从列表移去已办结的' }).click();
    expect(await rows.count()).toBe(0);
    await page.reload();
    await page.getByLabel('选择报告').waitFor();
    expect(await rows.count()).toBe(0);
    await page.getByLabel('选择报告').setInputFiles(FILES.slice(1));
    await copy.waitFor();

    await rows.getByRole('link', { name: /2020$/u }).click();
    await page.locator('td.figure').first().waitFor();
    await page.getByRole('link', { name: '历年', exact: true }).click();
    // Both reports say 0 of it: read off their table 3 by eye.
    await page.locator('.carry').filter({ hasText: '← 上年 0' }).waitFor();
    const sums = page.locator('.by-year').first();
    expect(await sums.locator('thead th').allTextContents()).toEqual(['申请（件）', '2019', '2020']);
    const [head, body] = [await sums.locator('thead').boundingBox(), await sums.locator('tbody').boundingBox()];
    expect(body?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
    expect(await page.locator('.carry.should').count()).toBe(0);
    await page.getByText('全部数字，逐年对照').click();
    await page.getByLabel('申请人情况').selectOption({ label: '自然人' });
    const total = page.getByRole('row', { name: /^（七）总计/u });
    expect(await total.getByRole('cell').allTextContents()).toEqual(['23', '20']);
    expect(await page.locator('.other-form').count()).toBe(0);
    await expectNoBarrier(page);
  }, 240_000);
});

/** Drops a file on the body of the page, as a hand does beside the area that is made for it. */
const dropFile = (page: Page, name: string, text: string) =>
  page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }`);

/** No barrier that axe knows, and no page that is wider than a narrow screen. */
async function expectNoBarrier(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const broken = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run(): Promise<Violations> } }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(broken).toEqual([]);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  if (before) await page.setViewportSize(before);
}

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

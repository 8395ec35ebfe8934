import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportDocx, YEAR } from '../functions/ingest/uploads.ts';
import { hasChromium } from '../pdf/print/chromium.ts';
import { type OpenPage, openPage } from './open-page.ts';

// A report as an officer works on it: the sums explained in the table, the deciding, the checks, the revisions.

const pathOf = (body: string, year: number) => `/report/${encodeURIComponent(body)}/${year}`;
const PINGTAN = pathOf('平潭综合实验区', 2020);

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

describe.skipIf(!hasChromium)('the report page (skipped where Chromium is absent)', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await openPage();
    await opened.handIn('年报.docx', reportDocx({ isBroken: true }), '鹿城区');
    await opened.handIn('年报（更正）.docx', reportDocx({ isBroken: true, edition: 7 }), '鹿城区');
  }, 240_000);
  afterAll(() => opened?.close());

  async function open(path: string, user = 'reviewer-a'): Promise<{ page: Page; wrong: string[] }> {
    const { page, wrong } = await opened.open(user);
    await page.goto(path);
    await page.locator('.tables td.figure').first().waitFor();
    return { page, wrong };
  }

  test('says in the total what it should be, and adds up the numbers of the sum', async () => {
    const { page, wrong } = await open(PINGTAN);
    expect(await page.locator('.tables td.total').allTextContents()).toEqual(['20应为 26']);
    expect(await page.locator('.formula').textContent()).toMatch(/^6.* \+ 6.* \+ 4.* \+ 3.* \+ 3.* \+ 4.* = 26 ≠ 20/u);
    // 19 rows of results add up in the column of natural persons.
    expect(await page.locator('.tables td.concerned').count()).toBe(19);
    // One digit of either pair: 6 and 7 to 0 and 1, or 6 and 6 to 0 and 0.
    expect(await page.locator('.tables td.suspect').allTextContents()).toEqual([
      '6或为 0',
      '7或为 1',
      '6或为 0',
      '6或为 0',
    ]);
    await page.locator('.head').nth(1).click();
    await page.locator('.tables td.total').filter({ hasText: '应为 27' }).waitFor();
    expect(await page.locator('.tables td.total').allTextContents()).toEqual(['21应为 27']);
    expect(wrong).toEqual([]);
  }, 120_000);

  test('leads from a number of the sum to its cell, and from cell to cell by arrow keys', async () => {
    const { page } = await open(PINGTAN);
    await page.locator('.formula .term').last().click();
    await page.locator('.tables td.total.looked-at:focus').waitFor();
    for (const key of ['ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await page.locator('.tables td.looked-at:focus').filter({ hasText: '0' }).waitFor();
    await page.keyboard.press('ArrowRight');
    const name = await page.locator('.tables td.looked-at').getAttribute('title');
    expect(name).toContain('商业企业');
    expect(name).toContain('5.要求行政机关确认或重新出具已获取信息');
  }, 60_000);

  test('folds the checks that held, and says why others were not made', async () => {
    const { page } = await open(PINGTAN);
    const held = page.locator('details').filter({ hasText: '项通过' });
    expect(await held.locator('li').first().isVisible()).toBe(false);
    await held.locator('summary').click();
    await held.locator('li').filter({ hasText: '收办平衡' }).waitFor();
    const notMade = page.locator('details').filter({ hasText: '项未能核对' });
    await notMade.locator('summary').click();
    expect((await notMade.locator('li').first().textContent())?.length).toBeGreaterThan(10);
  }, 60_000);

  test('shows what each cell was taken for beside what is written', async () => {
    const { page } = await open(PINGTAN);
    await page.getByLabel('同时显示规范化数值').check();
    const money = page.locator('.tables td.figure').filter({ hasText: '73802895.90元' });
    expect(await money.textContent()).toContain('→ 73,802,895.9 元');
  }, 60_000);

  test('takes decisions, by key as well, and shows who decided', async () => {
    const { page } = await open(PINGTAN, 'reviewer-b');
    await page.keyboard.press('1');
    await page.locator('.said').filter({ hasText: '已记录: 确认问题' }).waitFor();
    await page.locator('.card').first().filter({ hasText: '确认问题' }).waitFor();
    // On to the next one that is open, with its own sum in the table.
    await page.locator('.chosen .head:focus').filter({ hasText: '合计 27' }).waitFor();
    await page.locator('.tables td.total').filter({ hasText: '应为 27' }).waitFor();
    await page.keyboard.press('u');
    await page.locator('.said').filter({ hasText: '已撤回' }).waitFor();
    await page.locator('.chosen .head:focus').filter({ hasText: '合计 26' }).waitFor();
    for (const key of ['j', 'j', 'k', 'k']) await page.keyboard.press(key);
    await page.locator('.chosen .head:focus').filter({ hasText: '合计 26' }).waitFor();
    await page.getByLabel('启用快捷键').uncheck();
    await page.keyboard.press('2');
    expect(await page.locator('.said').textContent()).toBe('已撤回');
    await page.getByLabel('启用快捷键').check();
    await page.keyboard.press('4');
    await page.locator('.said').filter({ hasText: '须写明理由' }).waitFor();
    await page.keyboard.type('合计与明细不符');
    await page.keyboard.press('Control+Enter');
    await page.locator('.said').filter({ hasText: '已记录: 要求更正' }).waitFor();
    await page.reload();
    await page
      .locator('.chosen .quiet')
      .filter({ hasText: '要求更正 · 审核员乙' })
      .filter({ hasText: '不符' })
      .waitFor();
  }, 60_000);

  test('keeps a corrected reading beside what was read, with who and why', async () => {
    const { page } = await open(PINGTAN, 'approver');
    await page.locator('.tables td.figure').filter({ hasText: '2648' }).click();
    await page.locator('.correct summary').click();
    await page.getByLabel('原文实为').fill('2468');
    await page.locator('.correct').getByLabel('理由').fill('原文两位数字对调');
    await page.locator('.correct').getByRole('button').click();
    const cell = page.locator('.tables td.figure').filter({ hasText: '2648' });
    await cell.filter({ hasText: '更正为 2,468 (审批人)' }).waitFor();
    expect(await page.locator('.list').filter({ hasText: '原文两位数字对调' }).textContent()).toContain('2,648');
  }, 60_000);

  test('shows an earlier revision, and what the later one changed', async () => {
    const { page } = await open(pathOf('330302教育局', YEAR));
    await page.getByRole('button', { name: '与上一次比较' }).click();
    const lines = page.locator('.list').filter({ hasText: '现为' }).locator('tbody tr');
    const line = lines.filter({ hasText: '行政许可' });
    await line.waitFor();
    const [before = 0, after = 0] = (await line.locator('td').allTextContents())
      .slice(1)
      .map((text) => Number(text.replaceAll(',', '')));
    expect(after - before).toBe(7);
    expect(await lines.count()).toBe(1);
    // Any two, and the other way round.
    await page.getByLabel('原为').selectOption({ label: '修订 2' });
    await page.getByText('两次修订的数字没有不同').waitFor();
    await page.getByLabel('现为').selectOption({ label: '修订 1' });
    await lines.filter({ hasText: '行政许可' }).waitFor();
    expect((await lines.locator('td').allTextContents()).slice(1)).toEqual([String(after), String(before)]);
    await page.getByRole('link', { name: '修订 1', exact: true }).click();
    await page.getByText('这是较早的修订').waitFor();
    expect(await page.locator('.decide').count()).toBe(0);
  }, 60_000);

  test('names who decided meanwhile, and records only the first', async () => {
    const path = pathOf('330302教育局', YEAR);
    const [{ page: first }, { page: second }] = [await open(path), await open(path, 'reviewer-b')];
    await first.keyboard.press('1');
    await first.locator('.said').filter({ hasText: '已记录' }).waitFor();
    await second.keyboard.press('5');
    await second.locator('.said').filter({ hasText: '他人已先作出结论: 审核员甲 · 确认问题' }).waitFor();
    await second.locator('.chosen .quiet').filter({ hasText: '确认问题 · 审核员甲' }).waitFor();
  }, 60_000);

  test('is printed with what is wrong in the table, and without what can only be pressed', async () => {
    const { page } = await open(PINGTAN, 'approver');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('应为 26').isVisible()).toBe(true);
    expect(await page.locator('.formula').isVisible()).toBe(true);
    for (const part of ['.source', '.decide', '.cell-line', 'header.top'])
      expect(await page.locator(part).first().isVisible()).toBe(false);
    // What is added up is not told by colour alone.
    const line = 'getComputedStyle(document.querySelector(".tables td.concerned")).textDecorationLine';
    expect(await page.evaluate(line)).toBe('underline');
  }, 60_000);

  test('has no barrier that axe knows, open as it can be, in either language, and fits 320 points', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { page } = await opened.open('approver', language);
      await page.goto(PINGTAN);
      await page.locator('.tables td.total').waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
      await page.evaluate(axe.source);
      const broken = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: { run(): Promise<Violations> } }).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(broken).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    }
  }, 120_000);
});

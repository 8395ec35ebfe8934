import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../records/contract/api/operations.ts';
import { reportDocx, YEAR } from '../functions/ingest/uploads.ts';
import { hasChromium } from '../pdf/print/chromium.ts';
import { type OpenPage, openPage } from './open-page.ts';

// What a reviewer does all day: one finding after the other, no hand on the mouse.

const COUNT = 20;
/** One cell of each report is wrong, and two sums with it. */
const BODIES = [
  '教育局',
  '民政局',
  '司法局',
  '财政局',
  '水利局',
  '卫生健康局',
  '审计局',
  '统计局',
  '医疗保障局',
  '信访局',
].map((name) => `鹿城区${name}`);
/** The decisions in the order of their keys, and which of them owe a reason: both as the page’s own help says. */
const DECISIONS = ['confirmed', 'explained', 'misread', 'correction-requested', 'later'] as const;
const OWING: ReadonlySet<string> = new Set(['explained', 'misread', 'correction-requested']);

/** The same numbers in reports of two bodies give findings of the same key. */
const nameOf = ({ report, key }: { report: { bodyKey: string }; key: string }) => `${report.bodyKey} ${key}`;

describe.skipIf(!hasChromium)('triage by keyboard alone (skipped where Chromium is absent)', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await openPage();
    for (const body of BODIES) await opened.handIn(`${body}.docx`, reportDocx({ body, isBroken: true }));
  }, 240_000);
  afterAll(() => opened?.close());

  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${opened.web}/api/v1${path}`, { headers: { cookie: 'gouji-user=reader' } })).json();
  const listFindings = async (query: string) =>
    OPERATIONS.listFindings.answer.parse(await ask(`/findings?year=${YEAR}&${query}&limit=500`)).items;

  const said = (page: Page, words: string) => page.locator('.said').filter({ hasText: words }).waitFor();
  /** At a finding, and it is shown: a key decides on nothing that is not. */
  const place = async (page: Page, at: number) => {
    await page
      .locator('.position')
      .filter({ hasText: new RegExp(`^${at} /`, 'u') })
      .waitFor();
    await page.locator('.decide').waitFor();
  };

  /** Decides on the finding that is shown, and writes the reason where one is owed. */
  async function decide(page: Page, at: number): Promise<{ decision: string; note: string }> {
    const decision = DECISIONS[at % DECISIONS.length] ?? 'later';
    await page.keyboard.press(String((at % DECISIONS.length) + 1));
    if (!OWING.has(decision)) return { decision, note: '' };
    await said(page, '须写明理由');
    // Its digits and letters are keys as well, and must be nothing but text here.
    const note = `第 ${at + 1} 条：jk 已核对原件 5 处？`;
    await page.keyboard.type(note);
    await page.keyboard.press('Control+Enter');
    return { decision, note };
  }

  test('twenty findings are decided on, each as its key says, with its reason', async () => {
    const listed = await listFindings('state=open');
    expect(listed.length).toBeGreaterThanOrEqual(COUNT);
    const { page, wrong } = await opened.open('reviewer-a');
    await page.goto(`/triage?year=${YEAR}`);
    const decided = new Map<string, { decision: string; note: string }>();
    for (const [at, finding] of listed.slice(0, COUNT).entries()) {
      await place(page, at + 1);
      decided.set(nameOf(finding), await decide(page, at));
      await place(page, at + 2);
    }
    expect(wrong).toEqual([]);

    const found = (await listFindings('state=')).filter((finding) => decided.has(nameOf(finding)));
    expect(found).toHaveLength(COUNT);
    for (const finding of found)
      expect(finding.state).toMatchObject({
        decision: decided.get(nameOf(finding))?.decision,
        by: '审核员甲',
        version: 1,
      });
    const trail = OPERATIONS.listDecisions.answer.parse(await ask('/decisions?limit=100')).items;
    expect(new Map(trail.map((line) => [nameOf(line), { decision: line.decision, note: line.note }]))).toEqual(decided);
  }, 120_000);

  test('the last decision is taken back by a key, and the finding is shown again', async () => {
    const [first] = await listFindings('state=open');
    const { page } = await opened.open('reviewer-b');
    await page.goto(`/triage?year=${YEAR}`);
    await place(page, 1);
    await page.keyboard.press('1');
    await place(page, 2);
    await page.keyboard.press('u');
    await said(page, '已撤回');
    await place(page, 1);
    const after = (await listFindings('state=')).find((finding) => first && nameOf(finding) === nameOf(first));
    expect(after?.state).toMatchObject({
      decision: 'reopened',
      by: '审核员乙',
      version: (first?.state?.version ?? 0) + 2,
    });
  }, 60_000);

  test('a key decides on nothing that is not shown yet', async () => {
    const { page } = await opened.open('reviewer-b');
    const before = await listFindings('state=');
    const held = new EventEmitter();
    const released = once(held, 'release');
    await page.route('**/api/v1/reports/**', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`/triage?year=${YEAR}`);
    await page.locator('main h2 a').waitFor();
    await page.keyboard.press('1');
    held.emit('release');
    await place(page, 1);
    // Were it on its way, this one would wait for it and tell.
    await page.keyboard.press('5');
    await said(page, '已记录: 稍后');
    await page.keyboard.press('u');
    await said(page, '已撤回');
    const versions = (await listFindings('state=')).map(({ state }) => state?.version ?? 0);
    const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
    expect(sum(versions)).toBe(sum(before.map(({ state }) => state?.version ?? 0)) + 2);
  }, 60_000);

  test('whoever goes on before a decision is recorded, stays where they went', async () => {
    const { page } = await opened.open('reviewer-b');
    const held = new EventEmitter();
    const released = once(held, 'release');
    await page.route('**/api/v1/decisions', async (route) => {
      if (route.request().method() === 'POST') await released;
      await route.continue();
    });
    await page.goto(`/triage?year=${YEAR}`);
    await place(page, 1);
    await page.keyboard.press('1');
    for (const at of [2, 3]) {
      await page.keyboard.press('j');
      await place(page, at);
    }
    const reason = page.locator('.decide textarea');
    await reason.fill('写到一半');
    held.emit('release');
    await said(page, '已记录: 确认问题');
    await place(page, 3);
    expect(await reason.inputValue()).toBe('写到一半');
  }, 60_000);

  test('keys are told by ?, and do nothing once they are switched off or while characters are composed', async () => {
    const { page } = await opened.open('reviewer-b');
    await page.goto(`/triage?year=${YEAR}`);
    await place(page, 1);
    const before = await listFindings('state=open');
    await page.keyboard.press('?');
    await page.getByText('1–5 作结论').waitFor();
    await page.evaluate(
      'document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", isComposing: true, bubbles: true }))',
    );
    await page.getByLabel('启用快捷键').focus();
    await page.keyboard.press('Space');
    for (const key of ['1', 'j', 'u']) await page.keyboard.press(key);
    await page.keyboard.press('Space');
    // Only this one moves: keys are answered in their order.
    await page.keyboard.press('j');
    await place(page, 2);
    expect(await listFindings('state=open')).toEqual(before);
  }, 60_000);

  test('all that is listed and selected is decided on at once, and nothing that another list holds', async () => {
    const listed = await listFindings('state=open');
    const { page } = await opened.open('reviewer-b');
    await page.goto(`/?year=${YEAR}&state=open&limit=500`);
    const boxes = page.locator('.list tbody').getByRole('checkbox');
    const all = page.getByRole('checkbox', { name: '选择所列全部' });
    const bar = page.locator('.bulk');
    await boxes.first().check();
    expect(await boxes.count()).toBe(listed.length);
    expect(await all.evaluate((box) => Object(box).indeterminate)).toBe(true);
    await all.click();
    await bar.getByText(`已选 ${listed.length}`).waitFor();
    await page.getByRole('link', { name: '按报告' }).click();
    await page.locator('.list tbody tr').first().waitFor();
    expect(await bar.count()).toBe(0);
    // What is out of sight is selected no longer.
    await page.getByRole('link', { name: '按问题' }).click();
    await boxes.first().waitFor();
    expect(await bar.count()).toBe(0);
    await all.check();
    await bar.getByText(`已选 ${listed.length}`).waitFor();
    // One is taken out, and one is decided on by somebody else meanwhile.
    await boxes.nth(1).uncheck();
    const { page: other } = await opened.open('reviewer-a');
    await other.goto(`/triage?year=${YEAR}&state=open`);
    await place(other, 1);
    await other.keyboard.press('1');
    await place(other, 2);
    await bar.getByRole('button', { name: '属实，已说明' }).click();
    await bar.getByText('须写明理由').waitFor();
    await bar.getByLabel('理由').fill('已与报送单位核对');
    await bar.getByRole('button', { name: '属实，已说明' }).click();
    const done = listed.length - 2;
    await said(page, `已记录 ${done} / ${done + 1} · 他人已先作出结论`);
    await said(page, ': 1 (审核员甲)');
    expect((await listFindings('state=open')).map(nameOf)).toEqual(listed.slice(1, 2).map(nameOf));
    const explained = (await listFindings('state=explained')).filter(({ state }) => state?.by === '审核员乙');
    expect(new Set(explained.map(nameOf))).toEqual(new Set(listed.toSpliced(0, 2).map(nameOf)));
  }, 60_000);
});

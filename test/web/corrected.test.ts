import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportDocx, YEAR } from '../functions/ingest/uploads.ts';
import { hasChromium } from '../pdf/print/chromium.ts';
import { type OpenPage, openPage } from './open-page.ts';

// A correction is asked for, a new edition comes that corrects something else, and at last one that corrects it.

const REPORT = `/report/${encodeURIComponent('330302教育局')}/${YEAR}`;
const REASON = '「予以公开」与合计不符，请核对第 3 行';

describe.skipIf(!hasChromium)('a report that is corrected (skipped where Chromium is absent)', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await openPage();
    await opened.handIn('教育局年报.docx', reportDocx({ isBroken: true }));
  }, 240_000);
  afterAll(() => opened?.close());

  /** The report as the page shows it after an edition was handed in. */
  async function show() {
    const { page } = await opened.open('reviewer-b');
    await page.goto(REPORT);
    await page.locator('.tables table.published').first().waitFor();
    return page;
  }

  test('keeps what was decided while the finding stands, and lets go of it once its numbers are mended', async () => {
    const { page } = await opened.open('reviewer-a');
    await page.goto(REPORT);
    await page.locator('.chosen .head .mark.error').waitFor();
    await page.keyboard.press('4');
    await page.locator('.said').filter({ hasText: '须写明理由' }).waitFor();
    await page.keyboard.type(REASON);
    await page.keyboard.press('Control+Enter');
    await page.locator('.said').filter({ hasText: '已记录: 要求更正' }).waitFor();

    const { page: approver, wrong } = await opened.open('approver');
    await approver.goto(REPORT);
    await approver.getByRole('button', { name: '起草更正通知' }).click();
    await approver.getByRole('status').getByRole('link', { name: '更正通知' }).click();
    const letter = approver.locator('article.letter');
    await letter
      .filter({ hasText: `报送的${YEAR}年政府信息公开工作年度报告（文件：教育局年报.docx）有下列1处需要更正` })
      .waitFor();
    expect(await letter.locator('tbody tr').count()).toBe(1);
    expect(await letter.locator('tbody').textContent()).toContain(`审核意见：${REASON}`);
    await approver.emulateMedia({ media: 'print' });
    expect(await letter.isVisible()).toBe(true);
    expect(await approver.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    await approver.emulateMedia({ media: 'screen' });
    await approver.evaluate(axe.source);
    expect(await approver.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
    await approver.setViewportSize({ width: 320, height: 640 });
    expect(await approver.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(wrong).toEqual([]);

    // Another figure, which no sum mentions, was changed by seven; what was complained of was not.
    await opened.handIn('教育局年报（更正）.docx', reportDocx({ isBroken: true, edition: 7 }));
    const second = await show();
    await second.getByRole('link', { name: '修订 2', exact: true }).waitFor();
    const decided = second.locator('.card').filter({ hasText: '要求更正' });
    expect(await decided.count()).toBe(1);
    await second
      .locator('.chosen .quiet')
      .filter({ hasText: '要求更正 · 审核员甲' })
      .filter({ hasText: REASON })
      .waitFor();
    expect(await second.locator('.card .head .mark.error').count()).toBe(2);

    await opened.handIn('教育局年报（再次更正）.docx', reportDocx({ isBroken: false, edition: 7 }));
    const third = await show();
    await third.getByRole('link', { name: '修订 3', exact: true }).waitFor();
    expect(await third.locator('.card .head .mark.error').count()).toBe(0);
    await third.getByRole('button', { name: '与上一次比较' }).first().click();
    const changed = third.locator('.list').filter({ hasText: '现为' }).locator('tbody tr');
    await changed.first().waitFor();
    expect(await changed.count()).toBe(1);
    const [before = 0, after = 0] = (await changed.locator('td').allTextContents()).slice(1).map(Number);
    expect(before - after).toBe(1);

    // Who asked for what stays in the trail.
    await third.goto('/audit');
    await third.locator('.list tbody tr').filter({ hasText: '要求更正' }).filter({ hasText: REASON }).waitFor();
  }, 120_000);
});

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { openPage } from './open-page.ts';

// `npm run screens`: pictures of the page on the samples, for docs/screens/. They differ from machine to machine by its
// fonts, so nothing compares them.

const FOLDER = fileURLToPath(new URL('../../docs/screens', import.meta.url));

/** Where findings and tables stand side by side. */
const WIDE: ReadonlySet<string> = new Set(['report', 'triage']);

const PINGTAN = `/report/${encodeURIComponent('平潭综合实验区')}/2020`;

const SCREENS = {
  queue: '/?year=2020',
  reports: '/?year=2019&view=report',
  triage: '/triage?year=2020',
  report: PINGTAN,
  years: `/body/${encodeURIComponent('平潭综合实验区')}`,
  upload: '/upload',
  missing: '/missing?year=2020',
  statistics: '/statistics?year=2020',
  rules: '/rules',
};

/** Handed in for the picture: one that is known, one that cannot be read. */
const HANDED_IN = [
  `${SAMPLES}/pingtan_2020/平潭综合实验区2020年度政府信息公开工作年度报告.docx`,
  { name: '年报.docx', mimeType: '', buffer: Buffer.from('not a document') },
] as const;

await mkdir(FOLDER, { recursive: true });
const opened = await openPage();
try {
  const { page } = await opened.open('approver');
  for (const [name, url] of Object.entries(SCREENS)) {
    await page.setViewportSize(WIDE.has(name) ? { width: 1280, height: 860 } : { width: 1000, height: 640 });
    await page.goto(url);
    await page.waitForSelector('main table, main .notice:not([role=alert]), main input[type=file]');
    if (name === 'upload') await handIn(page);
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
  }
  // Last, since it decides on a finding that the others show.
  await writeLetter(page);
  await page.screenshot({ path: `${FOLDER}/letter.png` });
  await page.goto('/letters');
  await page.waitForSelector('.list tbody tr');
  await page.screenshot({ path: `${FOLDER}/letters.png` });
  await page.goto('/audit');
  await page.waitForSelector('.list tbody tr');
  await page.screenshot({ path: `${FOLDER}/audit.png` });
} finally {
  await opened.close();
}

async function handIn(page: Page): Promise<void> {
  await page.getByLabel('报送单位').fill('平潭综合实验区');
  for (const file of HANDED_IN) {
    await page.locator('input[type=file]').setInputFiles(file);
    await page
      .locator('.handed')
      .first()
      .filter({ hasText: /内容重复|未能读取/u })
      .waitFor();
  }
}

/** Asks for a correction, and opens the letter that does. */
async function writeLetter(page: Page): Promise<void> {
  await page.goto(PINGTAN);
  await page.locator('.chosen .head .mark.error').waitFor();
  await page.keyboard.press('4');
  await page.locator('.said').filter({ hasText: '须写明理由' }).waitFor();
  await page.keyboard.type('请核对表三各列的合计，更正后重新公开。');
  await page.keyboard.press('Control+Enter');
  await page.locator('.said').filter({ hasText: '已记录: 要求更正' }).waitFor();
  await page.getByRole('button', { name: '起草更正通知' }).click();
  await page.getByRole('status').getByRole('link', { name: '更正通知' }).click();
  await page.locator('article.letter tbody tr').first().waitFor();
}

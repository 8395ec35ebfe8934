import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeReports } from '../../bench/store-reports.ts';
import { OPERATIONS } from '../../records/contract/api/operations.ts';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { assessHere } from '../functions/ingest/assess-here.ts';
import { hasChromium } from '../pdf/print/chromium.ts';
import { type OpenPage, openPage } from './open-page.ts';

// More findings than the API gives at a time: 200 bodies made the same mistakes.

const SAMPLE = 'pingtan_2020/平潭综合实验区2020年度政府信息公开工作年度报告.docx';
const BODIES = 200;
/** Of no other report. */
const YEAR = 2031;
/** The sample's `expected` says three; a fourth is found beside the report of the year before, which these do not have. */
const FINDINGS = 3 * BODIES;

describe.skipIf(!hasChromium)('many findings (skipped where Chromium is absent)', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await openPage();
    const bytes = new Uint8Array(readFileSync(join(SAMPLES, SAMPLE)));
    const assessed = await assessHere({ bytes, sha256: 'many', fileName: SAMPLE });
    if (!assessed.readable) throw new Error('the sample cannot be read');
    const { record } = assessed;
    const reports = Array.from({ length: BODIES }, (_, at) => ({
      record,
      body: `第${at}号机关`,
      year: YEAR,
      upload: { bucket: 'inbox', key: `inbox/鹿城区/${at}.docx`, versionId: 'v' },
      at: '2032-01-20T08:00:00.000Z',
    }));
    await storeReports(opened.table.dynamodb, opened.table.name, reports);
  }, 240_000);
  afterAll(() => opened?.close());

  async function open(path: string): Promise<Page> {
    const { page } = await opened.open('reviewer-a');
    await page.goto(path);
    return page;
  }

  const place = (page: Page, words: string) => page.locator('.position').filter({ hasText: words }).waitFor();

  test('a row leads to the finding of its own body, though others have the same one', async () => {
    const page = await open(`/?year=${YEAR}&limit=500`);
    const row = page.locator('.list tbody tr').filter({ hasText: '第77号机关' }).first();
    await row.locator('a.goes').click();
    await page.locator('main h2 a', { hasText: '第77号机关' }).waitFor();
    await page.context().close();
  }, 120_000);

  test('triage goes on past what one answer holds, and begins where it is told to', async () => {
    const list = async (query: string) => {
      const answer = await fetch(`${opened.web}/api/v1/findings?year=${YEAR}&limit=500&${query}`);
      return OPERATIONS.listFindings.answer.parse(await answer.json());
    };
    const first = await list('');
    const second = await list(`cursor=${encodeURIComponent(first.next ?? '')}`);
    expect([first.items.length, second.items.length]).toEqual([500, FINDINGS - 500]);
    const pathOf = (row: (typeof first.items)[number] | undefined) =>
      `/triage?year=${YEAR}&at=${row?.key}&of=${encodeURIComponent(row?.report.bodyKey ?? '')}`;
    const page = await open(pathOf(first.items[498]));
    await place(page, `499 / ${FINDINGS}`);
    for (const at of [500, 501, 502]) {
      await page.keyboard.press('j');
      await place(page, `${at} / ${FINDINGS}`);
      // Until the next ones are there, there is nothing to go on from.
      await page.locator('main h2 a').waitFor();
    }
    const seventh = second.items[6];
    await page.goto(pathOf(seventh));
    await place(page, `507 / ${FINDINGS}`);
    await page.locator('main h2 a', { hasText: seventh?.report.body ?? '' }).waitFor();
    await page.context().close();
  }, 120_000);
});

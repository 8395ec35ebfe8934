import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyKeyOf } from '../../records/keys.ts';
import { draftSample } from '../../samples/draft-sample.ts';
import { transcriptions } from '../dresses/samples-on-disk.ts';
import { writeHtml } from '../pdf/dresses/write-html.ts';
import { hasChromium, printHtml } from '../pdf/print/chromium.ts';
import { writePdfReport } from '../pdf/raw/write-pdf-report.ts';
import { type OpenPage, openPage } from './open-page.ts';

// The document beside its tables: painted by pdf.js in the page, or as it was read of a .docx.

const CSS =
  'body{font:12pt/1.6 "Noto Serif CJK SC",serif}table{width:100%;border-collapse:collapse;font-size:9pt}' +
  'td{border:1px solid #000;padding:1pt 2pt}td.figure,td.header{text-align:center}';
const pathOf = (body: string, year: number) => `/report/${encodeURIComponent(body)}/${year}`;
const OF_PDF = pathOf('平潭综合实验区', 2020);
const OF_DOCX = pathOf('平潭综合实验区', 2019);

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Run in the page: of each box on painted pages the text that was read, and the pixels well inside of it that are not white. */
const INKS = `[...document.querySelectorAll('.page[data-painted]')].flatMap((page) => {
  const canvas = page.querySelector('canvas');
  const outer = canvas.getBoundingClientRect();
  const scale = canvas.width / outer.width;
  return [...page.querySelectorAll('.boxes button')].map((box) => {
    const inner = box.getBoundingClientRect();
    const margin = 3 * scale;
    const { data } = canvas
      .getContext('2d')
      .getImageData(
        (inner.left - outer.left) * scale + margin,
        (inner.top - outer.top) * scale + margin,
        Math.max(1, inner.width * scale - 2 * margin),
        Math.max(1, inner.height * scale - 2 * margin),
      );
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] < 224 && data[at + 3] > 128) dark += 1;
    const text = box.getAttribute('aria-label').replace(/^.*: ?/u, '');
    return { text, dark, of: data.length / 4, isLookedAt: box.classList.contains('looked-at') };
  });
})`;

describe.skipIf(!hasChromium)('the source beside its tables (skipped where Chromium is absent)', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    const sample = transcriptions().find(({ id }) => id === 'pingtan_2020');
    if (!sample) throw new Error('there is no such sample');
    const html = writeHtml(draftSample(sample), { css: CSS, repeatsHeaders: false, statesWidths: true });
    const [pdf] = await printHtml([{ html, options: { format: 'A4' } }]);
    opened = await openPage();
    await opened.handIn('平潭年报.pdf', pdf ?? new Uint8Array());
  }, 240_000);
  afterAll(() => opened?.close());

  async function open(path: string): Promise<{ page: Page; wrong: string[] }> {
    const { page, wrong } = await opened.open('approver');
    await page.setViewportSize({ width: 1800, height: 900 });
    await page.goto(path);
    await page.locator('td.total, td.figure').first().waitFor();
    return { page, wrong };
  }

  const inksOf = async (page: Page) =>
    (await page.evaluate(INKS)) as { text: string; dark: number; of: number; isLookedAt: boolean }[];

  test('paints the page of a PDF, and lays the box of a cell on its own digits', async () => {
    const { page, wrong } = await open(OF_PDF);
    await page.locator('.page[data-painted]').first().waitFor();
    expect(await page.locator('.boxes .suspect').count()).toBe(4);
    expect(await page.locator('.boxes .total').count()).toBe(1);
    await page.locator('.formula .term').last().click();
    const box = page.locator('.boxes .looked-at');
    await box.waitFor();
    expect(await box.getAttribute('aria-label')).toContain('（七）总计');
    expect(await box.getAttribute('aria-label')).toMatch(/: 20$/u);
    await page.locator('.page[data-painted]').filter({ has: box }).waitFor();
    const { dark, of } =
      (await inksOf(page)).find(({ isLookedAt }) => isLookedAt) ?? expect.fail('nothing is looked at');
    expect(dark).toBeGreaterThan(10);
    expect(dark).toBeLessThan(of / 2);
    // What is looked at was brought into sight.
    const { top, bottom } = await box.evaluate((one) => one.getBoundingClientRect());
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(900);
    expect(wrong).toEqual([]);
  }, 120_000);

  test.each([
    ['turned by 90 degrees, its GB font not in the file', 90, 0, 'gbk'],
    ['turned by 270 degrees and cropped, its GB font not in the file', 270, 30, 'unigb'],
    ['cropped, its GB font not in the file', 0, 30, 'gbk'],
  ] as const)(
    'paints a PDF %s, with the boxes on their digits',
    async (name, rotate, crop, font) => {
      const body = { 90: '甲县', 270: '乙县', 0: '丙县' }[rotate].concat('教育局');
      const year = 2024;
      const source = transcriptions().find(({ id }) => id === 'huaian_city_2024');
      if (!source) throw new Error('there is no such sample');
      const { figures, forms } = source;
      const look = { rotate, crop, rulings: 'lines', shaded: false } as const;
      const bytes = writePdfReport({ figures, forms, body, year, seed: rotate + crop }, { font, look });
      await opened.handIn(`${name}.pdf`, bytes);
      const { page, wrong } = await open(pathOf(bodyKeyOf(body), year));
      const pages = page.locator('.page');
      await pages.first().waitFor();
      for (const one of await pages.all()) {
        await one.scrollIntoViewIfNeeded();
        await expect.poll(() => one.getAttribute('data-painted'), { timeout: 20_000 }).toBe('true');
      }
      const inks = await inksOf(page);
      expect(inks.length).toBeGreaterThanOrEqual(Object.keys(figures).length);
      expect(inks.filter(({ text, dark }) => /\d/u.test(text) !== dark > 0)).toEqual([]);
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  test('leads from a box on the page to its cell in the tables', async () => {
    const { page } = await open(OF_PDF);
    await page.locator('.page[data-painted]').first().waitFor();
    const box = page
      .locator('.boxes button')
      .filter({ has: page.locator(':scope') })
      .last();
    const label = await box.getAttribute('aria-label');
    await box.dispatchEvent('click');
    const cell = page.locator('.tables td.looked-at');
    await cell.first().waitFor();
    expect(label).toContain((await cell.first().getAttribute('title')) ?? '?');
  }, 60_000);

  test('magnifies, and fetches the file itself by a link that the API gives', async () => {
    const { page, wrong } = await open(OF_PDF);
    await page.locator('.page[data-painted]').first().waitFor();
    const width = () =>
      page
        .locator('.page')
        .first()
        .evaluate((one) => one.clientWidth);
    const before = await width();
    await page.getByRole('button', { name: '放大' }).click();
    await expect.poll(width).toBeGreaterThan(before * 1.4);
    const loading = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载原文件' }).click();
    expect((await loading).suggestedFilename()).toBe('平潭年报.pdf');
    expect(wrong).toEqual([]);
  }, 60_000);

  test('shows a .docx by its paragraphs and tables, with the same cells marked', async () => {
    const { page } = await open(OF_DOCX);
    const paper = page.locator('.paper');
    expect(await paper.locator('p').count()).toBeGreaterThan(10);
    expect(await paper.locator('td.figure').count()).toBe(await page.locator('.tables td.figure').count());
    await paper.locator('td.figure').nth(40).click();
    const title = await page.locator('.tables td.looked-at').getAttribute('title');
    expect(title).toContain('表三');
    await page.locator('.tables td.figure').nth(60).click();
    expect(await paper.locator('td.looked-at').textContent()).toBe(
      await page.locator('.tables td.looked-at').textContent(),
    );
  }, 60_000);

  test('has no barrier that axe knows, and fits 320 points', async () => {
    for (const path of [OF_PDF, OF_DOCX]) {
      const { page } = await open(path);
      if (path === OF_PDF) await page.locator('.page[data-painted]').first().waitFor();
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

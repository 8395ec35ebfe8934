import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { drawnPdfs, originalPdfs } from './pdf-documents.ts';
import { milliseconds, printTable } from './print-table.ts';
import { spreadOf } from './statistics.ts';
import { openStoredCloud } from './web/open-stored-cloud.ts';
import { type Look, timeFacet, timeOpening } from './web/time-page.ts';

/** The browser of Debian; another by `CHROMIUM`. */
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Older than lists may be: the next one is read from the table. */
const REST_MS = 6_000;
const YEAR = 2021;

/** The page in a browser, over 10,000 stored findings. */
export async function benchWeb(rounds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-web-'));
  const [pdf] = [...originalPdfs(), ...drawnPdfs(join(folder, 'pdf'))];
  if (!pdf) throw new Error('there is no PDF to show');
  const cloud = await openStoredCloud(folder, YEAR, pdf.path);
  const browser = await chromium.launch({
    executablePath: BROWSER,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking'],
  });
  const busyBefore = loadavg()[0];
  try {
    const openAnew = async (path: string, selector: string, asked: string) => {
      const context = await browser.newContext({ baseURL: cloud.web, viewport: { width: 1800, height: 900 } });
      try {
        return await timeOpening(context, path, selector, asked);
      } finally {
        await context.close();
      }
    };
    const queue = () => openAnew(`/?year=${YEAR}`, '.list tbody tr', '/findings');
    const first = await queue();
    const times = async (look: () => Promise<Look>, times = rounds) => {
      const looks: Look[] = [];
      for (let round = 0; round < times; round++) looks.push(await look());
      return looks;
    };
    const queues = await times(queue);
    const reports = await times(() => openAnew(cloud.pdfPath, '.page[data-painted=true]', '/document'));
    const page = await browser.newPage({ baseURL: cloud.web, viewport: { width: 1800, height: 900 } });
    await page.goto(`/?year=${YEAR}`);
    await page.locator('.list tbody tr').first().waitFor();
    const facets = await times(() => timeFacet(page, 'severity=error', 0), rounds * 2);
    const rested = await times(() => timeFacet(page, 'severity=error', REST_MS), Math.ceil(rounds / 2));
    const measured = {
      'queue, the first at all': [first],
      queue: queues,
      'report with its PDF page': reports,
    } as const;
    const all = { ...measured, 'facet chosen': facets, 'facet chosen after a rest of 6 s': rested };
    const rows = Object.entries(all).map(([name, looks]) => ({ name, ...summarise(looks) }));
    printTable(
      `The page in a browser, ms; ${pdf.name}; load ${busyBefore?.toFixed(1)} – ${loadavg()[0]?.toFixed(1)}`,
      ['', 'median', '95 %', 'least', 'of it the answer: median', 'least'],
      rows.map(({ name, shown, asked }) => [
        name,
        ...[shown.median, shown.p95, shown.least, asked.median, asked.least].map(milliseconds),
      ]),
    );
    return { rows, load: { before: busyBefore, after: loadavg()[0] } };
  } finally {
    await browser.close();
    await cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function summarise(looks: readonly Look[]) {
  const of = (which: keyof Look) => {
    const times = looks.map((look) => look[which]);
    return { ...spreadOf(times), least: Math.min(...times) };
  };
  return { shown: of('shown'), asked: of('asked') };
}

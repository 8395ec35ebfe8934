import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The browser of Debian, which `.ci/run` installs; undefined where it is absent. */
export const executable = findExecutable('chromium');
/** Whether Chromium is there. Tests that need it say so where it is absent. */
export const hasChromium = executable !== undefined;

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** As many as the machine of the gate has cores. */
const AT_ONCE = 2;

export type PrintOptions = NonNullable<Parameters<Page['pdf']>[0]>;

export interface PrintJob {
  readonly html: string;
  readonly options: PrintOptions;
}

/** A browser with a new profile; whoever launches it closes it. */
export function launchChromium(): Promise<Browser> {
  if (!executable) throw new Error('Chromium is not installed');
  return chromium.launch({ executablePath: executable, chromiumSandbox: false, args: FLAGS });
}

/** Prints pages to PDF with one browser, which sees no network and runs no scripts; in the order given. */
export async function printHtml(jobs: readonly PrintJob[]): Promise<Uint8Array[]> {
  if (jobs.length === 0) return [];
  // Playwright gives every browser that it launches a new profile, and takes it away.
  const browser = await launchChromium();
  try {
    return await printWith(browser, jobs);
  } finally {
    await browser.close();
  }
}

async function printWith(browser: Browser, jobs: readonly PrintJob[]): Promise<Uint8Array[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  await context.route(/^https?:/, (route) => route.abort());
  const printed: Uint8Array[] = [];
  const waiting = jobs.entries();
  await Promise.all(Array.from({ length: AT_ONCE }, () => printNext(context, waiting, printed)));
  return printed;
}

async function printNext(context: BrowserContext, waiting: Iterator<[number, PrintJob]>, printed: Uint8Array[]) {
  const page = await context.newPage();
  for (let next = waiting.next(); !next.done; next = waiting.next()) {
    const [at, { html, options }] = next.value;
    await page.setContent(html, { waitUntil: 'load' });
    printed[at] = new Uint8Array(await page.pdf({ printBackground: true, ...options }));
  }
  await page.close();
}

function findExecutable(name: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

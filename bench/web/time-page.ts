import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';

/** Of one look at the page, in milliseconds. */
export interface Look {
  /** Until what was wanted stood on the screen. */
  readonly shown: number;
  /** Of that, from the slowest request for data to its answer; none where none was needed. */
  readonly asked: number;
}

/** As long as one look may take; more is no measure. */
const PATIENCE_MS = 60_000;

/** Runs in the page: resolves once a selector finds something and the frame after that has been drawn. */
const SHOWN = `(selector) => new Promise((resolve, reject) => {
  const look = () => {
    if (document.querySelector(selector))
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    else if (performance.now() > ${PATIENCE_MS}) reject(new Error(document.body.innerText));
    else setTimeout(look, 2);
  };
  look();
})`;

/** Runs in the page: how long the slowest answer of the API took that was asked for since. */
const ASKED = `(path, since) => Math.max(0, ...performance.getEntriesByType('resource')
  .filter(({ name, startTime }) => name.includes(path) && startTime >= since)
  .map(({ startTime, responseEnd }) => responseEnd - startTime))`;

/** Opens an address anew, with nothing kept by the browser, until a selector finds something. */
export async function timeOpening(context: BrowserContext, url: string, selector: string, path: string): Promise<Look> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await page.goto(url, { waitUntil: 'commit' });
    const shown = Number(await page.evaluate(`(${SHOWN})(${JSON.stringify(selector)})`));
    const asked = Number(await page.evaluate(`(${ASKED})(${JSON.stringify(path)}, 0)`));
    return { shown, asked };
  } finally {
    await page.close();
  }
}

/**
 * Chooses a value of a facet, or takes it back, until the list that belongs to it is drawn.
 * @param facet as it stands in an address; nothing else may be chosen
 */
export async function timeFacet(page: Page, facet: string, rest: number): Promise<Look> {
  await delay(rest);
  // Once it is chosen, the links of all other values hold it as well.
  const isChosen = page.url().includes(facet);
  const link = isChosen ? '.facets li a[aria-current]' : `.facets li a[href*="${facet}"]`;
  return (await page.evaluate(`(async () => {
    const chosen = document.querySelector(${JSON.stringify(link)});
    const isThere = (of) => document.querySelector('.list tbody tr') && location.search === of;
    const to = new URL(chosen.href).search;
    const from = performance.now();
    const before = document.querySelector('.list');
    chosen.click();
    const isLate = () => performance.now() - from > ${PATIENCE_MS};
    while (!isLate() && (!isThere(to) || document.querySelector('.list') === before)) await new Promise((go) => setTimeout(go, 1));
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    return { shown: performance.now() - from, asked: (${ASKED})('/findings', from) };
  })()`)) as Look;
}

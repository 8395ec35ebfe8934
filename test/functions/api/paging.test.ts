import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeReports } from '../../../bench/store-reports.ts';
import { assessReport } from '../../../records/assess-report.ts';
import { OPERATIONS } from '../../../records/contract/api/operations.ts';
import type { ReportRecord } from '../../../records/report-record.ts';
import { LEAN_READERS } from '../../readers.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from '../adapters/stores.ts';
import { reportDocx } from '../ingest/uploads.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';

const YEAR = 2020;
const REPORTS = 102;
/** Of each finding, in scopes of their own. */
const COPIES = 6;
/** Longer than lists are kept. */
const UNTIL_READ_AGAIN = 5_100;

const bodyOf = (at: number) => `第${at}号机关`;

describe.skipIf(!hasTableEngine())(`lists of more than 1,000 items (${WHY_SKIPPED})`, () => {
  let stores: Stores;
  let world: ApiWorld;
  let record: ReportRecord;

  const store = (bodies: readonly string[], office: (at: number) => string) =>
    storeReports(
      stores.dynamodb,
      world.tableName,
      bodies.map((body, at) => ({
        record,
        body,
        year: YEAR,
        upload: { bucket: world.buckets.inbox, key: `inbox/${office(at)}/${body}.docx`, versionId: 'v1' },
        at: '2021-01-20T08:00:00.000Z',
      })),
    );

  beforeAll(async () => {
    stores = await openStores();
    world = await openApiWorld(stores);
    const bytes = reportDocx({ isBroken: true });
    const assessed = await assessReport({ bytes, sha256: 'a', fileName: 'report.docx' }, LEAN_READERS);
    if (!assessed.readable) throw new Error(assessed.code);
    const findings = Array.from({ length: COPIES }, (_, copy) =>
      assessed.record.findings.map((finding) => ({ ...finding, scope: `${finding.scope} ${copy}` })),
    ).flat();
    record = { ...assessed.record, findings };
    const bodies = Array.from({ length: REPORTS }, (_, at) => bodyOf(at));
    await store(bodies, (at) => (at % 3 === 0 ? '鹿城区' : '平潭'));
  }, 120_000);
  afterAll(() => stores?.close());

  /** Asks page after page, and does something between the first two. */
  async function pagesOf<Id extends 'listFindings' | 'listReports'>(
    id: Id,
    query: Record<string, string>,
    between: () => Promise<void> = async () => {},
    user: 'reader' | 'office' = 'reader',
  ) {
    const { method, path } = OPERATIONS[id];
    const items: unknown[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const asked: Record<string, string> = cursor === null ? query : { ...query, cursor };
      const got = await world.ask(user, method, path, { query: asked });
      const page = OPERATIONS[id].answer.parse(got.json);
      items.push(...page.items);
      cursor = page.next;
      pages += 1;
      if (pages === 1) await between();
    } while (cursor !== null && pages < 200);
    return items;
  }

  test('of findings: each once, whatever the length of the pages', async () => {
    const expected = Array.from({ length: REPORTS }, (_, at) =>
      record.findings.map(({ rule, scope }) => `${bodyOf(at)} ${rule} ${scope}`),
    ).flat();
    expect(expected.length).toBeGreaterThan(1000);
    for (const limit of ['137', '500']) {
      const items = OPERATIONS.listFindings.answer.shape.items.parse(await pagesOf('listFindings', { limit }));
      const found = items.map(({ report, rule, scope }) => `${report.bodyKey} ${rule} ${scope}`);
      expect(found.length).toBe(expected.length);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
  });

  test('an office goes through those of its own only', async () => {
    const items = OPERATIONS.listReports.answer.shape.items.parse(
      await pagesOf('listReports', { limit: '7' }, undefined, 'office'),
    );
    const own = Array.from({ length: REPORTS / 3 }, (_, at) => bodyOf(at * 3));
    expect(items.map(({ bodyKey }) => bodyKey).toSorted()).toEqual(own.toSorted());
  });

  test('while reports come in and are decided on, none is lost or shown twice', async () => {
    const [first] = OPERATIONS.listFindings.answer.parse((await world.ask('reviewer', 'GET', '/findings')).json).items;
    if (!first) throw new Error('nothing was found');
    const { bodyKey, year } = first.report;
    const items = OPERATIONS.listReports.answer.shape.items.parse(
      await pagesOf('listReports', { limit: '20' }, async () => {
        await store(['新来的机关'], () => '平潭');
        const body = { report: { bodyKey, year }, key: first.key, decision: 'confirmed', expected: 0 };
        expect((await world.ask('reviewer', 'POST', '/decisions', { body })).status).toBe(200);
        await setTimeout(UNTIL_READ_AGAIN);
      }),
    );
    const found = items.map((item) => item.bodyKey);
    expect(new Set(found).size).toBe(found.length);
    const there = new Set(found);
    expect(Array.from({ length: REPORTS }, (_, at) => bodyOf(at)).filter((body) => !there.has(body))).toEqual([]);
  });
});

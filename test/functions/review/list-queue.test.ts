import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { decideOn } from '../../../functions/review/decide-on.ts';
import { listFindings, listReports } from '../../../functions/review/list-queue.ts';
import { openYearQueue } from '../../../functions/review/open-year-queue.ts';
import { EMPTY_ROSTER } from '../../../records/bodies/roster.ts';
import { findingsAnswerSchema, reportsAnswerSchema } from '../../../records/contract/api/findings.ts';
import { openMemoryWorld } from '../ingest/memory-world.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { ingested, type World } from '../ingest/world.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const ALL = { limit: 500 };

function queueOf({ deps, reader }: World, read: () => void | Promise<void> = () => undefined) {
  const { reports, clock } = deps;
  const counted: typeof reader.reportsOfYear = async (year, known) => {
    await read();
    return reader.reportsOfYear(year, known);
  };
  const stores = { reports, digest, clock, wait: delay, reader: { ...reader, reportsOfYear: counted } };
  return openYearQueue({ ...stores, readRoster: async () => EMPTY_ROSTER });
}

async function withTwoReports(): Promise<World> {
  const world = openMemoryWorld();
  await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true }));
  await ingested(world, 'inbox/平潭县/b.docx', reportDocx({ body: '平潭县人民政府', isBroken: true }));
  await ingested(world, 'inbox/平潭县/c.docx', reportDocx({ body: '平潭县人民政府', year: 2019 }));
  return world;
}

test('the newest year on file is listed where none is asked for, and answers fit the contract', async () => {
  const queue = queueOf(await withTwoReports());
  const findings = await listFindings(ALL, 'all', queue);
  expect(findings).toMatchObject({ year: 2020, years: [2020, 2019] });
  expect(findings.items.length).toBeGreaterThan(1);
  expect(findingsAnswerSchema.parse(findings)).toEqual(findings);
  const reports = await listReports(ALL, 'all', queue);
  expect(reports.total).toBe(2);
  expect(reportsAnswerSchema.parse(reports)).toEqual(reports);
  expect(await listReports({ ...ALL, year: 2019 }, 'all', queue)).toMatchObject({ total: 1, year: 2019 });
});

test('an office sees what it handed in, in lists and counts alike', async () => {
  const queue = queueOf(await withTwoReports());
  const { items, facets, total } = await listReports(ALL, { office: '平潭县' }, queue);
  expect(items.map(({ bodyKey }) => bodyKey)).toEqual(['平潭县人民政府']);
  expect(total).toBe(1);
  expect(facets.office).toEqual([{ value: '平潭县', count: 1 }]);
});

test('a division stands for what lies in it', async () => {
  const queue = queueOf(await withTwoReports());
  const { items } = await listReports({ ...ALL, division: '350000' }, 'all', queue);
  expect(items.map(({ division }) => division)).toEqual(['350128']);
});

test('one’s own decision shows at once, and so does another’s; lists in between read no year', async () => {
  const world = await withTwoReports();
  let reads = 0;
  const queue = queueOf(world, () => {
    reads += 1;
  });
  const stores = { ...world.deps, digest };
  const before = await listFindings({ ...ALL, state: 'open' }, 'all', queue);
  const [first, second] = before.items.filter(({ report }) => report.bodyKey === REPORT.bodyKey);
  if (!first || !second) throw new Error('two findings are expected');
  const decide = (key: string) =>
    decideOn({ report: REPORT, key, decision: 'confirmed', note: '', expected: 0 }, { name: '审核员甲' }, stores);
  await decide(first.key);
  const head = await world.reader.readHead(REPORT);
  if (head) queue.note(head);
  const own = await listFindings({ ...ALL, state: 'open' }, 'all', queue);
  expect(own.total).toBe(before.total - 1);
  expect(reads).toBe(2);
  // Nobody tells this queue of it: another function took the decision.
  await decide(second.key);
  const others = await listFindings({ ...ALL, state: 'open' }, 'all', queue);
  expect(others.total).toBe(before.total - 2);
  expect(reads).toBe(2);
  world.clock.pass(6);
  expect((await listFindings({ ...ALL, state: 'open' }, 'all', queue)).total).toBe(before.total - 2);
});

test('a report whose year could not be told is in the list all the same', async () => {
  const world = await withTwoReports();
  const { reportsOfYear } = world.reader;
  const lost = { ...(await reportsOfYear(2019))[0], bodyKey: '?abc', body: null, year: null };
  const reader = {
    ...world.reader,
    reportsOfYear: async (year: number | null) => (year === null ? [lost as never] : reportsOfYear(year)),
  };
  const { items } = await listReports(ALL, 'all', queueOf({ ...world, reader }));
  expect(items.map(({ bodyKey }) => bodyKey)).toContain('?abc');
});

test('a year that takes long to look at again is listed as it was meanwhile, for half a minute and no longer', async () => {
  const world = await withTwoReports();
  let isHeld = false;
  // Of the year, and of the reports of no year.
  const held: (() => void)[] = [];
  const queue = queueOf(world, () => (isHeld ? new Promise<void>((resolve) => held.push(resolve)) : undefined));
  const letGo = () => {
    isHeld = false;
    for (const release of held.splice(0)) release();
  };
  const bodies = async () => (await listReports({ ...ALL, year: 2019 }, 'all', queue)).items.map(({ body }) => body);
  expect(await bodies()).toEqual(['平潭县人民政府']);
  await ingested(world, 'inbox/鹿城区/d.docx', reportDocx({ year: 2019 }));
  world.clock.pass(6);
  isHeld = true;
  expect(await bodies()).toEqual(['平潭县人民政府']);
  letGo();
  // What was held is given next, though nothing was asked since.
  await expect.poll(bodies).toHaveLength(2);
  world.clock.pass(31);
  isHeld = true;
  const late = bodies();
  expect(await Promise.race([late.then(() => 'given'), delay(200, 'waited for')])).toBe('waited for');
  // A reading that does not end is not waited for by whoever comes later.
  isHeld = false;
  world.clock.pass(11);
  expect(await bodies()).toHaveLength(2);
  letGo();
  expect(await late).toHaveLength(2);
});

test('a reading that fails is no answer, and the next one reads again', async () => {
  const world = await withTwoReports();
  let isBroken = true;
  const queue = queueOf(world, () => {
    if (isBroken) throw new Error('the table does not answer');
  });
  const total = async () => (await listReports(ALL, 'all', queue)).total;
  await expect(total()).rejects.toThrow('the table does not answer');
  isBroken = false;
  expect(await total()).toBe(2);
});

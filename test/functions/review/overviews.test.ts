import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { decideOn } from '../../../functions/review/decide-on.ts';
import { exportOfYear } from '../../../functions/review/export-of-year.ts';
import { listFindings } from '../../../functions/review/list-queue.ts';
import { openYearQueue } from '../../../functions/review/open-year-queue.ts';
import { readStatistics } from '../../../functions/review/read-statistics.ts';
import { readYears } from '../../../functions/review/read-years.ts';
import { EMPTY_ROSTER } from '../../../records/bodies/roster.ts';
import { statisticsAnswerSchema } from '../../../records/contract/api/overview.ts';
import { yearsAnswerSchema } from '../../../records/contract/api/reports.ts';
import { docxOfYear } from '../ingest/carried-years.ts';
import { openMemoryWorld } from '../ingest/memory-world.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { ingested } from '../ingest/world.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

function openOffice() {
  const world = openMemoryWorld();
  const { deps, reader, clock } = world;
  const readRoster = async () => EMPTY_ROSTER;
  const queue = openYearQueue({ reports: deps.reports, digest, clock: clock.now, reader, readRoster, wait: delay });
  return { world, stores: { reports: reader, reader, digest, readRoster, queue } };
}

test('the years of a body are without gaps, with what does not follow from one to the next and what was decided', async () => {
  const { world, stores } = openOffice();
  for (const year of [2021, 2022] as const) await ingested(world, `inbox/鹿城区/${year}.docx`, docxOfYear(year));
  await ingested(world, 'inbox/鹿城区/2019.docx', reportDocx({ year: 2019 }));
  const report = { ...REPORT, year: 2022 };
  const across = (await world.reader.readHead(report))?.lines?.find(({ reach }) => reach === 'across');
  const asked = { report, key: across?.key ?? '', decision: 'explained', note: '跨年补正', expected: 0 } as const;
  await decideOn(asked, { name: '甲' }, { ...world.deps, digest });
  const answer = await readYears(REPORT.bodyKey, 'all', stores);
  expect(yearsAnswerSchema.parse(answer)).toEqual(answer);
  expect(answer?.years.map(({ year, row }) => [year, row !== null])).toEqual([
    [2019, true],
    [2020, false],
    [2021, true],
    [2022, true],
  ]);
  const last = answer?.years.at(-1);
  expect(last?.findings.find(({ key }) => key === asked.key)?.state).toMatchObject({ by: '甲', note: '跨年补正' });
  expect(last?.figures['t3.granted.natural_person']?.value).toBe(10);
});

test('of another office’s body there are no years, as of one that nobody knows', async () => {
  const { world, stores } = openOffice();
  await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
  expect(await readYears(REPORT.bodyKey, { office: '平潭县' }, stores)).toBeUndefined();
  expect(await readYears('别处', 'all', stores)).toBeUndefined();
  expect(await readYears(REPORT.bodyKey, { office: '鹿城区' }, stores)).toMatchObject({ bodyKey: REPORT.bodyKey });
});

test('statistics say where a rule is broken, and which share of what was decided on was our mistake', async () => {
  const { world, stores } = openOffice();
  const body = '平潭县人民政府';
  await ingested(world, 'inbox/平潭县/a.docx', reportDocx({ body, isBroken: true }));
  await ingested(world, 'inbox/平潭县/b.docx', reportDocx({ isBroken: false }));
  const report = { bodyKey: body, year: 2020 };
  const line = (await world.reader.readHead(report))?.lines?.find(({ rule }) => rule === 'T3-APPLICANTS');
  const asked = { report, key: line?.key ?? '', decision: 'misread', note: '串列', expected: 0 } as const;
  await decideOn(asked, { name: '甲' }, { ...world.deps, digest });
  const answer = await readStatistics(undefined, stores);
  expect(statisticsAnswerSchema.parse(answer)).toEqual(answer);
  expect(answer).toMatchObject({ year: 2020, reports: 2, divisions: { '350128': 1 } });
  const rule = answer.rules.find(({ rule: id }) => id === 'T3-APPLICANTS');
  expect(rule).toMatchObject({ reports: 1, byDivision: { '350128': 1 }, misreadShare: 1 });
});

test('an export is named by its file; what is not offered is not found', async () => {
  const { world, stores } = openOffice();
  await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true }));
  const wanted = { which: 'newest', language: 'zh' } as const;
  const found = await exportOfYear('findings.csv', wanted, stores);
  const pieces: Uint8Array[] = [];
  for await (const piece of found?.pieces ?? []) pieces.push(piece);
  const lines: unknown[] = parse(Buffer.concat(pieces), { bom: true, columns: true });
  expect(lines).toHaveLength((await world.reader.readHead(REPORT))?.lines?.length ?? -1);
  for (const file of ['findings.exe', 'secrets.csv', 'findings', 'findings.csv.csv']) {
    expect(await exportOfYear(file, wanted, stores)).toBeUndefined();
  }
});

test('an export with filters holds what a list with them shows', async () => {
  const { world, stores } = openOffice();
  const body = '平潭县人民政府';
  await ingested(world, 'inbox/平潭县/a.docx', reportDocx({ body, isBroken: true }));
  await ingested(world, 'inbox/鹿城区/b.docx', reportDocx({ isBroken: true }));
  const filter = { year: 2020, rule: 'T3-APPLICANTS', office: '平潭县' };
  const listed = await listFindings({ ...filter, limit: 100 }, 'all', stores.queue);
  expect(listed.total).toBeGreaterThan(0);
  const rowsOf = async (file: string) => {
    const found = await exportOfYear(file, { ...filter, which: 'newest', language: 'zh' }, stores);
    const pieces: Uint8Array[] = [];
    for await (const piece of found?.pieces ?? []) pieces.push(piece);
    return parse(Buffer.concat(pieces), { bom: true, columns: true }) as Record<string, string>[];
  };
  const rows = await rowsOf('findings.csv');
  expect(rows.map(({ rule, scope, body: name }) => [rule, scope, name])).toEqual(
    listed.items.map(({ rule, scope }) => [rule, scope, body]),
  );
  expect((await rowsOf('reports.csv')).map(({ body: name }) => name)).toEqual([body]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Assembly } from '../../local/template/read-assembly.ts';
import { type ReportEvent, reportEventSchema } from '../../records/contract/report-event.ts';
import { SAMPLES } from '../dresses/samples-on-disk.ts';
import { BODY, reportDocx, YEAR } from '../functions/ingest/uploads.ts';
import { ingestAssembly } from './assemblies.ts';
import { startTestCloud, type TestCloud } from './test-cloud.ts';

// From the inbox to the event bus: what other systems hear of 平潭's reports as published, and of a corrected one.

let assembly: Assembly;
beforeAll(async () => {
  assembly = await ingestAssembly();
}, 150_000);

const lineSchema = z.looseObject({ bus: z.string(), source: z.literal('gouji'), detail: reportEventSchema });

function sample(folder: string): Buffer {
  const path = join(SAMPLES, folder);
  return readFileSync(join(path, readdirSync(path).find((file) => file.endsWith('.docx')) ?? ''));
}

async function bring(cloud: TestCloud, key: string, content: Uint8Array): Promise<void> {
  await cloud.put(key, Buffer.from(content));
  await cloud.drained();
}

function eventsOn(cloud: TestCloud): ReportEvent[] {
  const lines = readFileSync(cloud.dataDir.events, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const { detail, ...envelope } = lineSchema.parse(JSON.parse(line));
    expect(envelope['detail-type']).toBe(detail.type);
    return detail;
  });
}

/** The lines of embedded metrics with this metric, from the log of the publish function. */
function metricLines(cloud: TestCloud, metric: string) {
  const log = readdirSync(cloud.dataDir.logs).find((name) => name.includes('Publish')) ?? '';
  return readFileSync(join(cloud.dataDir.logs, log), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"_aws"') && line.includes(`"${metric}"`))
    .map((line): unknown => JSON.parse(line.slice(line.indexOf('{'))));
}

/** Of one report, in the order in which the bus took them. */
const toldOf = (events: readonly ReportEvent[], body: string, year: number) =>
  events.filter(({ report }) => report.body === body && report.year === year);

test('reports, findings and a correction are told once and in order, and the log says that nothing waits', async () => {
  const cloud = await startTestCloud({ assembly, schedules: 'held' });
  await bring(cloud, 'inbox/平潭办/2019.docx', sample('pingtan_2019'));
  await bring(cloud, 'inbox/平潭办/2020.docx', sample('pingtan_2020'));
  await bring(cloud, 'inbox/鹿城/2020.docx', reportDocx());
  await bring(cloud, 'inbox/鹿城/2020.docx', reportDocx({ edition: 1 }));
  await cloud.runSchedule('Publish');
  const events = eventsOn(cloud);

  // What is wrong with each was found by hand: SOURCE.md of the samples.
  expect(toldOf(events, '平潭综合实验区', 2019)).toMatchObject([
    { type: 'ReportAccepted', sequence: 1, index: 0, outcome: 'accepted', counts: { error: 0, explain: 0, hint: 1 } },
    { type: 'FindingRaised', sequence: 1, index: 1, finding: { rule: 'TEXT-PARTS', severity: 'hint' } },
  ]);
  const raised = toldOf(events, '平潭综合实验区', 2020);
  expect(raised.map(({ type, sequence, index }) => [type, sequence, index])).toEqual([
    ['FindingRaised', 1, 0],
    ['FindingRaised', 1, 1],
    ['FindingRaised', 1, 2],
    ['FindingRaised', 2, 0],
  ]);
  expect(raised.map((event) => 'finding' in event && event.finding)).toMatchObject([
    {
      rule: 'T3-RESULTS',
      scope: 'natural_person',
      severity: 'error',
      message: { zh: '表三「自然人」列：（一）至（六）合计 26，（七）总计填报 20，相差 6。' },
    },
    {
      rule: 'T3-RESULTS',
      scope: 'total',
      severity: 'error',
      message: { zh: '表三「总计」列：（一）至（六）合计 27，（七）总计填报 21，相差 6。' },
    },
    { rule: 'TEXT-PARTS', severity: 'hint' },
    { rule: 'T2-PUBLIC-TOTAL', scope: 'regulations', severity: 'explain', reach: 'across' },
  ]);
  expect(toldOf(events, BODY, YEAR)).toMatchObject([
    { type: 'ReportAccepted', index: 0 },
    {
      type: 'ReportSuperseded',
      index: 0,
      differences: 1,
      diff: [{ figure: 't2.licensing.decisions', before: { value: 0 }, after: { value: 1 } }],
    },
  ]);
  expect(events).toHaveLength(8);
  expect(new Set(events.map(({ id }) => id)).size).toBe(8);

  await cloud.runSchedule('Publish');
  expect(eventsOn(cloud)).toEqual(events);
  const nothing = { service: 'publish', ChangesPending: 0, OldestChangeSeconds: 0 };
  for (const metric of ['ChangesPending', 'OldestChangeSeconds']) {
    expect(metricLines(cloud, metric)).toMatchObject([nothing, nothing]);
    expect(metricLines(cloud, metric)[0]).toMatchObject({
      _aws: { CloudWatchMetrics: [{ Namespace: 'gouji', Dimensions: [['service']] }] },
    });
  }
}, 120_000);

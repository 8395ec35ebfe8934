import { describe, expect, test } from 'vitest';
import { publishChanges } from '../../../functions/publish/publish-changes.ts';
import type { PublishDependencies } from '../../../functions/publish/publish-dependencies.ts';
import { type ReportEvent, reportEventSchema } from '../../../records/contract/report-event.ts';
import { revisionIdOf } from '../../../records/keys.ts';
import { docxOfYear } from '../ingest/carried-years.ts';
import { StoreFault } from '../ingest/disturb.ts';
import { BODY, reportDocx, YEAR } from '../ingest/uploads.ts';
import { deliverUntilDone, digest, ingested } from '../ingest/world.ts';
import type { PublishWorld } from './publish-world.ts';

const always = () => true;
const run = (deps: PublishDependencies) => publishChanges(deps, always);
const revisionOf = (bytes: Uint8Array) => revisionIdOf(digest(bytes));

/** What happened, to which report, in a word each. */
const told = (events: readonly ReportEvent[]) =>
  events.map((event) => `${event.report.year} ${event.type}${'finding' in event ? ` ${event.finding.rule}` : ''}`);

/** First occurrences, as one who deduplicates sees them. */
const firsts = (events: readonly ReportEvent[]) =>
  [...new Map(events.toReversed().map((event) => [event.id, event])).values()].toSorted(
    (a, b) => events.findIndex(({ id }) => id === a.id) - events.findIndex(({ id }) => id === b.id),
  );

function expectOrderPerReport(events: readonly ReportEvent[]): void {
  const last = new Map<string, readonly [number, number]>();
  for (const { report, sequence, index } of firsts(events)) {
    const name = `${report.bodyKey} ${report.year}`;
    const [before, at] = last.get(name) ?? [0, -1];
    expect(sequence > before || (sequence === before && index === at + 1)).toBe(true);
    last.set(name, [sequence, index]);
  }
}

function expectSameUnderOneId(events: readonly ReportEvent[]): void {
  const seen = new Map<string, string>();
  for (const event of events) {
    expect(seen.get(event.id) ?? JSON.stringify(event)).toBe(JSON.stringify(event));
    seen.set(event.id, JSON.stringify(event));
  }
}

/** Dependencies whose effect of this number fails, before or after it was done; every later one as well. */
function dyingAt(deps: PublishDependencies, at: number, when: 'before' | 'after') {
  let count = 0;
  const effect = async <Result>(does: () => Promise<Result>): Promise<Result> => {
    const number = count++;
    if (number > at || (number === at && when === 'before')) throw new StoreFault('dead');
    const result = await does();
    if (number === at) throw new StoreFault('dead');
    return result;
  };
  const { changes, bus, reports } = deps;
  const dying: PublishDependencies = {
    ...deps,
    changes: {
      findPending: (most) => effect(() => changes.findPending(most)),
      readWaiting: (report) => effect(() => changes.readWaiting(report)),
      markTold: (list, now) => effect(() => changes.markTold(list, now)),
    },
    bus: { send: (events) => effect(() => bus.send(events)) },
    reports: { readRecord: (report, revision) => effect(() => reports.readRecord(report, revision)) },
  };
  return { dying, effects: () => count };
}

/** What publishing must do in any world. */
export function describePublishing(open: () => Promise<PublishWorld>): void {
  test('an accepted report, then its correction with the cells that differ', async () => {
    const { world, publish, sent } = await open();
    await ingested(world, 'a.docx', reportDocx());
    world.clock.pass(3600);
    await run(publish);
    await ingested(world, 'a.docx', reportDocx({ edition: 1 }));
    await run(publish);
    for (const event of sent) expect(reportEventSchema.parse(event)).toEqual(event);
    const reportLevel = sent.filter(({ type }) => type.startsWith('Report'));
    expect(reportLevel).toMatchObject([
      { type: 'ReportAccepted', report: { body: BODY, year: YEAR }, sha256: digest(reportDocx()), sequence: 1 },
      {
        type: 'ReportSuperseded',
        from: revisionOf(reportDocx()),
        to: { revision: revisionOf(reportDocx({ edition: 1 })), sha256: digest(reportDocx({ edition: 1 })) },
        differences: 1,
        diff: [{ figure: 't2.licensing.decisions', before: { state: 'stated' }, after: { state: 'stated' } }],
      },
    ]);
    const [cell] = reportLevel[1]?.type === 'ReportSuperseded' ? (reportLevel[1].diff ?? []) : [];
    expect((cell?.after?.value ?? 0) - (cell?.before?.value ?? 0)).toBe(1);
  });

  test('findings are raised and resolved; what was accepted stays so while a correction needs review', async () => {
    const { world, publish, sent } = await open();
    await ingested(world, 'a.docx', reportDocx());
    world.clock.pass(3600);
    await ingested(world, 'a.docx', reportDocx({ isBroken: true }));
    await run(publish);
    const first = sent.length;
    expect(told(sent)).toContain(`${YEAR} FindingRaised T3-RESULTS`);
    expect(told(sent).filter((word) => word.includes(' Report'))).toEqual([`${YEAR} ReportAccepted`]);
    world.clock.pass(3600);
    await ingested(world, 'a.docx', reportDocx({ edition: 1 }));
    await run(publish);
    const raised = sent.slice(0, first).filter(({ type }) => type === 'FindingRaised');
    const resolved = sent.slice(first).filter(({ type }) => type === 'FindingResolved');
    const keys = (events: readonly ReportEvent[]) => events.map((event) => 'finding' in event && event.finding.key);
    expect(keys(raised).sort()).toEqual(expect.arrayContaining(keys(resolved).sort()));
    expect(resolved.length).toBeGreaterThan(0);
    expect(told(sent.slice(first))).toContain(`${YEAR} ReportSuperseded`);
  });

  test('a year that does not carry over is told when its neighbour comes, and taken back when that is corrected', async () => {
    const { world, publish, sent } = await open();
    const bring = async (name: Parameters<typeof docxOfYear>[0]) => {
      await ingested(world, `${name}.docx`, docxOfYear(name));
      world.clock.pass(3600);
      const before = sent.length;
      await run(publish);
      return told(sent.slice(before)).filter((word) => word.includes('Report') || word.includes('T3-CARRY'));
    };
    expect(await bring(2022)).toEqual(['2022 ReportAccepted']);
    const came = await bring(2021);
    expect(came.toSorted()).toEqual([
      '2021 ReportAccepted',
      '2022 FindingRaised T3-CARRY',
      '2022 FindingRaised T3-CARRY',
      '2022 ReportWithdrawn',
    ]);
    const corrected = await bring('corrected');
    expect(corrected.toSorted()).toEqual([
      '2021 ReportSuperseded',
      '2022 FindingResolved T3-CARRY',
      '2022 FindingResolved T3-CARRY',
      '2022 ReportAccepted',
    ]);
  });

  test('an older upload that arrives late, and a second run, tell nothing', async () => {
    const { world, publish, sent } = await open();
    const old = await world.upload('a.docx', reportDocx());
    world.clock.pass(3600);
    await ingested(world, 'a.docx', reportDocx({ edition: 1 }));
    await run(publish);
    const before = sent.length;
    await deliverUntilDone(world, old);
    expect(await run(publish)).toMatchObject({ events: 0, pending: 0, oldestSeconds: 0 });
    expect(await run(publish)).toMatchObject({ changes: 0 });
    expect(sent).toHaveLength(before);
  });

  describe('a publisher that dies', () => {
    test('at any of its effects is followed by one that tells all, in order, under the same ids', async () => {
      const arrive = async () => {
        const opened = await open();
        await ingested(opened.world, 'a.docx', reportDocx());
        opened.world.clock.pass(3600);
        await ingested(opened.world, 'a.docx', reportDocx({ edition: 1 }));
        return opened;
      };
      const undisturbed = await arrive();
      const whole = dyingAt(undisturbed.publish, Number.POSITIVE_INFINITY, 'before');
      await run(whole.dying);
      expect(whole.effects()).toBeGreaterThan(6);
      for (let at = 0; at < whole.effects(); at++) {
        for (const when of ['before', 'after'] as const) {
          const { publish, sent } = await arrive();
          await run(dyingAt(publish, at, when).dying).catch((fault: unknown) => {
            expect(fault).toBeInstanceOf(StoreFault);
          });
          expect(await run(publish)).toMatchObject({ pending: 0 });
          expectSameUnderOneId(sent);
          expectOrderPerReport(sent);
          expect(firsts(sent).map(({ id, type }) => [id, type])).toEqual(
            undisturbed.sent.map(({ id, type }) => [id, type]),
          );
        }
      }
    }, 120_000);
  });

  test('workers and two publishers at the same time: every event once by its id, in order per report', async () => {
    const { world, publish, sent } = await open();
    const uploads = [];
    for (let edition = 0; edition < 6; edition++) {
      uploads.push(await world.upload(`${edition}.docx`, reportDocx({ edition })));
      world.clock.pass(1);
    }
    let isIngesting = true;
    const publisher = async () => {
      while (isIngesting) await run(publish);
    };
    const publishers = [publisher(), publisher()];
    await Promise.allSettled(uploads.map((upload) => deliverUntilDone(world, upload)));
    for (const upload of uploads) await deliverUntilDone(world, upload);
    isIngesting = false;
    await Promise.all(publishers);
    expect(await run(publish)).toMatchObject({ pending: 0 });
    expectSameUnderOneId(sent);
    expectOrderPerReport(sent);
    const last = firsts(sent).findLast(({ type }) => type.startsWith('Report'));
    // The newest may have come first: then it is accepted and nothing supersedes it.
    const revision = last?.type === 'ReportSuperseded' ? last.to.revision : last && 'revision' in last && last.revision;
    expect(revision).toBe(revisionOf(reportDocx({ edition: 5 })));
  });

  test('a report whose record cannot be read keeps no other waiting, and shows', async () => {
    const { world, publish, sent, logged } = await open();
    await ingested(world, 'a.docx', reportDocx());
    world.clock.pass(600);
    await ingested(world, 'b.docx', reportDocx({ body: '鹿城区民政局' }));
    const reports: PublishDependencies['reports'] = {
      readRecord: async (report, revision) =>
        report.bodyKey === BODY ? undefined : publish.reports.readRecord(report, revision),
    };
    expect(await run({ ...publish, reports })).toMatchObject({ pending: 2, oldestSeconds: 600 });
    expect(logged).toContain('change-unpublishable');
    expect(new Set(sent.map(({ report }) => report.body))).toEqual(new Set(['鹿城区民政局']));
    expect(await run(publish)).toMatchObject({ pending: 0 });
    expect(sent.some(({ report }) => report.body === BODY)).toBe(true);
  });

  test('a run that has no time left leaves the rest to the next', async () => {
    const { world, publish, sent } = await open();
    await ingested(world, 'a.docx', reportDocx());
    expect(await publishChanges(publish, () => false)).toMatchObject({ changes: 0, pending: 2 });
    expect(sent).toEqual([]);
    expect(await run(publish)).toMatchObject({ pending: 0 });
  });
}

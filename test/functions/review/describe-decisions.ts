import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { assignReports } from '../../../functions/review/assign-reports.ts';
import { decideOn } from '../../../functions/review/decide-on.ts';
import { decideOnMany } from '../../../functions/review/decide-on-many.ts';
import { decisionsOfDay, decisionsOfReport } from '../../../functions/review/list-decisions.ts';
import type { DecisionRequest } from '../../../records/contract/api/decisions.ts';
import { auditLineSchema, decisionResultSchema } from '../../../records/contract/api/decisions.ts';
import { headKey } from '../../../records/keys.ts';
import { docxOfYear } from '../ingest/carried-years.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { ingested, type World } from '../ingest/world.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const storesOf = ({ deps }: World) => ({ ...deps, digest: sha });
const 甲 = { name: '审核员甲' };
const 乙 = { name: '审核员乙' };

const headOf = async (world: World) => {
  const head = await world.reader.readHead(REPORT);
  if (!head) throw new Error('the report is not on file');
  return head;
};

async function withBrokenReport(open: () => Promise<World>): Promise<World> {
  const world = await open();
  await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true }));
  return world;
}

/** A decision to be taken on the finding of that rule. */
async function askedOn(world: World, rule: string, changes: Partial<DecisionRequest> = {}): Promise<DecisionRequest> {
  const { key } = (await headOf(world)).lines?.find((line) => line.rule === rule) ?? {};
  if (!key) throw new Error(`nothing was found by ${rule}`);
  return { report: REPORT, key, decision: 'confirmed', note: '', expected: 0, ...changes };
}

/** What holds of decisions, in memory and through the table. */
export function describeDecisions(open: () => Promise<World>): void {
  describe('a decision', () => {
    test('stands in the head, in the report’s trail and in the trail of its day', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS', { decision: 'explained', note: '系统口径' });
      const result = await decideOn(asked, 甲, storesOf(world));
      const at = world.clock.now().toISOString();
      const state = { decision: 'explained', by: '审核员甲', at, note: '系统口径', version: 1 };
      expect(decisionResultSchema.parse(result)).toEqual({ outcome: 'decided', key: asked.key, state });
      expect((await headOf(world)).review[asked.key]).toMatchObject({ decision: 'explained', version: 1 });
      const trail = [{ ...state, key: asked.key, rule: 'T3-APPLICANTS', report: { ...REPORT, body: '鹿城区教育局' } }];
      const ofReport = await decisionsOfReport(REPORT, world.reader);
      expect(ofReport).toMatchObject(trail);
      expect(ofReport.map((line) => auditLineSchema.parse(line))).toEqual(ofReport);
      expect(await decisionsOfDay(world.clock.now(), world.reader)).toEqual(ofReport);
      expect(await decisionsOfDay(new Date('2020-12-31'), world.reader)).toEqual([]);
      const now = world.clock.now();
      const since = (milliseconds: number) => world.reader.decisionsSince(new Date(now.getTime() - milliseconds), now);
      expect(await since(60_000)).toHaveLength(ofReport.length);
      expect(await since(-1)).toEqual([]);
    });

    test('that owes a note is not taken without one', async () => {
      const world = await withBrokenReport(open);
      for (const decision of ['explained', 'misread', 'correction-requested'] as const) {
        const asked = await askedOn(world, 'T3-APPLICANTS', { decision, note: '  ' });
        expect(await decideOn(asked, 甲, storesOf(world))).toEqual({ outcome: 'note-owed', key: asked.key });
      }
      expect((await headOf(world)).review).toEqual({});
    });

    test('on what was not found is none', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS', { key: 'f'.repeat(64) });
      expect(await decideOn(asked, 甲, storesOf(world))).toMatchObject({ outcome: 'not-found' });
      const elsewhere = { ...asked, report: { bodyKey: '别处', year: 2020 } };
      expect(await decideOn(elsewhere, 甲, storesOf(world))).toMatchObject({ outcome: 'not-found' });
    });

    test('that somebody else took meanwhile is told with who and why', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      await decideOn({ ...asked, decision: 'misread', note: '串列' }, 甲, storesOf(world));
      expect(await decideOn(asked, 乙, storesOf(world))).toMatchObject({
        outcome: 'conflict',
        standing: { decision: 'misread', by: '审核员甲', note: '串列', version: 1 },
      });
    });

    test('asked for twice is taken once, even after somebody went on from it', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      const decider = { ...甲, request: 'k1' };
      const first = await decideOn(asked, decider, storesOf(world));
      expect(await decideOn(asked, decider, storesOf(world))).toEqual(first);
      await decideOn({ ...asked, decision: 'later', expected: 1 }, 乙, storesOf(world));
      expect(await decideOn(asked, decider, storesOf(world))).toEqual(first);
      expect(await decideOn(asked, { ...甲, request: 'k2' }, storesOf(world))).toMatchObject({ outcome: 'conflict' });
      expect(await decisionsOfReport(REPORT, world.reader)).toHaveLength(2);
    });

    test('is taken back by another, and both stay in the trail, the newest first', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      await decideOn(asked, 甲, storesOf(world));
      await decideOn({ ...asked, decision: 'reopened', expected: 1 }, 甲, storesOf(world));
      expect((await headOf(world)).review[asked.key]).toMatchObject({ decision: 'reopened', version: 2 });
      const trail = await decisionsOfReport(REPORT, world.reader);
      expect(trail.map(({ decision, version }) => [decision, version])).toEqual([
        ['reopened', 2],
        ['confirmed', 1],
      ]);
    });

    test('leaves no change for other systems', async () => {
      const world = await withBrokenReport(open);
      const { moves } = await headOf(world);
      await decideOn(await askedOn(world, 'T3-APPLICANTS'), 甲, storesOf(world));
      expect((await headOf(world)).moves).toBe(moves);
    });
  });

  describe('at the same time', () => {
    test('two reviewers on one finding: one decides, the other is told by whom', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      const results = await Promise.all([甲, 乙].map((who) => decideOn(asked, who, storesOf(world))));
      expect(results.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'decided']);
      const by = results.flatMap((one) => (one.outcome === 'decided' ? [one.state.by] : []));
      expect(results.find(({ outcome }) => outcome === 'conflict')).toMatchObject({ standing: { by: by[0] } });
      expect(await decisionsOfReport(REPORT, world.reader)).toHaveLength(1);
    });

    test('two reviewers on two findings of one report: both decide', async () => {
      const world = await withBrokenReport(open);
      const { lines } = await headOf(world);
      const keys = (lines ?? []).map(({ key }) => key);
      expect(keys.length).toBeGreaterThan(1);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      const results = await Promise.all(
        keys.map((key, at) => decideOn({ ...asked, key }, at % 2 === 0 ? 甲 : 乙, storesOf(world))),
      );
      expect(results.every(({ outcome }) => outcome === 'decided')).toBe(true);
      expect(Object.keys((await headOf(world)).review).sort()).toEqual(keys.toSorted());
    });

    test('the same request twice is decided once, and both hear so', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      const [one, other] = await Promise.all(
        [0, 1].map(() => decideOn(asked, { ...甲, request: 'k' }, storesOf(world))),
      );
      expect(one).toMatchObject({ outcome: 'decided' });
      expect(other).toEqual(one);
      expect(await decisionsOfReport(REPORT, world.reader)).toHaveLength(1);
    });

    test('a correction that leaves the figures in question as they are keeps the decision, whoever comes first', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      world.clock.pass(3600);
      const [, result] = await Promise.all([
        ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true, edition: 1 })),
        decideOn(asked, 甲, storesOf(world)),
      ]);
      expect(result).toMatchObject({ outcome: 'decided' });
      const head = await headOf(world);
      expect(head.revisions).toBe(2);
      expect(head.lines?.map(({ key }) => key)).toContain(asked.key);
      expect(head.review[asked.key]).toMatchObject({ decision: 'confirmed', by: '审核员甲' });
    });
  });

  describe('what comes after a decision', () => {
    test('a corrected report without the finding leaves none to decide on, and brings the decision back with it', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      await decideOn(asked, 甲, storesOf(world));
      world.clock.pass(3600);
      await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
      expect((await headOf(world)).lines?.map(({ rule }) => rule)).not.toContain('T3-APPLICANTS');
      expect(await decideOn({ ...asked, expected: 1 }, 乙, storesOf(world))).toMatchObject({ outcome: 'not-found' });
      world.clock.pass(3600);
      await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true, edition: 2 }));
      const head = await headOf(world);
      expect(head.lines?.map(({ key }) => key)).toContain(asked.key);
      expect(head.review[asked.key]).toMatchObject({ decision: 'confirmed', version: 1 });
    });

    test('findings across years have lines as well, and can be decided on', async () => {
      const world = await open();
      for (const which of [2021, 2022] as const) {
        world.clock.pass(3600);
        await ingested(world, `inbox/鹿城区/${which}.docx`, docxOfYear(which));
      }
      const report = { ...REPORT, year: 2022 };
      const across = (await world.reader.readHead(report))?.lines?.find(({ reach }) => reach === 'across');
      if (!across) throw new Error('nothing was found across years');
      const asked = { report, key: across.key, decision: 'confirmed', note: '', expected: 0 } as const;
      expect(await decideOn(asked, 甲, storesOf(world))).toMatchObject({ outcome: 'decided' });
    });
  });

  describe('several at once', () => {
    test('each decision has its own result, in the order asked', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      const all = [asked, { ...asked, key: 'f'.repeat(64) }, { ...asked, decision: 'misread' as const }];
      const results = await decideOnMany(all, 甲, storesOf(world));
      expect(results.map(({ outcome }) => outcome)).toEqual(['decided', 'not-found', 'note-owed']);
    });
  });

  describe('what lists are made of', () => {
    test('the years of which reports are on file', async () => {
      const world = await withBrokenReport(open);
      expect(await world.reader.yearsOnFile([2021, 2020, 2019])).toEqual([2020]);
    });

    test('a head that was decided on is read anew with what was decided', async () => {
      const world = await withBrokenReport(open);
      const asked = await askedOn(world, 'T3-APPLICANTS');
      const [before] = await world.reader.reportsOfYear(2020);
      if (!before) throw new Error('the report is not in its year');
      await decideOn(asked, 甲, storesOf(world));
      const known = new Map([[headKey(REPORT).pk, before]]);
      const [after] = await world.reader.reportsOfYear(2020, known);
      expect(after?.review[asked.key]).toMatchObject({ decision: 'confirmed' });
      expect(after?.lines).toEqual(before.lines);
    });
  });

  describe('an assignment', () => {
    test('names who reviews a report until another does; the last word counts', async () => {
      const world = await withBrokenReport(open);
      expect(await assignReports([REPORT, { bodyKey: '别处', year: 2020 }], '审核员甲', storesOf(world))).toBe(1);
      expect((await headOf(world)).assignee).toBe('审核员甲');
      await Promise.all([
        assignReports([REPORT], null, storesOf(world)),
        askedOn(world, 'T3-APPLICANTS').then((asked) => decideOn(asked, 甲, storesOf(world))),
      ]);
      const head = await headOf(world);
      expect(head.assignee).toBeNull();
      expect(Object.values(head.review)).toHaveLength(1);
    });
  });
}

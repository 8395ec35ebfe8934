import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../checks/catalogue.ts';
import { broken } from '../../../checks/outcomes.ts';
import type { Rule } from '../../../checks/rule.ts';
import { type Rechecked, recheckReports } from '../../../functions/recheck/recheck-reports.ts';
import { decideOn } from '../../../functions/review/decide-on.ts';
import { decisionKeyOf } from '../../../records/decision.ts';
import { openMemoryWorld } from '../ingest/memory-world.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { ingested, type World } from '../ingest/world.ts';

/** Finds fault with every report: what a rule on trial might say. */
const TRIAL: Rule = {
  id: 'TRIAL',
  version: 1,
  state: 'shadow',
  since: '2026.11.2',
  reach: 'report',
  severity: 'hint',
  title: { zh: '试行', en: 'On trial' },
  relation: { zh: '试行', en: 'On trial' },
  basis: '无',
  evaluate: () => [
    broken(TRIAL, 'report', { figures: [], expected: 0, found: 1, message: { zh: '试行', en: 'on trial' } }),
  ],
};

const sumsOnly = RULES.filter(({ id }) => id.startsWith('T3-') || id.startsWith('T4-'));

async function recheckAll(world: World, rules: readonly Rule[], apply = false): Promise<Rechecked[]> {
  const head = await world.reader.readHead(REPORT);
  if (!head) throw new Error('there is no report');
  const found: Rechecked[] = [];
  for await (const one of recheckReports([head], { rules, apply }, world.deps)) found.push(one);
  return found;
}

async function withReport(wanted: Parameters<typeof reportDocx>[0] = {}): Promise<World> {
  const world = openMemoryWorld();
  await ingested(world, 'inbox/鹿城区/a.docx', reportDocx(wanted));
  return world;
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

test('the rules in force change nothing of what they said', async () => {
  const world = await withReport({ isBroken: true });
  const [only] = await recheckAll(world, RULES);
  expect(only).toMatchObject({ state: 'checked', changes: [], kept: [], voided: [] });
});

test('lists what a rule on trial would add, and adds nothing', async () => {
  const world = await withReport();
  const [only] = await recheckAll(world, [...RULES, TRIAL]);
  expect(only?.changes.map(({ change, finding }) => [change, finding.rule])).toEqual([['new', 'TRIAL']]);
  expect(await world.reader.revisions(REPORT)).toHaveLength(1);
});

test('lists what would be gone under a smaller rule set', async () => {
  const world = await withReport({ isBroken: true });
  const without = RULES.filter(({ id }) => id !== 'T3-APPLICANTS');
  const [only] = await recheckAll(world, without);
  expect(only?.changes.map(({ change, finding }) => [change, finding.rule])).toEqual([['gone', 'T3-APPLICANTS']]);
});

describe('applied', () => {
  test('what changed becomes a new revision of the same bytes, the old one stays', async () => {
    const world = await withReport({ isBroken: true });
    await recheckAll(
      world,
      RULES.filter(({ id }) => id !== 'T3-APPLICANTS'),
      true,
    );
    const revisions = await world.reader.revisions(REPORT);
    expect(revisions.map(({ number }) => number)).toEqual([1, 2]);
    expect(new Set(revisions.map(({ sha256 }) => sha256)).size).toBe(1);
    const head = await world.reader.readHead(REPORT);
    expect(head?.newest).toMatchObject({ number: 2, revision: revisions[1]?.revision });
    const records = await Promise.all(revisions.map(({ revision }) => world.reader.readRecord(REPORT, revision)));
    expect(records[0]?.findings.some(({ rule }) => rule === 'T3-APPLICANTS')).toBe(true);
    expect(records[1]?.findings.some(({ rule }) => rule === 'T3-APPLICANTS')).toBe(false);
    expect(records[1]?.figures).toEqual(records[0]?.figures);
  });

  test('nothing is published where nothing changed', async () => {
    const world = await withReport();
    await recheckAll(world, RULES, true);
    expect(await world.reader.revisions(REPORT)).toHaveLength(1);
  });

  test('once more changes nothing', async () => {
    const world = await withReport({ isBroken: true });
    await recheckAll(world, sumsOnly, true);
    const revisions = await world.reader.revisions(REPORT);
    await recheckAll(world, sumsOnly, true);
    expect(await world.reader.revisions(REPORT)).toEqual(revisions);
  });
});

describe('a decision', () => {
  async function decided(world: World, rule: string) {
    const head = await world.reader.readHead(REPORT);
    const record = head && (await world.reader.readRecord(REPORT, head.newest.revision));
    const finding = record?.findings.find((candidate) => candidate.rule === rule);
    if (!record || !finding) throw new Error(`nothing was found by ${rule}`);
    const key = decisionKeyOf(finding, record.figures, sha);
    const asked = { report: REPORT, key, decision: 'explained', note: '已说明', expected: 0 } as const;
    const stores = { ...world.deps, digest: sha };
    expect(await decideOn(asked, { name: 'reviewer' }, stores)).toMatchObject({ outcome: 'decided' });
  }

  test('stays while the finding stands on the same values', async () => {
    const world = await withReport({ isBroken: true });
    await decided(world, 'T3-APPLICANTS');
    const [only] = await recheckAll(world, [...RULES, TRIAL]);
    expect(only?.kept.map(({ rule }) => rule)).toEqual(['T3-APPLICANTS']);
    expect(only?.voided).toEqual([]);
  });

  test('stays through a corrected report whose values in question are the same', async () => {
    const world = await withReport({ isBroken: true });
    await decided(world, 'T3-APPLICANTS');
    world.clock.pass(3600);
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true, edition: 1 }));
    const [only] = await recheckAll(world, RULES);
    expect(only?.kept).toHaveLength(1);
  });

  test('is void once a value is another or the finding is gone', async () => {
    const world = await withReport({ isBroken: true });
    await decided(world, 'T3-APPLICANTS');
    world.clock.pass(3600);
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx());
    const [only] = await recheckAll(world, RULES);
    expect(only?.kept).toEqual([]);
    expect(only?.voided).toHaveLength(1);
  });
});

test('a record in an older shape is named, not guessed at', async () => {
  const world = await withReport();
  const reports = { ...world.deps.reports, readRecord: async () => undefined };
  const head = await world.reader.readHead(REPORT);
  if (!head) throw new Error('there is no report');
  const deps = { ...world.deps, reports };
  for await (const one of recheckReports([head], { rules: RULES, apply: false }, deps)) {
    expect(one).toMatchObject({ state: 'unreadable', changes: [] });
  }
});

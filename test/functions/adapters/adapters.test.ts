import { DeleteCommand, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeReports } from '../../../bench/store-reports.ts';
import { withAssignee } from '../../../records/head.ts';
import type { UploadRef } from '../../../records/keys.ts';
import { findingKey, headKey, revisionIdOf, revisionRecordKey, uploadKey } from '../../../records/keys.ts';
import { FORMS_2021, raised, validReading } from '../../checks/readings.ts';
import { recordWith } from '../../records/parts.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { digest, ingest, ingested, settlementOf } from '../ingest/world.ts';
import { openAdapterWorld } from './adapter-world.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from './stores.ts';

const UPLOAD: UploadRef = { bucket: 'inbox', key: 'inbox/鹿城区/a.docx', versionId: 'v1' };

describe.skipIf(!hasTableEngine())(`the adapters (${WHY_SKIPPED})`, () => {
  let opened: Stores | undefined;
  beforeAll(async () => {
    opened = await openStores();
  });
  afterAll(() => opened?.close());

  const openWorld = async () => {
    if (!opened) throw new Error('the stores were not opened');
    return { stores: opened, world: await openAdapterWorld(opened) };
  };

  test('heads of a year that are known are read again only where they moved', async () => {
    const { stores, world } = await openWorld();
    const record = recordWith({ reading: validReading(FORMS_2021) });
    const reportOf = (at: number) => ({ bodyKey: `第${at}号机关`, year: 2022 });
    const upload = { bucket: 'inbox', key: 'inbox/鹿城区/a.docx', versionId: 'v' };
    const toStore = (at: number) => ({
      record,
      body: reportOf(at).bodyKey,
      year: 2022,
      upload,
      at: '2023-01-20T08:00:00.000Z',
    });
    const most = Array.from({ length: 40 }, (_, at) => at);
    await storeReports(stores.dynamodb, world.tableName, most.map(toStore));
    const before = await world.reader.reportsOfYear(2022);
    const known = new Map(before.map((head) => [headKey(head).pk, head]));
    const { assign } = world.deps.reports;
    for (const at of [3, 4]) {
      const head = known.get(headKey(reportOf(at)).pk);
      if (!head) throw new Error('a report that was stored is not in its year');
      await assign(reportOf(at), head, withAssignee(head, '审核员甲'));
    }
    await storeReports(stores.dynamodb, world.tableName, [toStore(40)]);
    const { pk, sk } = headKey(reportOf(5));
    await stores.dynamodb.send(new DeleteCommand({ TableName: world.tableName, Key: { pk, sk } }));
    const after = await world.reader.reportsOfYear(2022, known);
    const names = (all: readonly { bodyKey: string }[]) => all.map(({ bodyKey }) => bodyKey).toSorted();
    expect(names(after)).toEqual(names([...most, 40].filter((at) => at !== 5).map(reportOf)));
    const moved = after.filter((head) => head !== known.get(headKey(head).pk));
    expect(names(moved)).toEqual(names([3, 4, 40].map(reportOf)));
    expect(moved.filter(({ assignee }) => assignee === '审核员甲')).toHaveLength(2);
    expect(moved.every(({ lines }) => lines !== undefined)).toBe(true);
  });

  describe('the ledger', () => {
    test('raises the token with each claim and admits one holder at a time', async () => {
      const { world } = await openWorld();
      const { ledger } = world.deps;
      const first = await ledger.claim(UPLOAD, world.clock.now(), 60);
      expect(first).toEqual({ kind: 'claimed', rereading: false, claim: { upload: UPLOAD, token: 1 } });
      expect(await ledger.claim(UPLOAD, world.clock.now(), 60)).toEqual({ kind: 'held' });
      world.clock.pass(59);
      expect(await ledger.claim(UPLOAD, world.clock.now(), 60)).toEqual({ kind: 'held' });
      world.clock.pass(1);
      expect(await ledger.claim(UPLOAD, world.clock.now(), 60)).toEqual({
        kind: 'claimed',
        rereading: false,
        claim: { upload: UPLOAD, token: 2 },
      });
    });

    test('of twenty claims at once grants one', async () => {
      const { world } = await openWorld();
      const claims = await Promise.all(
        Array.from({ length: 20 }, () => world.deps.ledger.claim(UPLOAD, world.clock.now(), 60)),
      );
      expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
      expect(claims.filter(({ kind }) => kind === 'held')).toHaveLength(19);
    });

    test('refuses the holder of an older token', async () => {
      const { world } = await openWorld();
      const { ledger } = world.deps;
      await ledger.claim(UPLOAD, world.clock.now(), 60);
      world.clock.pass(60);
      await ledger.claim(UPLOAD, world.clock.now(), 60);
      const settle = (token: number) =>
        ledger.settle({ upload: UPLOAD, token }, { outcome: 'failed' }, world.clock.now());
      expect(await settle(1)).toBe(false);
      await ledger.release({ upload: UPLOAD, token: 1 }, world.clock.now());
      expect(await ledger.claim(UPLOAD, world.clock.now(), 60)).toEqual({ kind: 'held' });
      expect(await settle(2)).toBe(true);
      expect(await settle(2)).toBe(false);
    });

    test('a released claim is free at once', async () => {
      const { world } = await openWorld();
      const { ledger } = world.deps;
      await ledger.claim(UPLOAD, world.clock.now(), 60);
      await ledger.release({ upload: UPLOAD, token: 1 }, world.clock.now());
      expect(await ledger.claim(UPLOAD, world.clock.now(), 60)).toMatchObject({ kind: 'claimed', claim: { token: 2 } });
    });

    test('tells how a settled upload ended; one that a fault ended can be claimed again and keeps its day of arrival', async () => {
      const { world } = await openWorld();
      const { ledger } = world.deps;
      await ledger.claim(UPLOAD, world.clock.now(), 60);
      await ledger.settle(
        { upload: UPLOAD, token: 1 },
        { outcome: 'failed', code: 'StoreFault', fault: true },
        world.clock.now(),
      );
      const arrived = (await world.reader.ledgerEntry(UPLOAD))?.receivedAt;
      world.clock.pass(48 * 3600);
      expect(await ledger.claim(UPLOAD, world.clock.now(), 60)).toMatchObject({ kind: 'claimed', claim: { token: 2 } });
      await ledger.settle({ upload: UPLOAD, token: 2 }, { outcome: 'rejected', code: 'empty' }, world.clock.now());
      expect(await ledger.claim(UPLOAD, world.clock.now(), 60)).toEqual({ kind: 'settled', outcome: 'rejected' });
      expect((await world.reader.ledgerEntry(UPLOAD))?.receivedAt).toBe(arrived);
    });

    test('one that failed for another reason is not taken up by a delivery', async () => {
      const { world } = await openWorld();
      const { ledger } = world.deps;
      await ledger.claim(UPLOAD, world.clock.now(), 60);
      await ledger.settle({ upload: UPLOAD, token: 1 }, { outcome: 'failed', code: 'object-gone' }, world.clock.now());
      expect(await ledger.claim(UPLOAD, world.clock.now(), 60)).toEqual({ kind: 'settled', outcome: 'failed' });
    });
  });

  describe('reports', () => {
    test('a report with more findings than a batch takes is staged whole', async () => {
      const { stores, world } = await openWorld();
      const valid = recordWith();
      const [finding] = recordWith({ reading: raised(validReading(FORMS_2021), 't3.granted.total') }).findings;
      if (!finding) throw new Error('no finding');
      const findings = Array.from({ length: 60 }, (_, at) => ({ ...finding, scope: `scope-${at}` }));
      const staged = await world.deps.reports.stage(REPORT, 'r1', { ...valid, findings });
      expect(await world.deps.reports.stage(REPORT, 'r1', { ...valid, findings })).toBe(staged);
      const staging = { revision: 'r1', staged };
      const get = (Key: Record<string, string>) =>
        stores.dynamodb.send(new GetCommand({ TableName: world.tableName, Key }));
      expect((await get({ ...revisionRecordKey(REPORT, staging) })).Item).toBeDefined();
      for (const { rule, scope } of findings)
        expect((await get({ ...findingKey(REPORT, staging, rule, scope) })).Item?.finding).toMatchObject({ scope });
    });

    test('each condition refuses by its name, and a refused publication writes nothing', async () => {
      const { stores, world } = await openWorld();
      const upload = await ingested(world, 'a.docx', reportDocx());
      const before = await stores.dynamodb.send(new ScanCommand({ TableName: world.tableName }));
      const head = await world.reader.readHead(REPORT);
      const [revision] = await world.reader.revisions(REPORT);
      const content = await world.deps.reports.findContent(digest(reportDocx()));
      if (!head || !revision || !content) throw new Error('nothing was published');
      const other: UploadRef = { ...upload, key: 'b.docx' };
      await world.deps.ledger.claim(other, world.clock.now(), 60);
      const held = await stores.dynamodb.send(new ScanCommand({ TableName: world.tableName }));
      expect(held.Count).toBe((before.Count ?? 0) + 1);
      const publication = {
        claim: { upload: other, token: 1 },
        settlement: { outcome: 'accepted' as const },
        report: REPORT,
        revision: { ...revision, sha256: 'other' },
        before: head,
        after: { ...head, version: 2 },
        content,
        now: world.clock.now(),
      };
      const { reports } = world.deps;
      expect(await reports.publish({ ...publication, claim: { upload: other, token: 7 } })).toBe('claim-lost');
      expect(await reports.publish({ ...publication, revision })).toBe('content-known');
      expect(await reports.publish({ ...publication, before: undefined })).toBe('head-moved');
      expect(await reports.publish({ ...publication, before: { ...head, version: 9 } })).toBe('head-moved');
      expect(await stores.dynamodb.send(new ScanCommand({ TableName: world.tableName }))).toMatchObject({
        Items: held.Items,
      });
      expect(await reports.publish(publication)).toBe('published');
      const again = { ...publication, before: { ...head, version: 2 }, after: { ...head, version: 3 } };
      expect(await reports.publish({ ...again, replaces: { ...content, revision: 'another' } })).toBe('content-known');
      expect(await reports.publish({ ...again, replaces: content })).toBe('published');
    });
  });

  describe('the reader', () => {
    test('reads a year of more than one page', async () => {
      const { stores, world } = await openWorld();
      await ingested(world, 'a.docx', reportDocx());
      const head = await world.reader.readHead(REPORT);
      const padding = 'x'.repeat(300_000);
      await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          stores.dynamodb.send(
            new PutCommand({
              TableName: world.tableName,
              Item: { pk: `REPORT#${at}`, sk: 'HEAD', year_pk: 'YEAR#2020', year_sk: `accepted#${at}`, head, padding },
            }),
          ),
        ),
      );
      expect(await world.reader.reportsOfYear(2020)).toHaveLength(9);
    });

    test('refuses an item that is not as it was written', async () => {
      const { stores, world } = await openWorld();
      await stores.dynamodb.send(
        new PutCommand({ TableName: world.tableName, Item: { ...uploadKey(UPLOAD), ...UPLOAD, state: 'lost' } }),
      );
      await expect(world.reader.ledgerEntry(UPLOAD)).rejects.toThrow('state');
    });
  });

  test('a report with a figure of 400 digits ends in the ledger like any other', async () => {
    const { world } = await openWorld();
    const parts = unzipSync(reportDocx());
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const bytes = zipSync({
      ...parts,
      'word/document.xml': strToU8(xml.replace(/>0<\/w:t>/, `>1${'0'.repeat(400)}</w:t>`)),
    });
    const upload = await world.upload('a.docx', bytes);
    await ingest(world, upload);
    expect(await settlementOf(world, upload)).toMatchObject({
      outcome: 'needs-review',
      revision: revisionIdOf(digest(bytes)),
    });
  });
});

import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesSince, type FeedEntry } from '../../../functions/adapters/change-feed.ts';
import { packJson } from '../../../functions/adapters/packed-json.ts';
import type { ToldChange } from '../../../functions/publish/publish-dependencies.ts';
import { changeKey, pendingChangeAttributes } from '../../../records/keys.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from '../adapters/stores.ts';
import { describePublishing } from './describe-publishing.ts';
import { openThroughAdapters } from './publish-world.ts';

const CHANGES = 1_000;

describe.skipIf(!hasTableEngine())(`events out of DynamoDB (${WHY_SKIPPED})`, () => {
  let opened: Stores | undefined;
  beforeAll(async () => {
    opened = await openStores();
  });
  afterAll(() => opened?.close());
  const stores = () => {
    if (!opened) throw new Error('the stores were not opened');
    return opened;
  };

  describePublishing(() => openThroughAdapters(stores()));

  test('the feed of 1,000 changes is paged without loss or doubling while two publishers write it', async () => {
    const { dynamodb } = stores();
    const { publish, tableName } = await openThroughAdapters(stores());
    const all = Array.from({ length: CHANGES }, (_, n) => toldChange(n));
    for (let from = 0; from < all.length; from += 25) {
      const requests = all.slice(from, from + 25).map(({ change }) => {
        const { report, sequence, at } = change;
        const pending = pendingChangeAttributes(report, sequence, at);
        return {
          PutRequest: { Item: { ...changeKey(report, sequence), ...pending, report, at, change: packJson(change) } },
        };
      });
      await dynamodb.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
    }
    expect(await publish.changes.findPending(CHANGES + 1)).toHaveLength(CHANGES);
    let isWriting = true;
    const mark = async (changes: readonly ToldChange[]) => {
      for (let from = 0; from < changes.length; from += 50) {
        await publish.changes.markTold(changes.slice(from, from + 50), new Date());
      }
    };
    const writing = Promise.all([mark(all), mark(all.toReversed())]).then(() => {
      isWriting = false;
    });
    const seen: FeedEntry[] = [];
    for (let wasWriting = true; wasWriting; ) {
      wasWriting = isWriting;
      for (;;) {
        const entries = await changesSince(dynamodb, tableName, seen.at(-1)?.position ?? 0, 70);
        seen.push(...entries);
        if (entries.length === 0) break;
      }
    }
    await writing;
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: CHANGES }, (_, n) => n + 1));
    expect(new Set(seen.map(({ events }) => events[0]?.id)).size).toBe(CHANGES);
    expect(await publish.changes.findPending(1)).toEqual([]);
  }, 120_000);
});

function toldChange(n: number): ToldChange {
  const report = { bodyKey: `某局${n}`, year: 2020 };
  const at = new Date(Date.parse('2021-01-20T00:00:00Z') + n * 1000).toISOString();
  const counts = { error: 0, explain: 0, hint: 0 };
  const body = report.bodyKey;
  const after = { newest: 'r', accepted: 'r', status: 'accepted' as const, counts };
  return {
    change: { schema: 'gouji.change/1', report, body, sequence: 1, at, before: null, after, across: null },
    standing: [],
    events: [
      {
        schema: 'gouji.event/1',
        id: `${body}/2020/1/0`,
        report: { ...report, body },
        sequence: 1,
        index: 0,
        at,
        type: 'ReportAccepted',
        revision: 'r',
        sha256: 's',
        outcome: 'accepted',
        counts,
      },
    ],
  };
}

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamodbRoster } from '../../../functions/adapters/dynamodb-roster.ts';
import { rosterBodies } from '../../../functions/adapters/roster-bodies.ts';
import { EMPTY_ROSTER, type RosterEntry } from '../../../records/bodies/roster.ts';
import { ROSTER_POINTER_KEY, rosterPartKey } from '../../../records/keys.ts';
import { openAdapterWorld } from './adapter-world.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from './stores.ts';

const NOW = new Date('2026-01-31T00:00:00Z');
const SMALL: readonly RosterEntry[] = [
  { name: '淮安市洪泽区人民政府', aliases: ['洪泽县人民政府'], code: '320813', office: '洪泽区政务公开办' },
  { name: '洪泽区财政局', aliases: [], parent: '洪泽区人民政府' },
  { name: '洪泽区税务局', aliases: [], parent: '洪泽区人民政府' },
];

describe.skipIf(!hasTableEngine())(`the roster’s adapter (${WHY_SKIPPED})`, () => {
  let opened: Stores | undefined;
  beforeAll(async () => {
    opened = await openStores();
  });
  afterAll(() => opened?.close());

  const openRosters = async () => {
    if (!opened) throw new Error('the stores were not opened');
    const { dynamodb } = opened;
    const { tableName } = await openAdapterWorld(opened);
    return { dynamodb, tableName, open: () => dynamodbRoster(dynamodb, tableName) };
  };

  test('before the first import the roster is empty', async () => {
    const { open } = await openRosters();
    expect(await open().readRoster()).toBe(EMPTY_ROSTER);
  });

  test('what was imported is read by everybody, and importing it again changes nothing', async () => {
    const { open } = await openRosters();
    const [writer, reader] = [open(), open()];
    expect(await reader.readRoster()).toBe(EMPTY_ROSTER);
    expect(await writer.importRoster(SMALL, NOW)).toBe(true);
    const roster = await reader.readRoster();
    expect(roster.entries).toEqual(SMALL);
    expect(await open().importRoster(SMALL, NOW)).toBe(false);
    expect(await reader.readRoster()).toBe(roster);
    expect(await writer.importRoster(SMALL.slice(0, 1), NOW)).toBe(true);
    expect((await reader.readRoster()).entries).toHaveLength(1);
    expect(await writer.importRoster(SMALL, NOW)).toBe(true);
    expect((await reader.readRoster()).entries).toEqual(SMALL);
  });

  test('a roster of ten thousand bodies whose names do not compress is kept in several items', async () => {
    const { open } = await openRosters();
    let state = 1;
    const letter = () => {
      state = (state * 48271) % 2147483647;
      return String.fromCharCode(0x4e00 + (state % 20000));
    };
    const name = (length: number) => Array.from({ length }, letter).join('');
    const entries = Array.from({ length: 10_000 }, (): RosterEntry => ({ name: `${name(20)}局`, aliases: [name(12)] }));
    expect(await open().importRoster(entries, NOW)).toBe(true);
    expect((await open().readRoster()).entries).toEqual(entries);
  });

  test('parts that were written without the pointer are no roster; what is damaged is a fault', async () => {
    const { dynamodb, tableName, open } = await openRosters();
    const put = (Item: Record<string, unknown>) => dynamodb.send(new PutCommand({ TableName: tableName, Item }));
    await put({ ...rosterPartKey('v1', 0), bytes: Uint8Array.of(1, 2, 3) });
    expect(await open().readRoster()).toBe(EMPTY_ROSTER);
    await put({ ...ROSTER_POINTER_KEY, version: 'v1', parts: 1, bodies: 1, importedAt: NOW.toISOString() });
    await expect(open().readRoster()).rejects.toThrow();
    await put({ ...ROSTER_POINTER_KEY, version: 'v2', parts: 1, bodies: 1, importedAt: NOW.toISOString() });
    await expect(open().readRoster()).rejects.toThrow();
  });

  test('who is who is told by the roster that stands at the moment', async () => {
    const { open } = await openRosters();
    const rosters = open();
    const bodies = rosterBodies(rosters);
    expect(await bodies.keyOf('洪泽县人民政府')).toBe('洪泽县人民政府');
    await rosters.importRoster(SMALL, NOW);
    expect(await bodies.keyOf('洪泽县人民政府')).toBe('320813人民政府');
    expect(await bodies.keyOf('沭阳县')).toBe('321322人民政府');
    expect(await bodies.above('320813财政局')).toBe('320813人民政府');
    expect(await bodies.above('320813税务局')).toBeUndefined();
    expect(await bodies.above('320813人民政府')).toBeUndefined();
    expect(await bodies.below('320813人民政府')).toMatchObject([{ bodyKey: '320813财政局', name: '洪泽区财政局' }]);
    expect(await bodies.below('320813财政局')).toEqual([]);
    expect(await bodies.below('nobody')).toEqual([]);
  });
});

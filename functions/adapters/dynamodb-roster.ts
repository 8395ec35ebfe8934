import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  EMPTY_ROSTER,
  openRoster,
  type Roster,
  type RosterEntry,
  rosterEntrySchema,
} from '../../records/bodies/roster.ts';
import { type Key, ROSTER_POINTER_KEY, rosterPartKey } from '../../records/keys.ts';
import type { RosterReader } from '../dependencies.ts';
import { packJson, unpackJson } from './packed-json.ts';

/** An item may have 400 kB with its keys; a roster of 10,000 bodies has about 300 kB compressed. */
const PART_BYTES = 350_000;

const pointerSchema = z.object({
  /** Hash of the entries: the same roster has the same version. */
  version: z.string(),
  parts: z.int(),
  bodies: z.int(),
  importedAt: z.string(),
});
type RosterPointer = z.infer<typeof pointerSchema>;

export interface RosterStore extends RosterReader {
  /**
   * Replaces the roster. Readers see the old one or the new one, whole: the parts are written under a version of their
   * own before the pointer moves. Parts of older versions stay, for those who read them at that moment.
   * @returns false when this roster stood already: nothing was written
   */
  importRoster(entries: readonly RosterEntry[], now: Date): Promise<boolean>;
}

/** The roster in the single table. Read again only when its pointer has moved, which each reading asks for. */
export function dynamodbRoster(dynamodb: DynamoDBDocumentClient, TableName: string): RosterStore {
  const get = async (key: Key) =>
    (await dynamodb.send(new GetCommand({ TableName, Key: { ...key }, ConsistentRead: true }))).Item;
  const put = (item: Key & Readonly<Record<string, unknown>>) =>
    dynamodb.send(new PutCommand({ TableName, Item: { ...item } }));
  const readPointer = async () => {
    const item = await get(ROSTER_POINTER_KEY);
    return item ? pointerSchema.parse(item) : undefined;
  };
  const readParts = async ({ version, parts }: RosterPointer): Promise<Roster> => {
    const items = await Promise.all(Array.from({ length: parts }, (_, part) => get(rosterPartKey(version, part))));
    return openRoster(
      z.array(rosterEntrySchema).parse(unpackJson(join(items.map((item) => partSchema.parse(item).bytes)))),
    );
  };
  let known: { readonly version: string; readonly roster: Roster } | undefined;
  return {
    async readRoster() {
      const pointer = await readPointer();
      if (!pointer) return EMPTY_ROSTER;
      if (known?.version !== pointer.version) known = { version: pointer.version, roster: await readParts(pointer) };
      return known.roster;
    },
    async importRoster(entries, now) {
      const roster = z.array(rosterEntrySchema).parse(entries);
      const version = createHash('sha256').update(JSON.stringify(roster)).digest('hex').slice(0, 32);
      if ((await readPointer())?.version === version) return false;
      const parts = split(packJson(roster));
      for (const [part, bytes] of parts.entries()) await put({ ...rosterPartKey(version, part), bytes });
      const pointer = { version, parts: parts.length, bodies: entries.length, importedAt: now.toISOString() };
      await put({ ...ROSTER_POINTER_KEY, ...pointer });
      return true;
    },
  };
}

const partSchema = z.object({ bytes: z.instanceof(Uint8Array) });

function split(compressed: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(compressed.length / PART_BYTES);
  return Array.from({ length: count }, (_, part) => compressed.slice(part * PART_BYTES, (part + 1) * PART_BYTES));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const compressed = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    compressed.set(part, at);
    at += part.length;
  }
  return compressed;
}

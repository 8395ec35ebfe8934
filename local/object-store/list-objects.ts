import type { BucketState } from './bucket-state.ts';
import { S3Error } from './errors.ts';
import type { ObjectVersion } from './journal-entry.ts';
import { commonPrefix, indexAfter, indexPast, type PageRequest } from './page.ts';

export interface ObjectPage {
  objects: { key: string; object: ObjectVersion }[];
  prefixes: string[];
  /** Where the next page goes on; undefined on the last one. */
  next: Position | undefined;
}

/** After a key, or after everything under a common prefix. */
export interface Position {
  kind: 'key' | 'prefix';
  after: string;
}

/** One page of the newest objects in key order; delete markers hide their keys. */
export function listObjects(state: BucketState, page: PageRequest, start: Position | undefined): ObjectPage {
  const keys = state.keys();
  const found: ObjectPage = { objects: [], prefixes: [], next: undefined };
  let last: Position | undefined;
  let index = indexAfter(keys, page.prefix, start?.after);
  if (start?.kind === 'prefix') index = Math.max(index, indexPast(keys, start.after));
  for (let key = keys[index]; key?.startsWith(page.prefix); key = keys[index]) {
    index += 1;
    const object = state.versionsOf(key)[0];
    if (object?.kind !== 'object') continue;
    if (found.objects.length + found.prefixes.length === page.maxKeys) return { ...found, next: last };
    const prefix = commonPrefix(key, page);
    if (prefix === undefined) found.objects.push({ key, object });
    else {
      found.prefixes.push(prefix);
      index = indexPast(keys, prefix);
    }
    last = prefix === undefined ? { kind: 'key', after: key } : { kind: 'prefix', after: prefix };
  }
  return found;
}

/** A position as the opaque token that clients hand back. */
export function formatToken(position: Position): string {
  return Buffer.from(`${position.kind}:${position.after}`).toString('base64url');
}

/** Throws InvalidArgument. */
export function parseToken(token: string): Position {
  const [, kind, after] = /^(key|prefix):(.*)$/s.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (after === undefined) throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
  return { kind: kind === 'key' ? 'key' : 'prefix', after };
}

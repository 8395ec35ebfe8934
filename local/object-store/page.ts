import { S3Error } from './errors.ts';
import { compareKeys, firstIndex } from './key-order.ts';

const MAX_PAGE = 1000;

/** What every listing is asked with. */
export interface PageRequest {
  prefix: string;
  delimiter: string;
  maxKeys: number;
}

/** Reads prefix, delimiter and max-keys (0 to 1000). Throws InvalidArgument. */
export function readPage(query: ReadonlyMap<string, string>): PageRequest {
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: readCount(query, 'max-keys'),
  };
}

/** A count from the query, at most 1000, which is also what it is when it is not given. Throws InvalidArgument. */
export function readCount(query: ReadonlyMap<string, string>, name: string): number {
  const text = query.get(name) ?? String(MAX_PAGE);
  if (!/^\d{1,10}$/.test(text))
    throw new S3Error('InvalidArgument', `Provided ${name} not an integer or within integer range`);
  return Math.min(Number(text), MAX_PAGE);
}

/** Where a key falls under a common prefix: everything up to the delimiter that follows the prefix asked for. */
export function commonPrefix(key: string, { prefix, delimiter }: PageRequest): string | undefined {
  if (delimiter === '') return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

/** The index of the first key that is neither before `text` nor begins with it. */
export function indexPast(keys: readonly string[], text: string): number {
  return firstIndex(keys, (key) => !key.startsWith(text) && compareKeys(key, text) > 0);
}

/** The index of the first key that begins with the prefix and comes after `after`. */
export function indexAfter(keys: readonly string[], prefix: string, after: string | undefined): number {
  return firstIndex(
    keys,
    (key) => compareKeys(key, prefix) >= 0 && (after === undefined || compareKeys(key, after) > 0),
  );
}

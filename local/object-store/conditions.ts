import { S3Error } from './errors.ts';
import type { ObjectVersion, Version } from './journal-entry.ts';

type Headers = ReadonlyMap<string, string>;

/** What a write demands of the object it replaces. */
export type WriteCondition = { kind: 'none' } | { kind: 'absent' } | { kind: 'etag'; etags: readonly string[] };

/** Reads `If-None-Match: *` or `If-Match: etag`. Throws NotImplemented for what S3 does not support either. */
export function readWriteCondition(headers: Headers): WriteCondition {
  const [absent, match] = [headers.get('if-none-match'), headers.get('if-match')];
  if ((absent !== undefined && absent !== '*') || (absent !== undefined && match !== undefined)) {
    throw new S3Error('NotImplemented', 'A write can have If-None-Match with * or If-Match with an ETag');
  }
  if (absent !== undefined) return { kind: 'absent' };
  return match === undefined ? { kind: 'none' } : { kind: 'etag', etags: splitEtags(match) };
}

/**
 * Compares the object as it stands with the condition; `deleted` tells whether it was deleted while the write was
 * under way. Throws PreconditionFailed, NoSuchKey, ConditionalRequestConflict.
 */
export function checkWrite(condition: WriteCondition, current: Version | undefined, deleted = false): void {
  if (condition.kind === 'none') return;
  if (deleted) {
    throw new S3Error(
      'ConditionalRequestConflict',
      'A conflicting conditional operation happened on this object. Try again.',
    );
  }
  const object = current?.kind === 'object' ? current : undefined;
  if (condition.kind === 'absent') {
    if (object) throw failed('If-None-Match');
    return;
  }
  if (!object) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  if (!matches(condition.etags, object)) throw failed('If-Match');
}

/**
 * Whether a read is to be answered with the object; `prefix` is for the conditions on the source of a copy.
 * Throws PreconditionFailed.
 */
export function checkRead(headers: Headers, object: ObjectVersion, prefix = ''): 'changed' | 'not-modified' {
  const get = (name: string): string | undefined => headers.get(prefix + name);
  const [match, noneMatch] = [get('if-match'), get('if-none-match')];
  if (match !== undefined) {
    if (!matches(splitEtags(match), object)) throw failed('If-Match');
  } else if (isLater(object, get('if-unmodified-since'))) throw failed('If-Unmodified-Since');
  if (noneMatch !== undefined) return matches(splitEtags(noneMatch), object) ? 'not-modified' : 'changed';
  const since = get('if-modified-since');
  return since !== undefined && !isLater(object, since) ? 'not-modified' : 'changed';
}

function matches(etags: readonly string[], object: ObjectVersion): boolean {
  return etags.includes('*') || etags.includes(object.etag);
}

function splitEtags(header: string): string[] {
  return header.split(',').map((etag) => etag.trim().replace(/^(W\/)?"?|"$/g, ''));
}

// HTTP dates have whole seconds.
function isLater(object: ObjectVersion, date: string | undefined): boolean {
  if (date === undefined) return false;
  return Math.floor(Date.parse(object.modified) / 1000) * 1000 > Date.parse(date);
}

function failed(condition: string): S3Error {
  return new S3Error(
    'PreconditionFailed',
    `At least one of the pre-conditions you specified did not hold: ${condition}`,
  );
}

import type { Across } from '../across.ts';
import { type Head, movesOf } from '../head.ts';
import type { ReportRef } from '../keys.ts';
import type { Change } from './change.ts';

/**
 * What a move of a head leaves for the publisher.
 * @param at ISO time of the move
 * @param across what the move writes beside the head, where it writes that
 */
export function describeChange(
  { bodyKey, year }: ReportRef,
  { before, after, at, across }: { before: Head | undefined; after: Head; at: string; across?: Across },
): Change {
  const { newest, accepted, status, counts, body } = after;
  return {
    schema: 'gouji.change/1',
    report: { bodyKey, year },
    body,
    sequence: movesOf(after),
    at,
    before: before ? { newest: before.newest.revision, accepted: before.accepted?.revision ?? null } : null,
    after: { newest: newest.revision, accepted: accepted?.revision ?? null, status, counts },
    across: across ? { revision: across.revision, findings: across.findings } : null,
  };
}

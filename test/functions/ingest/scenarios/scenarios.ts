import { describe } from 'vitest';
import type { World } from '../world.ts';
import { describeDuplicates } from './duplicates.ts';
import { describeNeighbours } from './neighbours.ts';
import { describeReading } from './reading.ts';
import { describeRejection } from './rejections.ts';
import { describeRemovals } from './removals.ts';
import { describeRevisions } from './revisions.ts';
import { describeUpload } from './uploads.ts';
import { describeWorkers } from './workers.ts';

/** What ingesting must do in any world. */
export function describeIngest(openWorld: () => Promise<World>): void {
  describe('an upload', () => describeUpload(openWorld));
  describe('a file that cannot be read', () => describeRejection(openWorld));
  describe('the same bytes again', () => describeDuplicates(openWorld));
  describe('several revisions of one report', () => describeRevisions(openWorld));
  describe('an object that is removed', () => describeRemovals(openWorld));
  describe('several workers at one upload', () => describeWorkers(openWorld));
  describe('years of one body', () => describeNeighbours(openWorld));
  describe('what is stored', () => describeReading(openWorld));
}

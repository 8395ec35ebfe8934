import type { StoreEvent } from '../object-store/events.ts';
import type { BucketWiring } from '../template/wiring.ts';
import { describeObjectEvent } from './describe-object-event.ts';
import type { EventBuses } from './event-buses.ts';

/**
 * What to do with each change in the object store: nothing if its bucket tells EventBridge nothing, else an event on
 * the default bus. It resolves when every target has it.
 */
export function announceObjects(
  buckets: readonly BucketWiring[],
  buses: EventBuses,
): (event: StoreEvent) => Promise<void> {
  const announced = new Map(buckets.filter((bucket) => bucket.announced).map(({ name, arn }) => [name, arn]));
  return async (stored) => {
    const bucketArn = announced.get(stored.bucket);
    if (bucketArn !== undefined) await buses.put('default', describeObjectEvent(stored, bucketArn));
  };
}

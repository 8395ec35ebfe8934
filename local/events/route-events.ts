import type { StoreEvent } from '../object-store/events.ts';
import type { Wiring } from '../template/wiring.ts';
import { compilePattern } from './compile-pattern.ts';
import { describeObjectEvent } from './describe-object-event.ts';

/** Something a rule can send to. */
export interface EventTarget {
  send(body: string): Promise<unknown>;
}

/**
 * What to do with each change in the object store: nothing if its bucket tells EventBridge nothing, else one message
 * for each target of each rule whose pattern fits. It resolves when every message is safely stored.
 * @param targets queues by ARN
 */
export function routeEvents(
  { buckets, rules }: Pick<Wiring, 'buckets' | 'rules'>,
  targets: ReadonlyMap<string, EventTarget>,
): (event: StoreEvent) => Promise<void> {
  const announced = new Map(buckets.filter((bucket) => bucket.announced).map(({ name, arn }) => [name, arn]));
  const routes = rules.map((rule) => ({
    wants: compilePattern(rule.pattern),
    targets: rule.targets.map(({ arn }) => {
      const target = targets.get(arn);
      if (!target) throw new Error(`The rule ${rule.name} sends to ${arn}, which does not run here`);
      return target;
    }),
  }));
  return async (stored) => {
    const bucketArn = announced.get(stored.bucket);
    if (bucketArn === undefined) return;
    const event = describeObjectEvent(stored, bucketArn);
    const body = JSON.stringify(event);
    const wanted = routes.filter(({ wants }) => wants(event)).flatMap((route) => route.targets);
    await Promise.all(wanted.map((target) => target.send(body)));
  };
}

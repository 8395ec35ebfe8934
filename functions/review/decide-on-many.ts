import type { DecisionRequest, DecisionResult } from '../../records/contract/api/decisions.ts';
import { headKey } from '../../records/keys.ts';
import { type Decider, type DecisionStores, decideOn } from './decide-on.ts';

/** Reports that are decided on at the same time. */
const TOGETHER = 8;

/**
 * Takes decisions one by one, each with its own result, in the order asked. Those on one report follow each other: they
 * would only keep moving each other's head.
 */
export async function decideOnMany(
  asked: readonly DecisionRequest[],
  decider: Decider,
  stores: DecisionStores,
): Promise<readonly DecisionResult[]> {
  const results = new Map<DecisionRequest, DecisionResult>();
  const byReport = new Map<string, DecisionRequest[]>();
  for (const request of asked) {
    const { pk } = headKey(request.report);
    byReport.set(pk, [...(byReport.get(pk) ?? []), request]);
  }
  const queue = [...byReport.values()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const request of next) results.set(request, await decideOn(request, decider, stores));
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return asked.map((request) => results.get(request) ?? { outcome: 'not-found', key: request.key });
}

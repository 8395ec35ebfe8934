import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Settlement } from '../../records/ledger.ts';
import type { Ledger } from '../dependencies.ts';
import { METRICS, METRICS_NAMESPACE } from '../metrics.ts';

const { uploadsSettled, uploadsRefused } = METRICS;
const REFUSED: readonly string[] = ['rejected', 'failed'] satisfies Settlement['outcome'][];

/** A ledger that counts how uploads end, by lines in the function's log for each that was settled. */
export function countedLedger(ledger: Ledger): Ledger {
  const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: uploadsSettled.service });
  const count = (outcome: Settlement['outcome']) => {
    metrics.singleMetric().addDimension('outcome', outcome).addMetric(uploadsSettled.name, MetricUnit.Count, 1);
    metrics.singleMetric().addMetric(uploadsRefused.name, MetricUnit.Count, REFUSED.includes(outcome) ? 1 : 0);
  };
  return {
    ...ledger,
    async settle(claim, settlement, now) {
      const done = await ledger.settle(claim, settlement, now);
      if (done) count(settlement.outcome);
      return done;
    },
  };
}

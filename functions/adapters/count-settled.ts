import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Settlement } from '../../records/ledger.ts';
import { METRICS, METRICS_NAMESPACE } from '../metrics.ts';

const { uploadsSettled, uploadsRefused } = METRICS;
const REFUSED: readonly string[] = ['rejected', 'failed'] satisfies Settlement['outcome'][];

/**
 * Counts how uploads end, by two lines in the function's log for each. Whichever function settles an upload, the numbers
 * go into the same series: there the alarm and the dashboard look.
 */
export function countSettled(): (outcome: Settlement['outcome']) => void {
  const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: uploadsSettled.service });
  return (outcome) => {
    metrics.singleMetric().addDimension('outcome', outcome).addMetric(uploadsSettled.name, MetricUnit.Count, 1);
    metrics.singleMetric().addMetric(uploadsRefused.name, MetricUnit.Count, REFUSED.includes(outcome) ? 1 : 0);
  };
}

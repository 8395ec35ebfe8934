import { Dashboard, GraphWidget, type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { METRICS, METRICS_NAMESPACE, type MetricSource } from '../../functions/metrics.ts';
import type { ReportTable } from './report-table.ts';
import type { UploadQueue } from './upload-queue.ts';

interface OverviewProps {
  readonly queue: UploadQueue;
  readonly ingest: IFunction;
  readonly table: ReportTable;
}

const PERIOD = Duration.minutes(5);
const OUTCOMES = ['accepted', 'needs-review', 'duplicate', 'rejected', 'failed'];

/** One page that answers, from the left: do reports come in, are they read, does anybody hear of it? */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { queue, ingest, table }: OverviewProps) {
    super(scope, id);
    const half = (title: string, left: IMetric[], right: IMetric[] = []) =>
      new GraphWidget({ title, left, right, width: 12, height: 6, period: PERIOD });
    const sum = { statistic: 'Sum', period: PERIOD };
    const most = { statistic: 'Maximum', period: PERIOD };
    const settled = (outcome: string) => own(METRICS.uploadsSettled, 'Sum', { outcome });
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          half(
            'Uploads that wait, and the age of the oldest',
            [queue.waiting.metricApproximateNumberOfMessagesVisible(most)],
            [queue.waiting.metricApproximateAgeOfOldestMessage(most)],
          ),
          half('Uploads by how they ended', OUTCOMES.map(settled)),
        ],
        [
          half('Uploads given up, and missing', [
            queue.dead.metricApproximateNumberOfMessagesVisible(most),
            own(METRICS.uploadsMissing, 'Maximum'),
          ]),
          half(
            'Changes that nobody was told of, and the age of the oldest',
            [own(METRICS.changesPending, 'Maximum')],
            [own(METRICS.oldestChangeSeconds, 'Maximum')],
          ),
        ],
        [
          half(
            'Reading: milliseconds, and functions at once',
            [ingest.metricDuration({ statistic: 'p50', period: PERIOD }), ingest.metricDuration(most)],
            [ingest.metric('ConcurrentExecutions', most)],
          ),
          half('Errors and throttles', [ingest.metricErrors(sum), ingest.metricThrottles(sum)]),
        ],
        [
          half('Table: capacity consumed', [
            table.metricConsumedWriteCapacityUnits(sum),
            table.metricConsumedReadCapacityUnits(sum),
          ]),
        ],
      ],
    });
  }
}

function own({ name, service }: MetricSource, statistic: string, dimensions = {}): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName: name,
    dimensionsMap: { service, ...dimensions },
    period: PERIOD,
    statistic,
  });
}

import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { METRICS, METRICS_NAMESPACE, type MetricSource } from '../../functions/metrics.ts';
import type { UploadQueue } from './upload-queue.ts';

const PERIOD = Duration.minutes(5);

/** Uploads are read within seconds; one that has waited this long is not merely behind a busy hour. */
const STUCK_AFTER = Duration.minutes(15);

/** Reports that are rejected are few; half of an hour's, and not a handful, means a reader or a form gone wrong. */
const REJECTED = { share: 0.5, ofAtLeast: 10, within: Duration.hours(1) } as const;

/** Changes are told every minute; a busy week is told within several, and this is not that. */
const UNTOLD_AFTER = Duration.minutes(15);

interface AlarmProps {
  readonly metric: IMetric;
  /** Who is harmed, and what to look at: this is what is read at night. */
  readonly harm: string;
  /** Raised above this. */
  readonly above?: number;
  /** Periods in a row. */
  readonly periods?: number;
  /** Raised as well when nothing was measured at all. */
  readonly silenceIsHarm?: boolean;
}

/** The alarms. docs/operations.md has a section for each, by its name here. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #topic: ITopic | undefined;

  constructor(scope: Construct, id: string, topic: ITopic | undefined) {
    super(scope, id);
    this.#topic = topic;
  }

  watchUploads(queue: UploadQueue, ingest: IFunction): void {
    this.#raise('UploadsGivenUp', {
      metric: queue.dead.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
      harm:
        'An office uploaded a report that was never read: it is in no list and no finding was made, and the office has ' +
        'not been told. Read the message in the dead letter queue and the ingest log, mend the fault, redrive the queue.',
    });
    this.#raise('UploadsStuck', {
      metric: new MathExpression({
        expression: `IF(age > ${STUCK_AFTER.toSeconds()} AND FILL(done, 0) < 1, 1, 0)`,
        usingMetrics: {
          age: queue.waiting.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
          done: queue.waiting.metricNumberOfMessagesDeleted({ statistic: 'Sum' }),
        },
        period: PERIOD,
      }),
      harm:
        'Uploads wait and none is being finished: every office that sends a report now sees nothing happen, and on the ' +
        'last day of the term would miss it. Look at the ingest function: disabled mapping, throttling, table refusing writes.',
    });
    this.#raise('UploadsRejected', {
      metric: rejectedShare(),
      above: REJECTED.share,
      harm:
        'More than half of the uploads of an hour were rejected or failed: many offices were told that their reports cannot ' +
        'be read. Look at the codes in the ledger: one office sending scans, or a reader that no longer knows a form.',
    });
    this.#raise('IngestFailing', {
      metric: ingest.metricErrors({ period: PERIOD, statistic: 'Sum' }),
      periods: 3,
      harm:
        'The ingest function ends by errors or timeouts, again and again for a quarter of an hour: reports of the offices are tried ' +
        'again and will be given up. A single message that fails is no error here. Read its log for what it did last.',
    });
  }

  watchReconciliation(): void {
    this.#raise('UploadsLost', {
      metric: own(METRICS.uploadsMissing, Duration.hours(1), 'Maximum'),
      periods: 2,
      silenceIsHarm: true,
      harm:
        'For two hours reports that an office put into the inbox have no settled entry in the ledger, or nobody looked: ' +
        'the office believes that its report was taken. They were put on the queue again; look why that did not help.',
    });
  }

  watchPublication(publish: IFunction): void {
    this.#raise('ChangesUntold', {
      metric: own(METRICS.oldestChangeSeconds, PERIOD, 'Maximum'),
      above: UNTOLD_AFTER.toSeconds(),
      periods: 2,
      silenceIsHarm: true,
      harm:
        'Other systems are not told of reports that were accepted, corrected or withdrawn: they show an office figures ' +
        'that no longer stand. Look at the publish function and its event bus.',
    });
    this.#raise('PublishFailing', {
      metric: publish.metricErrors({ period: PERIOD, statistic: 'Sum' }),
      periods: 3,
      harm:
        'The publish function ends by errors for a quarter of an hour: systems that follow the reports of the offices ' +
        'fall behind. Read its log.',
    });
  }

  watchApi(api: RestApi): void {
    this.#raise('ApiFailing', {
      metric: api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
      periods: 3,
      harm:
        'The API answers with errors of its own for a quarter of an hour: reviewers and offices cannot see findings, hand in ' +
        'reports or decide. Read the log of the API function; its lines name the operation and the fault.',
    });
  }

  #raise(id: string, { metric, harm, above = 0, periods = 1, silenceIsHarm = false }: AlarmProps): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: `${id}: ${harm}`,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: silenceIsHarm ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    if (this.#topic) alarm.addAlarmAction(new SnsAction(this.#topic));
    this.all.push(alarm);
  }
}

function own({ name, service }: MetricSource, period: Duration, statistic: string): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName: name,
    dimensionsMap: { service },
    period,
    statistic,
  });
}

/** Nothing where nothing was settled: only then has the metric no numbers, and an empty series cannot be filled. */
function rejectedShare(): MathExpression {
  const refused = (statistic: string) => own(METRICS.uploadsRefused, REJECTED.within, statistic);
  return new MathExpression({
    expression: `IF(settled >= ${REJECTED.ofAtLeast}, share, 0)`,
    usingMetrics: { settled: refused('SampleCount'), share: refused('Average') },
    period: REJECTED.within,
  });
}

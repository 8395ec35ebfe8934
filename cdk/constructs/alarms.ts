import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { UploadQueue } from './upload-queue.ts';

const PERIOD = Duration.minutes(5);

/** Uploads are read within seconds; one that has waited this long is not merely behind a busy hour. */
const STUCK_AFTER = Duration.minutes(15);

interface AlarmsProps {
  readonly queue: UploadQueue;
  readonly topicArn?: string | undefined;
}

/** The alarms of the way in. Each says who is harmed and what to look at, since that is what is read at night. */
export class Alarms extends Construct {
  readonly #topicArn: string | undefined;

  constructor(scope: Construct, id: string, { queue, topicArn }: AlarmsProps) {
    super(scope, id);
    this.#topicArn = topicArn;
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
  }

  #raise(id: string, { metric, harm }: { metric: IMetric; harm: string }): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: harm,
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#topicArn) alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(this, `${id}Topic`, this.#topicArn)));
  }
}

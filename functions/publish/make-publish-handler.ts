import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { dynamodbChanges } from '../adapters/dynamodb-changes.ts';
import { eventbridgeBus } from '../adapters/eventbridge-bus.ts';
import { storedReports } from '../adapters/stored-record.ts';
import { METRICS, METRICS_NAMESPACE } from '../metrics.ts';
import type { PublishConfig } from './config.ts';
import { publishChanges } from './publish-changes.ts';
import type { PublishDependencies } from './publish-dependencies.ts';

export interface PublishClients {
  readonly dynamodb: DynamoDBDocumentClient;
  readonly eventbridge: EventBridgeClient;
}

/** Time kept to end a round that was begun: sends that are tried again, and the marks. */
const MILLISECONDS_TO_END = 15_000;

/** The handler that the schedule calls: tells of what is pending, as far as its time goes. */
export function makePublishHandler({ dynamodb, eventbridge }: PublishClients, config: PublishConfig) {
  const logger = new Logger({ serviceName: 'publish' });
  const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: METRICS.changesPending.service });
  const wait = async (milliseconds: number) => {
    await setTimeout(milliseconds);
  };
  const dependencies: PublishDependencies = {
    changes: dynamodbChanges(dynamodb, config.TABLE_NAME, wait),
    bus: eventbridgeBus(eventbridge, config.EVENT_BUS_NAME, wait),
    reports: storedReports(dynamodb, config.TABLE_NAME),
    clock: () => new Date(),
    log: {
      info: (code, fields) => logger.info(code, { ...fields }),
      error: (code, fields) => logger.error(code, { ...fields }),
    },
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
  return async (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    const isTimeLeft = () => context.getRemainingTimeInMillis() > MILLISECONDS_TO_END;
    const run = await publishChanges(dependencies, isTimeLeft);
    logger.info('changes-published', { ...run });
    metrics.addMetric(METRICS.changesPending.name, MetricUnit.Count, run.pending);
    metrics.addMetric(METRICS.oldestChangeSeconds.name, MetricUnit.Seconds, run.oldestSeconds);
    metrics.publishStoredMetrics();
  };
}

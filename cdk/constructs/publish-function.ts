import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { INDEXES } from '../../records/table-schema.ts';
import type { Settings } from '../settings.ts';
import type { DataKey } from './data-key.ts';
import { HandlerFunction } from './handler-function.ts';
import type { ReportTable } from './report-table.ts';

interface PublishFunctionProps {
  readonly entry: string;
  readonly table: ReportTable;
  readonly key: DataKey | undefined;
  readonly settings: Settings;
}

/** How long others wait for an event at most, on an ordinary day. */
const EVERY = Duration.minutes(1);

/** Two runs at once do no harm, and send the same events twice: a run seldom meets the next. */
const TIMEOUT = Duration.seconds(75);

/** Tells other systems of every accepted revision and every finding, by an event bus of the stack's own. */
export class PublishFunction extends Construct {
  readonly bus: EventBus;
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, props: PublishFunctionProps) {
    super(scope, id);
    const { table, settings, key } = props;
    this.bus = new EventBus(this, 'Bus', { description: 'gouji: what is accepted and what does not hold' });
    const handler = new HandlerFunction(this, 'Handler', {
      entry: props.entry,
      memoryMiB: 512,
      timeout: TIMEOUT,
      retained: settings.stage === 'production',
      key,
      environment: { TABLE_NAME: table.tableName, EVENT_BUS_NAME: this.bus.eventBusName },
      allow: [
        new PolicyStatement({
          actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
          resources: [table.tableArn],
        }),
        new PolicyStatement({
          actions: ['dynamodb:Query'],
          resources: [`${table.tableArn}/index/${INDEXES.changes.name}`],
        }),
        new PolicyStatement({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] }),
        ...(key ? [key.allowTable()] : []),
      ],
    });
    this.lambda = handler.lambda;
    const rule = new Rule(this, 'Schedule', {
      schedule: Schedule.rate(EVERY),
      // A run that failed is made up for by the next one.
      targets: [new LambdaFunction(handler.lambda, { retryAttempts: 0 })],
    });
    Validations.of(rule).acknowledge({
      id: 'Serverless-EventBusDLQ',
      reason: 'A run that was not started is made up for by the next one, and an alarm tells when none ran.',
    });
  }
}

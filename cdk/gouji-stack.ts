import { fileURLToPath } from 'node:url';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { AlarmTopic } from './constructs/alarm-topic.ts';
import { Alarms } from './constructs/alarms.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { Budget } from './constructs/budget.ts';
import { DataKey } from './constructs/data-key.ts';
import { IngestFunction } from './constructs/ingest-function.ts';
import { OfficePolicy } from './constructs/office-policy.ts';
import { Overview } from './constructs/overview.ts';
import { PrivateBucket } from './constructs/private-bucket.ts';
import { PublishFunction } from './constructs/publish-function.ts';
import { ReconcileFunction } from './constructs/reconcile-function.ts';
import { ReportApi } from './constructs/report-api.ts';
import { ReportTable } from './constructs/report-table.ts';
import { TokenFunction } from './constructs/token-function.ts';
import { UploadQueue } from './constructs/upload-queue.ts';
import { UploadRule } from './constructs/upload-rule.ts';
import { UserPolicy } from './constructs/user-policy.ts';
import type { Settings } from './settings.ts';

/** Where offices put reports. Other keys of the inbox bucket start nothing. */
const INBOX_PREFIX = 'inbox/';
const EVIDENCE_PREFIX = 'evidence/';
const EXPORTS_PREFIX = 'exports/';
const INGEST_TIMEOUT = Duration.seconds(30);
const INGEST_HANDLER = fileURLToPath(new URL('../functions/ingest/handler.ts', import.meta.url));
const RECONCILE_HANDLER = fileURLToPath(new URL('../functions/reconcile/handler.ts', import.meta.url));
const API_HANDLER = fileURLToPath(new URL('../functions/api/handler.ts', import.meta.url));
const AUTHORIZE_HANDLER = fileURLToPath(new URL('../functions/authorize/handler.ts', import.meta.url));
const PUBLISH_HANDLER = fileURLToPath(new URL('../functions/publish/handler.ts', import.meta.url));

export interface GoujiStackProps extends StackProps {
  readonly settings: Settings;
  /** Another ingest handler than ours, for tests of the wiring alone. */
  readonly ingestEntry?: string | undefined;
}

/**
 * The way of a report through AWS: inbox bucket → rule → queue → ingest function → table and evidence bucket → API, and
 * out to others by the event bus.
 */
export class GoujiStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ingestEntry, ...props }: GoujiStackProps) {
    super(scope, id, props);
    const retained = settings.stage === 'production';
    const dataKey = settings.kms === false ? undefined : new DataKey(this, 'DataKey', { kms: settings.kms, retained });
    const key = dataKey?.key;
    // Requests are logged hours later: a development stack would get its log bucket filled while it is being deleted.
    const accessLog = retained
      ? new PrivateBucket(this, 'AccessLog', { versioned: false, retained, expireAfter: Duration.days(180) })
      : undefined;
    const logged = (prefix: string) => ({ accessLogs: accessLog && { bucket: accessLog, prefix } });
    const kept = { versioned: true, retained, key };
    const inbox = new PrivateBucket(this, 'Inbox', {
      ...kept,
      pageOrigins: settings.pageOrigins,
      ...logged('inbox/'),
    });
    const evidence = new PrivateBucket(this, 'Evidence', { ...kept, fleeting: EXPORTS_PREFIX, ...logged('evidence/') });
    const table = new ReportTable(this, 'Table', { retained, key });
    const queue = new UploadQueue(this, 'Uploads', { functionTimeout: INGEST_TIMEOUT, key });

    inbox.announceChanges();
    new UploadRule(this, 'Rule', { bucket: inbox, keyPrefix: INBOX_PREFIX, queue });
    const ingest = new IngestFunction(this, 'Ingest', {
      entry: ingestEntry ?? INGEST_HANDLER,
      timeout: INGEST_TIMEOUT,
      reads: { bucket: inbox, prefix: INBOX_PREFIX },
      writes: { bucket: evidence, prefix: EVIDENCE_PREFIX },
      table,
      queue,
      key: dataKey,
      settings,
    });
    new ReconcileFunction(this, 'Reconcile', {
      entry: RECONCILE_HANDLER,
      inbox,
      prefix: INBOX_PREFIX,
      table,
      queue,
      key: dataKey,
      settings,
    });
    const publish = new PublishFunction(this, 'Publish', { entry: PUBLISH_HANDLER, table, key: dataKey, settings });
    const answer = new ApiFunction(this, 'Api', {
      entry: API_HANDLER,
      inbox,
      inboxPrefix: INBOX_PREFIX,
      evidence,
      evidencePrefix: EVIDENCE_PREFIX,
      exportsPrefix: EXPORTS_PREFIX,
      table,
      key: dataKey,
      settings,
    });
    const tokens = this.#tokens(settings, dataKey);
    const api = new ReportApi(this, 'ReportApi', { lambda: answer.lambda, tokens, retained, key: dataKey });
    const user = new UserPolicy(this, 'UserPolicy', api);
    const office = new OfficePolicy(this, 'OfficePolicy', { inbox, prefix: INBOX_PREFIX, key: dataKey });

    const topic = this.#alarmTopic(settings, key);
    const alarms = new Alarms(this, 'Alarms', topic);
    alarms.watchUploads(queue, ingest.lambda);
    alarms.watchReconciliation();
    alarms.watchPublication(publish.lambda);
    alarms.watchApi(api.api);
    new Overview(this, 'Overview', { queue, ingest: ingest.lambda, table });
    if (settings.monthlyBudget) {
      new Budget(this, 'Budget', {
        monthly: settings.monthlyBudget,
        email: settings.alarmEmail,
        topicArn: settings.alarmTopicArn,
      });
    }

    // What the `gouji` command, and the local cloud, ask the stack for.
    new CfnOutput(this, 'InboxBucket', { value: inbox.bucketName });
    new CfnOutput(this, 'InboxPrefix', { value: INBOX_PREFIX });
    new CfnOutput(this, 'EvidenceBucket', { value: evidence.bucketName });
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'UploadQueueUrl', { value: queue.waiting.queueUrl });
    new CfnOutput(this, 'DeadLetterQueueUrl', { value: queue.dead.queueUrl });
    new CfnOutput(this, 'EventBusArn', { value: publish.bus.eventBusArn });
    new CfnOutput(this, 'ApiUrl', { value: api.url });
    if (api.tokenUrl) new CfnOutput(this, 'OidcApiUrl', { value: api.tokenUrl });
    new CfnOutput(this, 'UserPolicyArn', { value: user.managedPolicyArn });
    new CfnOutput(this, 'OfficePolicyArn', { value: office.managedPolicyArn });
    new CfnOutput(this, 'Stage', { value: settings.stage });
  }

  #tokens(settings: Settings, key: DataKey | undefined): IFunction | undefined {
    const { oidcIssuer: issuer, oidcAudience: audience, oidcJwksUri: jwksUri } = settings;
    if (issuer === undefined || audience === undefined) return undefined;
    const retained = settings.stage === 'production';
    return new TokenFunction(this, 'Tokens', { entry: AUTHORIZE_HANDLER, issuer, audience, jwksUri, retained, key })
      .lambda;
  }

  #alarmTopic({ alarmTopicArn, alarmEmail }: Settings, key: IKey | undefined): ITopic | undefined {
    if (alarmTopicArn) return Topic.fromTopicArn(this, 'GivenTopic', alarmTopicArn);
    return alarmEmail ? new AlarmTopic(this, 'AlarmTopic', { email: alarmEmail, key }) : undefined;
  }
}

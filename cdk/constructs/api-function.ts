import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { INDEXES } from '../../records/table-schema.ts';
import type { Settings } from '../settings.ts';
import type { DataKey } from './data-key.ts';
import { HandlerFunction } from './handler-function.ts';
import type { PrivateBucket } from './private-bucket.ts';
import type { ReportTable } from './report-table.ts';

interface ApiFunctionProps {
  readonly entry: string;
  readonly inbox: PrivateBucket;
  readonly inboxPrefix: string;
  readonly evidence: PrivateBucket;
  readonly evidencePrefix: string;
  /** Where answers lie for a day that are too large to be given directly. */
  readonly exportsPrefix: string;
  readonly table: ReportTable;
  readonly key: DataKey | undefined;
  readonly settings: Settings;
}

/** A whole processor comes with it: a year of 10,000 reports is counted and filtered in memory. */
const MEMORY_MIB = 1769;

/** API Gateway waits no longer than this. */
const TIMEOUT = Duration.seconds(29);

/** Answers the API, and links callers to files with rights of its own: so it has exactly those that a link may give. */
export class ApiFunction extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, props: ApiFunctionProps) {
    super(scope, id);
    const { inbox, inboxPrefix, evidence, evidencePrefix, exportsPrefix, table, settings } = props;
    const handler = new HandlerFunction(this, 'Handler', {
      entry: props.entry,
      memoryMiB: MEMORY_MIB,
      timeout: TIMEOUT,
      retained: settings.stage === 'production',
      key: props.key,
      environment: {
        TABLE_NAME: table.tableName,
        INBOX_BUCKET: inbox.bucketName,
        EVIDENCE_BUCKET: evidence.bucketName,
      },
      allow: allowApi(props),
    });
    this.lambda = handler.lambda;
    Validations.of(handler.role).acknowledge(
      { id: inbox.wildcardFinding(inboxPrefix), reason: 'An upload may have any name under the inbox prefix.' },
      { id: evidence.wildcardFinding(evidencePrefix), reason: 'Evidence is named after the hash of its content.' },
      { id: evidence.wildcardFinding(exportsPrefix), reason: 'An export has a name that nobody can guess.' },
    );
  }
}

function allowApi(props: ApiFunctionProps): PolicyStatement[] {
  const { inbox, inboxPrefix, evidence, evidencePrefix, exportsPrefix, table, key } = props;
  const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });
  const indexes = [INDEXES.reportsByYear, INDEXES.ledgerByDay, INDEXES.changes];
  return [
    allow(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'], [table.tableArn]),
    allow(
      ['dynamodb:Query'],
      indexes.map(({ name }) => `${table.tableArn}/index/${name}`),
    ),
    allow(['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], [inbox.arnForObjects(`${inboxPrefix}*`)]),
    allow(['s3:GetObject'], [evidence.arnForObjects(`${evidencePrefix}*`)]),
    allow(['s3:GetObject', 's3:PutObject'], [evidence.arnForObjects(`${exportsPrefix}*`)]),
    // So that S3 answers of an object that is not there that it is not, and not that we may not know.
    allow(['s3:ListBucket'], [inbox.bucketArn, evidence.bucketArn]),
    ...(key ? [key.allowThrough(['s3'], ['kms:Decrypt', 'kms:GenerateDataKey']), key.allowTable()] : []),
  ];
}

import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { INDEXES, PRIMARY_KEY } from '../../records/table-schema.ts';

interface ReportTableProps {
  readonly retained: boolean;
  readonly key?: IKey | undefined;
}

/** The single table of reports, findings and the ledger. Its keys and indexes come from `records/table-schema.ts`. */
export class ReportTable extends Table {
  constructor(scope: Construct, id: string, props: ReportTableProps) {
    super(scope, id, {
      partitionKey: text(PRIMARY_KEY.partition),
      sortKey: text(PRIMARY_KEY.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.retained,
      ...(props.key && { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: props.key }),
      removalPolicy: props.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const index of Object.values(INDEXES)) {
      this.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.partition),
        sortKey: text(index.sort),
        projectionType: ProjectionType.ALL,
      });
    }
  }

  /** The ARN of each index, one by one, so that no policy needs a wildcard. */
  indexArns(): string[] {
    return Object.values(INDEXES).map((index) => `${this.tableArn}/index/${index.name}`);
  }
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING };
}

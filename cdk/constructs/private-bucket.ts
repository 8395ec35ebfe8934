import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** What differs from one of our buckets to the next. */
export interface PrivateBucketProps {
  readonly versioned: boolean;
  /** Kept when the stack is deleted. */
  readonly retained: boolean;
  /** Where requests are logged; the log bucket itself has none. */
  readonly accessLogs?: { readonly bucket: IBucket; readonly prefix: string };
  /** Objects older than this are deleted. */
  readonly expireAfter?: Duration;
}

/** A bucket that nobody outside reads, that refuses plain HTTP, and that encrypts what it holds. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id, {
      versioned: props.versioned,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: props.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(props.accessLogs && {
        serverAccessLogsBucket: props.accessLogs.bucket,
        serverAccessLogsPrefix: props.accessLogs.prefix,
      }),
      ...(props.expireAfter && { lifecycleRules: [{ expiration: props.expireAfter }] }),
    });
  }

  /**
   * Tell EventBridge of every change. Set on the resource itself: the construct's own option would bring a Lambda
   * function with the right to rewrite the notifications of every bucket in the account.
   */
  announceChanges(): void {
    this.#resource().notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  /** How cdk-nag names all objects under a prefix, to acknowledge exactly that wildcard and no other. */
  wildcardFinding(prefix: string): string {
    const logicalId = this.stack.getLogicalId(this.#resource());
    return `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}*]`;
  }

  // Never a website; said so because the library's own types differ here under `exactOptionalPropertyTypes`.
  override get isWebsite(): boolean {
    return false;
  }

  #resource(): CfnBucket {
    const resource = this.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new Error(`${this.node.path} has no bucket resource`);
    return resource;
  }
}

import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** What differs from one of our buckets to the next. */
export interface PrivateBucketProps {
  readonly versioned: boolean;
  /** Kept when the stack is deleted. */
  readonly retained: boolean;
  /** Where requests are logged; the log bucket itself has none. */
  readonly accessLogs?: { readonly bucket: IBucket; readonly prefix: string } | undefined;
  /** The key that objects are encrypted with, where it is not one that S3 holds. */
  readonly key?: IKey | undefined;
  /** Objects older than this are deleted. */
  readonly expireAfter?: Duration;
  /** Where a page may come from that puts and gets objects by the links it was given. */
  readonly pageOrigins?: readonly string[];
  /** Objects below this prefix are gone after a day. */
  readonly fleeting?: string;
}

/** A bucket that nobody outside reads, that refuses plain HTTP, and that encrypts what it holds. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id, {
      versioned: props.versioned,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      ...(props.key
        ? { encryption: BucketEncryption.KMS, encryptionKey: props.key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: props.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(props.accessLogs && {
        serverAccessLogsBucket: props.accessLogs.bucket,
        serverAccessLogsPrefix: props.accessLogs.prefix,
      }),
      ...(props.pageOrigins && {
        cors: [
          {
            allowedOrigins: [...props.pageOrigins],
            allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
            allowedHeaders: ['content-type', 'x-amz-meta-*', 'range'],
            exposedHeaders: ['content-length', 'content-range', 'etag'],
            maxAge: 600,
          },
        ],
      }),
      // Never what was uploaded, nor an earlier version of it: only parts of uploads that were not finished.
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          ...(props.expireAfter && { expiration: props.expireAfter }),
        },
        ...(props.fleeting
          ? [{ prefix: props.fleeting, expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) }]
          : []),
      ],
    });
    if (!props.retained && !props.accessLogs) {
      Validations.of(this).acknowledge({
        id: 'AwsSolutions-S1',
        reason:
          'Requests are logged in production. Logs arrive hours later: they would fill the log bucket of a development ' +
          'stack while it is being deleted.',
      });
    }
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

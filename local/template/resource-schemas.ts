import * as z from 'zod';
import { documentSchema } from '../access/statement.ts';

// Strict wherever an unknown property would change what happens: better a refusal at start than a local cloud that
// does something else than the deployed one.

export const bucketSchema = z.object({
  VersioningConfiguration: z.object({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z.boolean() }) })
    .optional(),
  CorsConfiguration: z
    .strictObject({
      CorsRules: z.tuple([
        z.strictObject({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: z.array(z.string()).default([]),
          ExposedHeaders: z.array(z.string()).default([]),
          MaxAge: z.number().optional(),
        }),
      ]),
    })
    .optional(),
});

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

export const tableSchema = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .default([]),
});

export const queueSchema = z.strictObject({
  QueueName: z.string().optional(),
  /** Seconds; 30 is what SQS takes when a template says nothing. */
  VisibilityTimeout: z.number().default(30),
  /** Not applied here: a machine that was off for a week still reads what waited. */
  MessageRetentionPeriod: z.number().optional(),
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
  SqsManagedSseEnabled: z.boolean().optional(),
});

/** The policy of a queue or of a bucket. */
export const resourcePolicySchema = z.object({ PolicyDocument: documentSchema });

export const busSchema = z.object({ Name: z.string(), EventSourceName: z.undefined().optional() });

export const ruleSchema = z.strictObject({
  Name: z.string().optional(),
  Description: z.string().optional(),
  /** Name or ARN. */
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z
    .array(
      z.strictObject({
        Id: z.string(),
        Arn: z.string(),
        DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
        RetryPolicy: z.unknown().optional(),
        Input: z.string().optional(),
      }),
    )
    .default([]),
});

/** A policy of roles, or one that is offered to anybody; users and groups do not exist here. */
export const identityPolicySchema = z.strictObject({
  PolicyName: z.string().optional(),
  ManagedPolicyName: z.string().optional(),
  Description: z.string().optional(),
  Path: z.string().optional(),
  Roles: z.array(z.string()).default([]),
  PolicyDocument: documentSchema,
});

/** Its policies are resources of their own; one that has some inside, or managed by AWS, is refused. */
export const roleSchema = z.strictObject({
  AssumeRolePolicyDocument: z.unknown(),
  RoleName: z.string().optional(),
  Description: z.string().optional(),
});

export const functionSchema = z.object({
  Role: z.string(),
  Handler: z.string(),
  Code: z.object({ S3Key: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).default({ Variables: {} }),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  ReservedConcurrentExecutions: z.number().int().positive().optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
});

/** Who else than its own account may call a function. */
export const permissionSchema = z.strictObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

/** What becomes of events that nobody waits for. */
export const invokeConfigSchema = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST'),
  /** Not applied here: nothing waits that long on one machine. */
  MaximumEventAgeInSeconds: z.number().optional(),
  /** Two is what Lambda takes when a template says nothing. */
  MaximumRetryAttempts: z.number().int().min(0).max(2).default(2),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
});

export const restApiSchema = z.strictObject({
  Name: z.string(),
  Description: z.string().optional(),
  EndpointConfiguration: z.strictObject({ Types: z.tuple([z.literal('REGIONAL')]) }),
  /** Bodies are handed on as bytes, whatever they are. */
  BinaryMediaTypes: z.tuple([z.literal('*/*')]),
});

export const apiResourceSchema = z.strictObject({ RestApiId: z.string(), ParentId: z.string(), PathPart: z.string() });

/** Throttling and logs of a stage are not for one machine. */
export const apiStageSchema = z.object({ RestApiId: z.string(), StageName: z.string() });

export const apiMethodSchema = z.strictObject({
  RestApiId: z.string(),
  ResourceId: z.string(),
  HttpMethod: z.string(),
  /** Here the front says who asks, in IAM's place. */
  AuthorizationType: z.literal('AWS_IAM'),
  Integration: z.strictObject({
    Type: z.literal('AWS_PROXY'),
    IntegrationHttpMethod: z.literal('POST'),
    Uri: z.string(),
  }),
});

export const mappingSchema = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  Enabled: z.boolean().default(true),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
});

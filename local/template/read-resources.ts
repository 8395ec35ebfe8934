import type { z } from 'zod';
import type { Statement } from '../access/statement.ts';
import { parseRate } from '../schedules/parse-rate.ts';
import type { PhysicalResource } from './physical-names.ts';
import type { Assembly } from './read-assembly.ts';
import * as schemas from './resource-schemas.ts';
import type {
  BucketWiring,
  BusWiring,
  FunctionWiring,
  MappingWiring,
  PolicyWiring,
  QueueWiring,
  RuleWiring,
  TableWiring,
} from './wiring.ts';

/** A resource with its functions resolved. */
export interface Found {
  readonly type: string;
  readonly physical: PhysicalResource;
  readonly properties: unknown;
}

type InvokeConfig = z.infer<typeof schemas.invokeConfigSchema>;

/** What each role allows, by its ARN. */
export type RightsByRole = ReadonlyMap<string, readonly Statement[]>;

function named({ name, attributes }: PhysicalResource): { name: string; arn: string } {
  return { name, arn: attributes.Arn ?? name };
}

export function readBucket({ physical, properties }: Found): BucketWiring {
  const { VersioningConfiguration, NotificationConfiguration, CorsConfiguration } =
    schemas.bucketSchema.parse(properties);
  const [cors] = CorsConfiguration?.CorsRules ?? [];
  return {
    ...named(physical),
    versioned: VersioningConfiguration?.Status === 'Enabled',
    announced: NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
    cors: cors && { methods: cors.AllowedMethods, headers: cors.AllowedHeaders, exposed: cors.ExposedHeaders },
  };
}

export function readTable({ physical, properties }: Found): TableWiring {
  return { ...named(physical), ...schemas.tableSchema.parse(properties) };
}

export function readQueue({ physical, properties }: Found): QueueWiring {
  const { VisibilityTimeout, RedrivePolicy } = schemas.queueSchema.parse(properties);
  return {
    ...named(physical),
    url: physical.ref,
    visibilityMs: VisibilityTimeout * 1000,
    redrive: RedrivePolicy && {
      arn: RedrivePolicy.deadLetterTargetArn,
      maxReceiveCount: RedrivePolicy.maxReceiveCount,
    },
  };
}

export function readRule({ physical, properties }: Found): RuleWiring[] {
  const { EventBusName, EventPattern, ScheduleExpression, State, Targets } = schemas.ruleSchema.parse(properties);
  if (State === 'DISABLED') return [];
  if ((EventPattern === undefined) === (ScheduleExpression === undefined)) {
    throw new Error(`The rule ${physical.name} must have either a pattern or a schedule`);
  }
  const bus = EventBusName.split('/').at(-1) ?? EventBusName;
  if (ScheduleExpression !== undefined && bus !== 'default') {
    throw new Error(`The rule ${physical.name} has a schedule, which is possible on the default event bus only`);
  }
  const targets = Targets.map(({ Arn, DeadLetterConfig, Input }) => ({
    arn: Arn,
    deadLetterArn: DeadLetterConfig?.Arn,
    input: Input,
  }));
  const everyMs = ScheduleExpression === undefined ? undefined : parseRate(ScheduleExpression);
  return [{ ...named(physical), bus, pattern: EventPattern, everyMs, targets }];
}

export function readBus({ physical, properties }: Found): BusWiring {
  schemas.busSchema.parse(properties);
  return named(physical);
}

export function readFunction(
  { physical, properties }: Found,
  assets: Assembly['assets'],
  rights: RightsByRole,
  invokeConfigs: readonly InvokeConfig[],
): FunctionWiring {
  const found = schemas.functionSchema.parse(properties);
  const { Code, Environment, Handler, MemorySize, Role, Timeout } = found;
  const config = invokeConfigs.find(({ FunctionName }) => FunctionName === physical.name);
  const directory = assets.get(Code.S3Key);
  if (!directory) throw new Error(`The code of ${physical.name} is not in the cloud assembly: ${Code.S3Key}`);
  return {
    ...named(physical),
    handler: Handler,
    directory,
    environment: Environment.Variables,
    memoryMiB: MemorySize,
    timeoutMs: Timeout * 1000,
    concurrency: found.ReservedConcurrentExecutions ?? Number.POSITIVE_INFINITY,
    retries: config?.MaximumRetryAttempts ?? 2,
    deadLetterArn: config?.DestinationConfig?.OnFailure.Destination ?? found.DeadLetterConfig?.TargetArn,
    role: { arn: Role },
    rights: rights.get(Role) ?? [],
  };
}

export function readMapping({ properties }: Found): MappingWiring[] {
  const mapping = schemas.mappingSchema.parse(properties);
  if (!mapping.Enabled) return [];
  return [
    {
      queueArn: mapping.EventSourceArn,
      functionName: mapping.FunctionName,
      batchSize: mapping.BatchSize,
      maxConcurrency: mapping.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY,
      reportsFailures: mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    },
  ];
}

export function readPolicy({ physical, properties }: Found): PolicyWiring {
  const { PolicyDocument } = schemas.identityPolicySchema.parse(properties);
  return { name: physical.name, statements: PolicyDocument.Statement };
}

/**
 * Gather what each role allows from the policies attached to it.
 * @throws ZodError for a policy of a kind that is not understood here
 */
export function readRights(roles: readonly Found[], policies: readonly Found[]): RightsByRole {
  const arns = new Map(
    roles.map(({ physical, properties }) => {
      schemas.roleSchema.parse(properties);
      return [physical.ref, named(physical).arn];
    }),
  );
  const rights = new Map<string, Statement[]>();
  for (const { properties } of policies) {
    const { Roles, PolicyDocument } = schemas.identityPolicySchema.parse(properties);
    for (const arn of Roles.map((role) => arns.get(role) ?? role))
      rights.set(arn, [...(rights.get(arn) ?? []), ...PolicyDocument.Statement]);
  }
  return rights;
}

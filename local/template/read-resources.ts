import type { PhysicalResource } from './physical-names.ts';
import type { Assembly } from './read-assembly.ts';
import * as schemas from './resource-schemas.ts';
import type {
  BucketWiring,
  FunctionWiring,
  MappingWiring,
  QueueWiring,
  Right,
  RuleWiring,
  TableWiring,
} from './wiring.ts';

/** A resource with its functions resolved. */
export interface Found {
  readonly type: string;
  readonly physical: PhysicalResource;
  readonly properties: unknown;
}

/** What each role allows, by its ARN. */
export type RightsByRole = ReadonlyMap<string, readonly Right[]>;

function named({ name, attributes }: PhysicalResource): { name: string; arn: string } {
  return { name, arn: attributes.Arn ?? name };
}

export function readBucket({ physical, properties }: Found): BucketWiring {
  const { VersioningConfiguration, NotificationConfiguration } = schemas.bucketSchema.parse(properties);
  return {
    ...named(physical),
    versioned: VersioningConfiguration?.Status === 'Enabled',
    announced: NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
  };
}

export function readTable({ physical, properties }: Found): TableWiring {
  return { name: physical.name, ...schemas.tableSchema.parse(properties) };
}

export function readQueue({ physical, properties }: Found): QueueWiring {
  const { VisibilityTimeout, RedrivePolicy } = schemas.queueSchema.parse(properties);
  return {
    ...named(physical),
    visibilityMs: VisibilityTimeout * 1000,
    redrive: RedrivePolicy && {
      arn: RedrivePolicy.deadLetterTargetArn,
      maxReceiveCount: RedrivePolicy.maxReceiveCount,
    },
  };
}

export function readRule({ physical, properties }: Found): RuleWiring[] {
  const { EventPattern, State, Targets } = schemas.ruleSchema.parse(properties);
  if (State === 'DISABLED') return [];
  const targets = Targets.map(({ Arn, DeadLetterConfig }) => ({ arn: Arn, deadLetterArn: DeadLetterConfig?.Arn }));
  return [{ ...named(physical), pattern: EventPattern, targets }];
}

export function readFunction(
  { physical, properties }: Found,
  assets: Assembly['assets'],
  rights: RightsByRole,
): FunctionWiring {
  const { Code, Environment, Handler, MemorySize, Role, Timeout } = schemas.functionSchema.parse(properties);
  const directory = assets.get(Code.S3Key);
  if (!directory) throw new Error(`The code of ${physical.name} is not in the cloud assembly: ${Code.S3Key}`);
  return {
    ...named(physical),
    handler: Handler,
    directory,
    environment: Environment.Variables,
    memoryMiB: MemorySize,
    timeoutMs: Timeout * 1000,
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
  const rights = new Map<string, Right[]>();
  for (const { Roles, PolicyDocument } of policies.map(({ properties }) =>
    schemas.rolePolicySchema.parse(properties),
  )) {
    const allowed = PolicyDocument.Statement.map(({ Action, Resource }) => ({
      actions: [Action].flat(),
      resources: [Resource].flat(),
    }));
    for (const arn of Roles.map((role) => arns.get(role) ?? role))
      rights.set(arn, [...(rights.get(arn) ?? []), ...allowed]);
  }
  return rights;
}

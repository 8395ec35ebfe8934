import { LOCAL, namePhysically, type PhysicalResource } from './physical-names.ts';
import type { Assembly } from './read-assembly.ts';
import {
  type Found,
  readBucket,
  readBus,
  readFunction,
  readMapping,
  readPolicy,
  readQueue,
  readRights,
  readRule,
  readTable,
} from './read-resources.ts';
import { readRoutes } from './read-routes.ts';
import { refuseBrokenWiring } from './refuse-broken-wiring.ts';
import { type Resolve, resolverFor } from './resolve-values.ts';
import * as schemas from './resource-schemas.ts';
import type { Wiring } from './wiring.ts';

/** Resources that matter in AWS and have nothing to do on one machine. */
const NOT_RUN_HERE = new Set([
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::KMS::Key',
  'AWS::KMS::Alias',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SNS::Subscription',
  'AWS::Budgets::Budget',
  // Whom the bus lets in from other accounts.
  'AWS::Events::EventBusPolicy',
  // Methods are served as the template has them: nothing is to be put in force.
  'AWS::ApiGateway::Deployment',
]);

const RUN_HERE = new Set([
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::DynamoDB::Table',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Stage',
]);

/**
 * Read the wiring out of a synthesised stack.
 * @param queueOrigin where queues answer
 * @throws Error for a resource, property or function that the local cloud cannot run as AWS would, and for wiring
 * that leads nowhere
 */
export function readWiring(
  { stackName, template, assets }: Assembly,
  queueOrigin = `http://sqs.${LOCAL.urlSuffix}`,
): Wiring {
  const names = namePhysically(stackName, template, queueOrigin);
  const resolve = resolverFor(stackName, names);
  const found = findResources(template.Resources, names, resolve);
  const every = <T>(type: string, read: (found: Found) => T): T[] => {
    return found.filter((resource) => resource.type === type).map(read);
  };
  const rights = readRights(
    found.filter(({ type }) => type === 'AWS::IAM::Role'),
    found.filter(({ type }) => type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy'),
  );
  const invokeConfigs = every('AWS::Lambda::EventInvokeConfig', ({ properties }) =>
    schemas.invokeConfigSchema.parse(properties),
  );
  const statementsOf = ({ properties }: Found) =>
    schemas.resourcePolicySchema.parse(properties).PolicyDocument.Statement;
  const queuePolicies = every('AWS::SQS::QueuePolicy', statementsOf).flat();
  const wiring: Wiring = {
    buckets: every('AWS::S3::Bucket', readBucket),
    tables: every('AWS::DynamoDB::Table', readTable),
    queues: every('AWS::SQS::Queue', readQueue),
    buses: every('AWS::Events::EventBus', readBus),
    rules: every('AWS::Events::Rule', readRule).flat(),
    functions: every('AWS::Lambda::Function', (resource) => readFunction(resource, assets, rights, invokeConfigs)),
    mappings: every('AWS::Lambda::EventSourceMapping', readMapping).flat(),
    routes: readRoutes(found),
    policies: every('AWS::IAM::ManagedPolicy', readPolicy),
    resourcePolicies: [...every('AWS::S3::BucketPolicy', statementsOf).flat(), ...queuePolicies],
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([name, { Value }]) => [name, String(resolve(Value))]),
    ),
  };
  refuseBrokenWiring(wiring, {
    queuePolicies,
    permissions: every('AWS::Lambda::Permission', ({ properties }) => schemas.permissionSchema.parse(properties)),
  });
  return wiring;
}

function findResources(
  resources: Assembly['template']['Resources'],
  names: ReadonlyMap<string, PhysicalResource>,
  resolve: Resolve,
): Found[] {
  return Object.entries(resources).flatMap(([logicalId, { Type, Properties }]) => {
    const physical = names.get(logicalId);
    if (!physical || NOT_RUN_HERE.has(Type)) return [];
    if (!RUN_HERE.has(Type)) throw new Error(`The local cloud cannot run ${logicalId}, of the type ${Type}`);
    return [{ type: Type, physical, properties: resolve(Properties) }];
  });
}

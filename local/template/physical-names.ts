import type { Resource, Template } from './template.ts';

/** What stands for a region and an account here. */
export const LOCAL = {
  region: 'us-east-1',
  account: '000000000000',
  partition: 'aws',
  urlSuffix: 'localhost',
} as const;

/** What `Ref` and `Fn::GetAtt` of a resource give. */
export interface PhysicalResource {
  readonly name: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The property by which a template may name a resource itself. */
const NAME_PROPERTY: Record<string, string> = {
  'AWS::S3::Bucket': 'BucketName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Events::Rule': 'Name',
  'AWS::Events::EventBus': 'Name',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::ApiGateway::Stage': 'StageName',
};

/**
 * Give every resource of the template a name on this machine. As with CloudFormation the name comes from the stack
 * and the logical id, so a resource that keeps its id keeps its data.
 * @param queueOrigin where queues answer, such as `http://127.0.0.1:4000`; their URLs begin with it
 */
export function namePhysically(
  stackName: string,
  { Resources }: Template,
  queueOrigin: string,
): Map<string, PhysicalResource> {
  const nameOf = (logicalId: string, { Type, Properties }: Resource): string => {
    const given = Properties[NAME_PROPERTY[Type] ?? ''];
    return typeof given === 'string' ? given : `${stackName}-${logicalId}`;
  };
  /** The bus of a rule, which is a part of its ARN. */
  const busOf = (named: unknown): string => {
    if (named === null || typeof named !== 'object') return String(named ?? 'default');
    const [[, target] = []] = Object.entries(named);
    const logicalId = String([target].flat()[0]);
    const bus = Resources[logicalId];
    return bus ? nameOf(logicalId, bus) : logicalId;
  };
  return new Map(
    Object.entries(Resources).map(([logicalId, resource]) => {
      const { Type, Properties } = resource;
      const bus = Type === 'AWS::Events::Rule' ? busOf(Properties.EventBusName) : undefined;
      return [logicalId, describe(Type, nameOf(logicalId, resource), queueOrigin, bus)];
    }),
  );
}

function describe(type: string, name: string, queueOrigin: string, bus = 'default'): PhysicalResource {
  switch (type) {
    case 'AWS::S3::Bucket':
      return named(name.toLowerCase(), { Arn: `arn:${LOCAL.partition}:s3:::${name.toLowerCase()}` });
    case 'AWS::DynamoDB::Table':
      return named(name, { Arn: arn('dynamodb', `table/${name}`) });
    case 'AWS::SQS::Queue': {
      const url = `${queueOrigin}/${LOCAL.account}/${name}`;
      return { name, ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
    }
    case 'AWS::Lambda::Function':
      return named(name, { Arn: arn('lambda', `function:${name}`) });
    case 'AWS::Events::Rule':
      return named(name, { Arn: arn('events', bus === 'default' ? `rule/${name}` : `rule/${bus}/${name}`) });
    case 'AWS::Events::EventBus':
      return named(name, { Arn: arn('events', `event-bus/${name}`), Name: name });
    case 'AWS::IAM::Role':
      return named(name, { Arn: globalArn('iam', `role/${name}`) });
    case 'AWS::ApiGateway::RestApi':
      return named(name, { RootResourceId: `${name}-root` });
    case 'AWS::IAM::ManagedPolicy':
      return { name, ref: globalArn('iam', `policy/${name}`), attributes: {} };
    default:
      return named(name, { Arn: arn('local', name) });
  }
}

function named(name: string, attributes: Record<string, string>): PhysicalResource {
  return { name, ref: name, attributes };
}

function globalArn(kind: string, rest: string): string {
  return `arn:${LOCAL.partition}:${kind}::${LOCAL.account}:${rest}`;
}

function arn(kind: string, rest: string): string {
  return `arn:${LOCAL.partition}:${kind}:${LOCAL.region}:${LOCAL.account}:${rest}`;
}

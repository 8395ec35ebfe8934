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
};

/**
 * Give every resource of the template a name on this machine. As with CloudFormation the name comes from the stack
 * and the logical id, so a resource that keeps its id keeps its data.
 */
export function namePhysically(stackName: string, { Resources }: Template): Map<string, PhysicalResource> {
  return new Map(
    Object.entries(Resources).map(([logicalId, resource]) => [logicalId, describe(stackName, logicalId, resource)]),
  );
}

function describe(stackName: string, logicalId: string, { Type, Properties }: Resource): PhysicalResource {
  const given = Properties[NAME_PROPERTY[Type] ?? ''];
  const name = typeof given === 'string' ? given : `${stackName}-${logicalId}`;
  switch (Type) {
    case 'AWS::S3::Bucket':
      return named(name.toLowerCase(), { Arn: `arn:${LOCAL.partition}:s3:::${name.toLowerCase()}` });
    case 'AWS::DynamoDB::Table':
      return named(name, { Arn: arn('dynamodb', `table/${name}`) });
    case 'AWS::SQS::Queue': {
      const url = `http://sqs.${LOCAL.urlSuffix}/${LOCAL.account}/${name}`;
      return { name, ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
    }
    case 'AWS::Lambda::Function':
      return named(name, { Arn: arn('lambda', `function:${name}`) });
    case 'AWS::Events::Rule':
      return named(name, { Arn: arn('events', `rule/${name}`) });
    default:
      return named(name, { Arn: arn('local', name) });
  }
}

function named(name: string, attributes: Record<string, string>): PhysicalResource {
  return { name, ref: name, attributes };
}

function arn(kind: string, rest: string): string {
  return `arn:${LOCAL.partition}:${kind}:${LOCAL.region}:${LOCAL.account}:${rest}`;
}

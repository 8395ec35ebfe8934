import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  type IResource,
  LambdaIntegration,
  LogGroupLogDestination,
  RestApi,
  TokenAuthorizer,
} from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnElement, Duration, RemovalPolicy, Stack, Token, Validations } from 'aws-cdk-lib/core';
import { Construct, type IConstruct } from 'constructs';
import type { DataKey } from './data-key.ts';

interface ReportApiProps {
  readonly lambda: IFunction;
  /** Who says whose token it is; without it only signed requests get in. */
  readonly tokens: IFunction | undefined;
  /** In production requests are logged, for which the account has to let API Gateway write logs: docs/deploy.md. */
  readonly retained: boolean;
  readonly key: DataKey | undefined;
}

const STAGE = 'live';

/** Requests a second, and at once: some dozens of people at a page, and not a loop gone wild. */
const THROTTLE = { throttlingRateLimit: 50, throttlingBurstLimit: 100 } as const;

/** What API Gateway passes on at all: everything else is 401 without a call. */
const BEARER = String.raw`^Bearer [\w.-]+$`;

/** How long a token is believed without being looked at again. A user who is removed is refused at once in any case. */
const BELIEVED = Duration.minutes(1);

/** The way to the API from outside: IAM or a token says who asks, the function what they may. */
export class ReportApi extends Construct {
  readonly api: RestApi;
  /** Ends with `/api/v1`. */
  readonly url: string;
  /** The same API for the bearers of tokens; ends with `/oidc/api/v1`. */
  readonly tokenUrl: string | undefined;

  constructor(scope: Construct, id: string, { lambda, tokens, retained, key }: ReportApiProps) {
    super(scope, id);
    const accessLog = retained ? this.#accessLog(key) : undefined;
    this.api = new RestApi(this, 'Rest', {
      // CloudWatch counts by this name.
      restApiName: Stack.of(this).stackName,
      description: 'gouji: reports, findings, decisions; docs/openapi.json',
      endpointTypes: [EndpointType.REGIONAL],
      // Every body comes and goes as bytes: exports and letters are files.
      binaryMediaTypes: ['*/*'],
      // A setting of the whole account, which is not ours to change.
      cloudWatchRole: false,
      deployOptions: {
        stageName: STAGE,
        ...THROTTLE,
        ...(accessLog && {
          accessLogDestination: new LogGroupLogDestination(accessLog),
          accessLogFormat: AccessLogFormat.custom(JSON.stringify(LOGGED)),
        }),
      },
    });
    // The stack says where it is by an output of its own.
    this.api.node.tryRemoveChild('Endpoint');
    const below = (resource: IResource) => resource.addResource('api').addResource('v1').addResource('{proxy+}');
    const integration = new LambdaIntegration(lambda, { allowTestInvoke: false });
    below(this.api.root).addMethod('ANY', integration, { authorizationType: AuthorizationType.IAM });
    this.url = this.api.urlForPath('/api/v1');
    if (tokens) {
      const authorizer = new TokenAuthorizer(this, 'Tokens', {
        handler: tokens,
        validationRegex: BEARER,
        resultsCacheTtl: BELIEVED,
      });
      // A method has one way in, so this is a path of its own.
      below(this.api.root.addResource('oidc')).addMethod('ANY', integration, {
        authorizationType: AuthorizationType.CUSTOM,
        authorizer,
      });
      this.tokenUrl = this.api.urlForPath('/oidc/api/v1');
    }
    this.#explainFindings(retained);
  }

  /** Every operation below the API's path, as a policy names it. */
  get operations(): string {
    return this.api.arnForExecuteApi('*', '/api/v1/*', this.api.deploymentStage.stageName);
  }

  /** How cdk-nag names that, to acknowledge exactly this wildcard and no other. */
  get wildcardFinding(): string {
    const idOf = (one: IConstruct) => `<${Stack.of(this).getLogicalId(elementOf(one))}>`;
    const { region } = Stack.of(this);
    const place = `${Token.isUnresolved(region) ? '<AWS::Region>' : region}:<AWS::AccountId>`;
    const api = `arn:<AWS::Partition>:execute-api:${place}`;
    return `AwsSolutions-IAM5[Resource::${api}:${idOf(this.api)}/${idOf(this.api.deploymentStage)}/*/api/v1/*]`;
  }

  #accessLog(key: DataKey | undefined): LogGroup {
    return new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.SIX_MONTHS,
      ...(key && { encryptionKey: key.key }),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #explainFindings(retained: boolean): void {
    const reasons = {
      APIG2: 'The function checks every part of a request against the contract that docs/openapi.json is made of.',
      APIG3:
        'Only signed requests or tokens of known principals get in, throttled; a firewall is the choice of an account.',
      APIG6: 'The log of execution can hold bodies, and with them words of documents. Requests are logged by path.',
      COG4: 'IAM or an issuer of tokens says who asks: Cognito user pools are not offered in AWS China.',
    };
    Validations.of(this.api).acknowledge(
      ...Object.entries(reasons).map(([rule, reason]) => ({ id: `AwsSolutions-${rule}`, reason })),
      ...(retained
        ? []
        : [
            {
              id: 'AwsSolutions-APIG1',
              reason: 'Requests are logged in production: an account has to be set up for it.',
            },
          ]),
      ...(retained ? [] : [{ id: 'Serverless-APIGWAccessLogging', reason: 'As AwsSolutions-APIG1.' }]),
      { id: 'Serverless-APIGWXrayEnabled', reason: 'X-Ray is not offered in AWS China; the log has the request ids.' },
    );
  }
}

function elementOf({ node }: IConstruct): CfnElement {
  const resource = node.defaultChild;
  if (!(resource instanceof CfnElement)) throw new Error(`${node.path} has no resource`);
  return resource;
}

/** Who asked for what, and how it went; no query, which may name a body, and no word of a document. */
const LOGGED = {
  at: '$context.requestTime',
  id: '$context.requestId',
  who: '$context.identity.userArn',
  bearer: '$context.authorizer.principalId',
  from: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  fault: '$context.integrationErrorMessage',
};

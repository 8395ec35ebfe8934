import { fileURLToPath } from 'node:url';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type ICommandHooks, NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { DataKey } from './data-key.ts';

const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Packages written as CommonJS still call `require` inside our ES module bundle. */
const REQUIRE_IN_ESM =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** What one handler needs. Its permissions are listed statement by statement, since `grant*` gives more than is used. */
export interface HandlerFunctionProps {
  /** The TypeScript file that exports `handler`. */
  readonly entry: string;
  readonly memoryMiB: number;
  readonly timeout: Duration;
  readonly retained: boolean;
  /** The key that the log is encrypted with, where it is not one that CloudWatch holds. */
  readonly key?: DataKey | undefined;
  readonly environment: Record<string, string>;
  readonly allow: readonly PolicyStatement[];
  /** A script that is given the folder of the bundle and puts there what the handler starts or reads beside itself. */
  readonly addToBundle?: string | undefined;
}

/** One Lambda function from one TypeScript file, with a role of its own and a log that does not grow for ever. */
export class HandlerFunction extends Construct {
  readonly lambda: NodejsFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.SIX_MONTHS,
      ...(props.key && { encryptionKey: props.key.key }),
      removalPolicy: props.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const writeLog = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    for (const statement of [writeLog, ...props.allow]) this.role.addToPolicy(statement);

    this.lambda = new NodejsFunction(this, 'Function', {
      entry: props.entry,
      handler: 'handler',
      projectRoot: PROJECT_ROOT,
      depsLockFilePath: `${PROJECT_ROOT}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMiB,
      timeout: props.timeout,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: { ...props.environment, NODE_OPTIONS: '--enable-source-maps' },
      awsSdkConnectionReuse: false,
      bundling: {
        bundleAwsSDK: true,
        // `.mjs` means the same in Lambda and under our own package.json, and the target runs on the Node of both.
        format: OutputFormat.ESM,
        target: 'node20',
        banner: REQUIRE_IN_ESM,
        mainFields: ['module', 'main'],
        minify: false,
        sourceMap: true,
        sourceMapMode: SourceMapMode.EXTERNAL,
        ...(props.addToBundle && { commandHooks: runAfterwards(props.addToBundle) }),
      },
    });
    explainFindings(this.lambda);
  }
}

function runAfterwards(script: string): ICommandHooks {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_, output) => [
      `cd ${quote(PROJECT_ROOT)} && ${[process.execPath, '--import', 'tsx', script, output].map(quote).join(' ')}`,
    ],
  };
}

/**
 * cdk-nag's Serverless pack asks for these of any function. Ours are called by a queue, which keeps what failed, or by a
 * schedule, asynchronously: such a call carries nothing but the time.
 */
function explainFindings(lambda: NodejsFunction): void {
  const nothingToKeep =
    'A message that keeps failing goes to the dead letters of its queue. The call of a schedule carries nothing: the ' +
    'next one makes up for it, and an alarm tells when none came through.';
  Validations.of(lambda).acknowledge(
    { id: 'Serverless-LambdaTracing', reason: 'X-Ray is not offered in AWS China; the log carries the request ids.' },
    { id: 'Serverless-LambdaDLQ', reason: nothingToKeep },
    {
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason: 'For a queue the destination is the redrive policy of the queue itself, which is set.',
    },
    { id: 'Serverless-LambdaAsyncFailureDestination', reason: nothingToKeep },
  );
}

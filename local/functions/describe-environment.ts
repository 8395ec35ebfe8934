import { accessKeyOf } from '../access/access-key.ts';
import type { Endpoints } from '../endpoints.ts';
import { LOCAL } from '../template/physical-names.ts';
import type { FunctionWiring } from '../template/wiring.ts';

/** Keys that open nothing but this machine's stores. Hand clients a copy: they write into what they are given. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/**
 * The environment of a function's process: what the template says, what Lambda adds, and where the stores are.
 * Nothing is taken over from our own environment, so that the caller's AWS credentials cannot be used by mistake.
 */
export function describeEnvironment(wiring: FunctionWiring, endpoints: Endpoints): Record<string, string> {
  return {
    ...wiring.environment,
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    _HANDLER: wiring.handler,
    LAMBDA_TASK_ROOT: wiring.directory,
    AWS_REGION: LOCAL.region,
    AWS_DEFAULT_REGION: LOCAL.region,
    AWS_ACCESS_KEY_ID: accessKeyOf(wiring),
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.eventbridge,
    AWS_LAMBDA_FUNCTION_NAME: wiring.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(wiring.memoryMiB),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${wiring.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  };
}

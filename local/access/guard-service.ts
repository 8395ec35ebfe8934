import type { JsonRequest, JsonService } from '../json-services/json-server.ts';
import { ServiceError } from '../json-services/service-error.ts';
import type { AccessControl } from './access-control.ts';
import type { Demand } from './decide.ts';

/** What a request of a service wants to do. */
export type DemandsOf = (operation: string, parameters: unknown) => Iterable<Demand>;

/** Each service refuses in its own way. */
export const REFUSALS = {
  dynamodb: { type: 'com.amazon.coral.service#AccessDeniedException', status: 400 },
  sqs: { type: 'com.amazon.coral.service#AccessDeniedException', status: 403, queryCode: 'AccessDenied' },
  events: { type: 'AccessDeniedException', status: 400 },
} as const;

type RefusalShape = (typeof REFUSALS)[keyof typeof REFUSALS];

/** The same service, for those who may use it. Who is held to nothing is not delayed by looking at the request. */
export function guardService(
  service: JsonService,
  demandsOf: DemandsOf,
  access: AccessControl,
  { type, ...shape }: RefusalShape,
): JsonService {
  const refuse = ({ accessKeyId, operation, body }: JsonRequest) => {
    for (const demand of demandsOf(operation, readBody(body))) {
      const refusal = access.refusalOf(accessKeyId, demand);
      if (refusal !== undefined) throw new ServiceError(type, refusal, shape);
    }
  };
  return (request) => {
    if (access.isHeld(request.accessKeyId)) refuse(request);
    return service(request);
  };
}

function readBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'The request is not JSON');
  }
}

import { z } from 'zod';
import type { JsonReply, JsonRequest, JsonService } from './json-server.ts';
import { ServiceError } from './service-error.ts';

/** Answers one operation's parameters with the fields of its answer. */
export type Operation = (parameters: unknown, request: JsonRequest) => Promise<object> | object;

/** A service of so many operations; any other is refused by name. */
export function serviceOf(name: string, operations: Readonly<Record<string, Operation>>): JsonService {
  const known = new Map(Object.entries(operations));
  return async (request): Promise<JsonReply> => {
    const operation = known.get(request.operation);
    if (!operation) {
      throw new ServiceError('UnknownOperationException', `The local cloud has no ${name} ${request.operation}`);
    }
    const answer = await operation(readParameters(request.body), request);
    return { status: 200, headers: {}, body: JSON.stringify(answer) };
  };
}

/** An operation whose parameters have this shape; strict shapes refuse what would silently not be done. */
export function operation<S extends z.ZodType>(
  shape: S,
  run: (parameters: z.infer<S>, request: JsonRequest) => Promise<object> | object,
): Operation {
  return (parameters, request) => {
    const read = shape.safeParse(parameters);
    if (!read.success) throw new ServiceError('ValidationException', z.prettifyError(read.error));
    return run(read.data, request);
  };
}

function readParameters(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'The request is not JSON');
  }
}

import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { S3Error } from './errors.ts';
import type { Reply } from './exchange.ts';
import { element, leaf } from './xml.ts';

/** Sends a reply; XML gets its headers here. Resolves when the last byte is handed to the system. */
export async function respond(response: ServerResponse, reply: Reply, hasBody: boolean): Promise<void> {
  const { body } = reply;
  response.statusCode = reply.status;
  response.setHeader('x-amz-request-id', randomBytes(8).toString('hex').toUpperCase());
  for (const [name, value] of Object.entries(reply.headers)) if (value !== undefined) response.setHeader(name, value);
  if (typeof body === 'string') {
    response.setHeader('content-type', 'application/xml');
    response.setHeader('content-length', Buffer.byteLength(body));
  } else if (!response.hasHeader('content-length') && ![204, 304].includes(reply.status)) {
    response.setHeader('content-length', 0);
  }
  if (hasBody && body !== undefined && typeof body !== 'string') await pipeline(body, response);
  else response.end(hasBody ? body : undefined);
}

/** A refusal as S3 words it; what is not an S3Error becomes InternalError. */
export function errorReply(fault: unknown, path: string): Reply {
  const error =
    fault instanceof S3Error
      ? fault
      : new S3Error('InternalError', 'We encountered an internal error. Please try again.');
  const body = element('Error', leaf('Code', error.code), leaf('Message', error.message), leaf('Resource', path));
  return { status: error.status, headers: error.headers, body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticate } from './authenticate.ts';
import { answerPreflight, corsHeaders } from './cors.ts';
import { S3Error } from './errors.ts';
import { type Reply, requireAllowed, type StoreParts } from './exchange.ts';
import { parseRequest, type S3Request } from './request.ts';
import { errorReply, respond } from './respond.ts';
import { findRoute } from './routes.ts';

// How long a client whose request was refused half-way may go on sending before its connection is cut.
const LINGER_MS = 2000;

/** Answers one HTTP request: parse, authenticate, find the route, authorise, run, respond. Never rejects. */
export async function handle(store: StoreParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const rule = store.cors(bucketIn(message));
  for (const [name, value] of Object.entries(corsHeaders(message, rule))) response.setHeader(name, value);
  if (message.method === 'OPTIONS') return respond(response, answerPreflight(message, rule), false);
  const reply = await answer(store, message, response).catch((fault: unknown) => {
    if (!(fault instanceof S3Error) && !hasLeft(message)) store.onFault(fault);
    return errorReply(fault, message.url ?? '/');
  });
  if (!message.complete) stopReading(message, response);
  await respond(response, reply, message.method !== 'HEAD').catch((fault: unknown) => {
    if (!message.socket.destroyed) store.onFault(fault);
    response.destroy();
  });
}

const bucketIn = ({ url = '/' }: IncomingMessage) => /^\/(?<bucket>[^/?]*)/u.exec(url)?.groups?.bucket ?? '';

// A client that goes away before its request is whole is not our fault.
function hasLeft(message: IncomingMessage): boolean {
  return message.destroyed && !message.complete;
}

async function answer(store: StoreParts, message: IncomingMessage, response: ServerResponse): Promise<Reply> {
  const request = parseRequest(message, bodyOf(message, response));
  const identity = authenticate(request, store.credentials, store.now());
  const route = findRoute(request);
  const exchange = { store, request, identity };
  if (route.action !== undefined) requireAllowed(exchange, versioned(route.action, request));
  return route.run(exchange);
}

// IAM has an action of its own for reading or deleting a named version.
function versioned(action: string, { query }: S3Request): string {
  return query.has('versionId') && /^s3:(Get|Delete)Object$/.test(action) ? `${action}Version` : action;
}

// A client that asked (Expect: 100-continue) is told to send its body only when someone is about to read it.
async function* bodyOf(message: IncomingMessage, response: ServerResponse): AsyncGenerator<Buffer> {
  if (message.headers.expect === '100-continue') response.writeContinue();
  yield* message;
}

// The rest of a refused body is read and dropped for a moment, since a client that is cut off while it sends never
// sees why.
function stopReading(message: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  message.resume();
  response.once('finish', () => setTimeout(() => message.socket.destroy(), LINGER_MS).unref());
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerApi, FrontAnswer } from './front-request.ts';
import { type HeldPort, holdPort } from './hold-port.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { securityHeaders } from './security-headers.ts';
import { plain, serveFile } from './serve-file.ts';

interface FrontOptions {
  /** The folder of the built page. */
  readonly page: string;
  readonly answerApi: AnswerApi;
  /** Origin of the object store that links lead to. */
  readonly store: string;
  readonly onFault: (fault: unknown) => void;
}

const API = '/api/v1';

/** As much as API Gateway takes. */
const MOST_BODY_BYTES = 10 * 1024 ** 2;

/** Serve the page and its API to this machine only; 0 for any port. */
export async function startFront({ port, ...options }: FrontOptions & { readonly port: number }): Promise<HeldPort> {
  const held = await holdPort(port);
  serveFront(held, options);
  return held;
}

/** The same on a port that is held already. */
export function serveFront({ server, port }: HeldPort, options: FrontOptions): void {
  const { store, onFault } = options;
  const always = Object.entries(securityHeaders(store));
  const take = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = await answerTo(message, port, options).catch((fault: unknown) => {
      onFault(fault);
      return json(502, 'The function behind the API failed');
    });
    for (const [name, value] of [...always, ...Object.entries(answer.headers)]) response.setHeader(name, value);
    // What was not read of a body that is too large is not waited for.
    if (!message.complete) response.setHeader('connection', 'close');
    response.writeHead(answer.status);
    response.end(message.method === 'HEAD' ? undefined : answer.body);
  };
  server.on('request', (message, response) => void take(message, response).catch(onFault));
}

async function answerTo(
  message: IncomingMessage,
  port: number,
  { page, answerApi }: FrontOptions,
): Promise<FrontAnswer> {
  const { method = 'GET', url = '/', headers } = message;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const forApi = path === API || path.startsWith(`${API}/`);
  const foreign = refuseForeign({ method, headers, forApi }, port);
  if (foreign) return plain(foreign === 'host' ? 421 : 403, `Refused: ${foreign}\n`);
  if (!forApi) return method === 'GET' || method === 'HEAD' ? serveFile(page, path) : plain(405, 'Not allowed\n');
  const body = await readBody(message);
  if (!body) return json(413, 'Request Too Long');
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
  return answerApi({ method, path, query, headers: headersOf(message), body });
}

async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of message.iterator({ destroyOnReturn: false })) {
    bytes += part.length;
    if (bytes > MOST_BODY_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct)) headers.set(name, (values ?? []).join(', '));
  return headers;
}

export const json = (status: number, message: string): FrontAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify({ message }),
});

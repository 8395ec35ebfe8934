import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AnswerApi, FrontAnswer } from './front-request.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { securityHeaders } from './security-headers.ts';
import { plain, serveFile } from './serve-file.ts';

interface FrontOptions {
  readonly port: number;
  /** The folder of the built page. */
  readonly page: string;
  readonly answerApi: AnswerApi;
  /** Origin of the object store that links lead to. */
  readonly store: string;
  readonly onFault: (fault: unknown) => void;
}

export interface Front {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  close(): Promise<void>;
}

const API = '/api/v1';

/** As much as API Gateway takes. */
const MOST_BODY_BYTES = 10 * 1024 ** 2;

/** Serve the page and its API to this machine only. */
export async function startFront(options: FrontOptions): Promise<Front> {
  const { port, store, onFault } = options;
  const always = Object.entries(securityHeaders(store));
  const take = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = await answerTo(message, options).catch((fault: unknown) => {
      onFault(fault);
      return json(502, 'The function behind the API failed');
    });
    for (const [name, value] of [...always, ...Object.entries(answer.headers)]) response.setHeader(name, value);
    // What was not read of a body that is too large is not waited for.
    if (!message.complete) response.setHeader('connection', 'close');
    response.writeHead(answer.status);
    response.end(message.method === 'HEAD' ? undefined : answer.body);
  };
  const server = createServer((message, response) => void take(message, response).catch(onFault));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answerTo(message: IncomingMessage, { port, page, answerApi }: FrontOptions): Promise<FrontAnswer> {
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

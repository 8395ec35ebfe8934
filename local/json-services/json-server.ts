import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { ServiceError } from './service-error.ts';

/** One request of the AWS JSON protocol. */
export interface JsonRequest {
  /** `SendMessage`, `PutItem` … */
  readonly operation: string;
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
  /** The access key that it says it is signed with. */
  readonly accessKeyId: string | undefined;
}

export interface JsonReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string | Buffer;
}

/** Answers the requests of one service. What it throws that is no `ServiceError` is answered with 500. */
export type JsonService = (request: JsonRequest) => Promise<JsonReply>;

const TARGET = /^(?<service>\w+)\.(?<operation>\w+)$/;
const CREDENTIAL = /Credential=(?<accessKeyId>[^/]+)\//;

/** The services that speak AWS JSON, at one loopback address and told apart by `X-Amz-Target`. */
export class JsonServer {
  readonly #services = new Map<string, JsonService>();
  readonly #onFault: (fault: unknown) => void;
  readonly #server: Server;

  private constructor(onFault: (fault: unknown) => void) {
    this.#onFault = onFault;
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch(() => response.destroy());
    });
    // Clients of functions keep connections; one that is cut while it is being used again would be a fault to them.
    this.#server.keepAliveTimeout = 60_000;
  }

  /** @param port 0 for any */
  static async start(port: number, onFault: (fault: unknown) => void): Promise<JsonServer> {
    const server = new JsonServer(onFault);
    server.#server.listen(port, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get endpoint(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The services do not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** From now on answer what is meant for `name`, such as `AmazonSQS`. */
  serve(name: string, service: JsonService): void {
    this.#services.set(name, service);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = await this.#answer(request).catch((fault: unknown) => this.#refuse(fault));
    response.writeHead(reply.status, {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': randomUUID(),
      ...reply.headers,
      'content-length': Buffer.byteLength(reply.body),
    });
    response.end(reply.body);
  }

  async #answer(request: IncomingMessage): Promise<JsonReply> {
    const body = await buffer(request);
    const { headers } = request;
    const { service = '', operation = '' } = TARGET.exec(String(headers['x-amz-target'] ?? ''))?.groups ?? {};
    const answer = this.#services.get(service);
    if (!answer) {
      const wanted = headers['x-amz-target'] ?? `${request.method} ${request.url}`;
      throw new ServiceError('UnknownOperationException', `The local cloud does not know the service of ${wanted}`);
    }
    const { accessKeyId } = CREDENTIAL.exec(headers.authorization ?? '')?.groups ?? {};
    return answer({ operation, body, headers, accessKeyId });
  }

  #refuse(fault: unknown): JsonReply {
    if (!(fault instanceof ServiceError)) this.#onFault(fault);
    const error =
      fault instanceof ServiceError ? fault : new ServiceError('InternalFailure', 'See the progress', { status: 500 });
    const { type, message, status, queryCode, details } = error;
    return {
      status,
      headers: queryCode === undefined ? {} : { 'x-amzn-query-error': `${queryCode};Sender` },
      // The services do not agree on how this field is written; clients read either.
      body: JSON.stringify({ __type: type, message, Message: message, ...details }),
    };
  }
}

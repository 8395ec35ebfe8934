import { Agent, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { JsonReply, JsonRequest, JsonService } from './json-server.ts';
import { ServiceError } from './service-error.ts';

interface TableProxy {
  readonly service: JsonService;
  close(): void;
}

/** Hands DynamoDB's requests to the table engine as they came, and its answers back. */
export function proxyTables(endpoint: string): TableProxy {
  const { hostname, port } = new URL(endpoint);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const forward = ({ body, headers }: JsonRequest): Promise<JsonReply> =>
    new Promise((resolve, reject) => {
      const { host: _host, connection: _connection, 'transfer-encoding': _chunked, ...kept } = headers;
      const headersThere = { ...kept, 'content-length': String(body.length) };
      const sent = send({ hostname, port, agent, method: 'POST', path: '/', headers: headersThere }, (answer) => {
        const { connection: _kept, 'transfer-encoding': _also, ...headersHere } = answer.headers;
        buffer(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 500, headers: headersHere, body: text }),
          reject,
        );
      });
      // The client tries again, as with the service itself.
      sent.on('error', ({ message }) =>
        reject(new ServiceError('com.amazonaws.dynamodb.v20120810#InternalServerError', message, { status: 500 })),
      );
      sent.end(body);
    });
  return {
    service: forward,
    close: () => agent.destroy(),
  };
}

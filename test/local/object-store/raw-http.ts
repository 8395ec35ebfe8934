import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';

export interface RawReply {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Opens a request whose path and body are sent exactly as given. */
export function openRequest(
  endpoint: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): { sender: ClientRequest; reply: Promise<RawReply> } {
  const { hostname, port } = new URL(endpoint);
  const sender = request({ hostname, port, method, path, headers, agent: false });
  const reply = once(sender, 'response').then(([response]) => read(response));
  return { sender, reply };
}

/** Sends a whole request. */
export function send(
  endpoint: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<RawReply> {
  const { sender, reply } = openRequest(endpoint, method, path, headers);
  sender.end(body);
  return reply;
}

async function read(response: IncomingMessage): Promise<RawReply> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() };
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { StoreParts } from './exchange.ts';
import { handle } from './handle.ts';

// SDK clients keep connections open; a restart should not wait for them for ever.
const CLOSE_MS = 5000;

export interface Address {
  host: string;
  port: number;
  allowRemote: boolean;
}

export interface Listening {
  endpoint: string;
  close(): Promise<void>;
}

/** Serves a store over HTTP. Rejects for an address other machines can reach, unless that is allowed. */
export async function listen(store: StoreParts, { host, port, allowRemote }: Address): Promise<Listening> {
  if (!allowRemote && !isLoopback(host)) {
    throw new Error(`${host} is not a loopback address; set allowRemote to serve other machines`);
  }
  const underWay = new Set<Promise<void>>();
  const take = (message: IncomingMessage, response: ServerResponse): void => {
    const handled = handle(store, message, response).finally(() => underWay.delete(handled));
    underWay.add(handled);
  };
  // A large upload may take as long as it takes.
  const server = createServer({ requestTimeout: 0 }, take);
  server.on('checkContinue', take);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    endpoint: `http://${name}:${address.port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), CLOSE_MS).unref();
      await closed;
      await Promise.all(underWay);
    },
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

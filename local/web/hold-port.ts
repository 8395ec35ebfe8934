import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** A port of the loopback address that listens already, and answers once somebody serves it. */
export interface HeldPort {
  readonly server: Server;
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Others have to be told the address of the page before it can be served, and until then nobody may take the port.
 * @param wanted 0 for any
 * @throws Error when the port is taken
 */
export async function holdPort(wanted: number): Promise<HeldPort> {
  const server = createServer();
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    server,
    port: address.port,
    endpoint: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

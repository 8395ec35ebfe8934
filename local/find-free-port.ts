import { createServer } from 'node:net';

/**
 * The wanted port of the loopback address, or any free one when it is taken or 0 is wanted. Between finding and listening
 * somebody else may take it: who can listen at port 0 should.
 */
export async function findFreePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address === null || typeof address === 'string' ? undefined : address.port));
    });
  });
}

/** The wanted port, or another where it is taken; 0, for any, stays 0 until somebody listens. */
export const freePortNear = async (wanted: number): Promise<number> => (wanted === 0 ? 0 : findFreePort(wanted));

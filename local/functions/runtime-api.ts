import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { RuntimeChannel } from './runtime-channel.ts';

const PATH = /^\/(?<channel>[\w-]+)\/2018-06-01\/runtime\/(?<what>.+)$/;

/**
 * The Lambda Runtime API on loopback. Each function process gets an address of its own, so that one server serves
 * them all and none can answer for another.
 */
export class RuntimeApi {
  readonly #server: Server;
  readonly #channels = new Map<string, RuntimeChannel>();

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    // A process waits for its next event as long as it takes.
    this.#server.requestTimeout = 0;
    this.#server.timeout = 0;
  }

  static async start(): Promise<RuntimeApi> {
    const api = new RuntimeApi();
    await new Promise<void>((resolve, reject) => {
      api.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return api;
  }

  /** An address for one process, and the channel to it. */
  open(functionArn: string): { address: string; channel: RuntimeChannel; close: () => void } {
    const id = randomUUID();
    const channel = new RuntimeChannel(functionArn);
    this.#channels.set(id, channel);
    const close = () => {
      this.#channels.delete(id);
    };
    return { address: `127.0.0.1:${portOf(this.#server)}/${id}`, channel, close };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { channel = '', what = '' } = PATH.exec(request.url ?? '')?.groups ?? {};
    const open = this.#channels.get(channel);
    if (!open) {
      response.writeHead(404).end();
      return;
    }
    if (what === 'invocation/next') {
      open.requestNext(response);
      return;
    }
    open.finish(what, await text(request));
    response.writeHead(202).end();
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The Runtime API does not listen');
  return address.port;
}

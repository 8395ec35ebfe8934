import type { IncomingHttpHeaders } from 'node:http';

/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD']);

interface Asked {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether it is for the API, not for a file of the page. */
  readonly forApi: boolean;
}

/**
 * Why a request does not come from our own page. A page of somebody else in the same browser can send requests here
 * too: under a name of its own that it makes lead here (so the name is looked at), or from its own origin (so what
 * changes something has to say that it comes from ours).
 * @returns undefined for one that may be answered
 */
export function refuseForeign({ method, headers, forApi }: Asked, port: number): 'host' | 'origin' | undefined {
  const { host, origin } = headers;
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !names.includes(host)) return 'host';
  if (origin !== undefined || !SAFE.has(method)) return origin === `http://${host}` ? undefined : 'origin';
  // Browsers say by themselves where a request comes from; whoever is no browser says nothing.
  const site = headers['sec-fetch-site'];
  return forApi && site !== undefined && site !== 'same-origin' && site !== 'none' ? 'origin' : undefined;
}

import type { IncomingMessage } from 'node:http';
import type { Reply } from './exchange.ts';
import type { CorsRule } from './options.ts';

/** S3 answers a question about a rule so, whether the object is there or not. */
export function answerPreflight({ headers }: IncomingMessage, rule: CorsRule | undefined): Reply {
  const method = headers['access-control-request-method'] ?? '';
  const asked = (headers['access-control-request-headers'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const names = asked.filter((name) => name !== '');
  const origin = allowedOrigin(headers.origin, rule);
  if (!rule || !origin || !rule.methods.includes(method) || !names.every((name) => fits(name, rule.headers))) {
    return { status: 403, headers: {} };
  }
  return {
    status: 200,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': rule.methods.join(', '),
      'access-control-allow-headers': names.join(', ') || undefined,
      'access-control-max-age': '600',
      vary: 'Origin',
    },
  };
}

/** What lets the page of an allowed origin read an answer. */
export function corsHeaders({ headers }: IncomingMessage, rule: CorsRule | undefined): Record<string, string> {
  const origin = allowedOrigin(headers.origin, rule);
  if (!rule || !origin) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': rule.exposed.join(', '),
    vary: 'Origin',
  };
}

function allowedOrigin(origin: string | undefined, rule: CorsRule | undefined): string | undefined {
  return origin !== undefined && rule?.origins.includes(origin) ? origin : undefined;
}

const fits = (name: string, patterns: readonly string[]) =>
  patterns.some((one) =>
    one.endsWith('*') ? name.startsWith(one.slice(0, -1).toLowerCase()) : name === one.toLowerCase(),
  );

import { randomUUID } from 'node:crypto';
import { LOCAL } from '../template/physical-names.ts';
import type { RouteWiring } from '../template/wiring.ts';
import type { FrontRequest } from './front-request.ts';

/** Whom the page may be switched to, on one machine only: `gouji-user=reviewer-a`. */
const SWITCH = /(?:^|;\s*)gouji-user=(?<id>[a-z0-9-]{1,40})(?:;|$)/u;

/** Who asks where nobody was chosen. */
const DEFAULT_USER = 'reviewer-a';

/** The event by which a REST API hands a request to a function (payload version 1). */
export function describeRequest({ method, path, query, headers, body }: FrontRequest, route: RouteWiring): object {
  const listed = [...headers];
  const names = [...new Set(query.keys())];
  const userId = SWITCH.exec(headers.get('cookie') ?? '')?.groups?.id ?? DEFAULT_USER;
  const prefix = route.path.split('{')[0] ?? '';
  return {
    resource: route.path,
    path,
    httpMethod: method,
    headers: Object.fromEntries(listed),
    multiValueHeaders: Object.fromEntries(listed.map(([name, value]) => [name, [value]])),
    queryStringParameters: names.length === 0 ? null : Object.fromEntries(query),
    multiValueQueryStringParameters:
      names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
    pathParameters: { proxy: path.slice(prefix.length) },
    stageVariables: null,
    requestContext: {
      accountId: LOCAL.account,
      httpMethod: method,
      path,
      requestId: randomUUID(),
      resourcePath: route.path,
      identity: { userArn: `arn:${LOCAL.partition}:iam::${LOCAL.account}:user/${userId}`, sourceIp: '127.0.0.1' },
    },
    body: body.length === 0 ? null : body.toString('base64'),
    isBase64Encoded: body.length > 0,
  };
}

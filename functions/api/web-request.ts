import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';

/** Only a name that makes the address whole: nothing reads it. */
const HOST = 'https://api.invalid';

/** Before the path of whoever comes with a token; what follows is the same API. */
const BY_TOKEN = /^\/oidc(?=\/api\/v1\/)/u;

/** An event of a REST API as the request that it stands for. */
export function toRequest(event: APIGatewayProxyEvent): Request {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(event.multiValueQueryStringParameters ?? {})) {
    for (const value of values ?? []) query.append(name, value);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers)) if (value !== undefined) headers.set(name, value);
  const body = event.body === null ? null : Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  const method = event.httpMethod;
  return new Request(`${HOST}${inPath(event.path.replace(BY_TOKEN, ''))}?${query}`, {
    method,
    headers,
    ...(body && method !== 'GET' && method !== 'HEAD' ? { body } : {}),
  });
}

/** Encoded or not, as it comes: a body's key may begin with a question mark. */
const inPath = (path: string) => path.replace(/[?#]/gu, encodeURIComponent).replace(/%(?![\da-f]{2})/giu, '%25');

/** An answer as a REST API hands it on. */
export async function toResult(response: Response): Promise<APIGatewayProxyResult> {
  const isText = /^(?:application\/json|text\/)/u.test(response.headers.get('content-type') ?? '');
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}

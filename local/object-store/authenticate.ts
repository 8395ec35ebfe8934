import { type Authorization, parseTime, readAuthorization } from './authorization.ts';
import { S3Error } from './errors.ts';
import type { Credentials } from './options.ts';
import type { S3Request } from './request.ts';
import { sameText } from './same-text.ts';
import { type Scope, signingKey, signRequest } from './signature.ts';

/** What the signatures of aws-chunked chunks are chained to. */
export interface ChunkSigning {
  seed: string;
  scope: Scope;
  key: Buffer;
}

export interface Identity {
  accessKeyId: string | undefined;
  signing: ChunkSigning | undefined;
}

const MAX_SKEW_MS = 15 * 60_000;

/**
 * Who sends this request. Without configured credentials a signature's words are believed, though a presigned URL
 * still expires. Throws AccessDenied, InvalidAccessKeyId, RequestTimeTooSkewed, SignatureDoesNotMatch.
 */
export function authenticate(request: S3Request, known: readonly Credentials[], now: Date): Identity {
  const authorization = readAuthorization(request);
  if (authorization?.expires !== undefined) refuseExpired(authorization, now);
  if (known.length === 0) return { accessKeyId: authorization?.accessKeyId, signing: undefined };
  if (!authorization) throw new S3Error('AccessDenied', 'Access Denied');
  const credentials = known.find(({ accessKeyId }) => accessKeyId === authorization.accessKeyId);
  if (!credentials) {
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  if (authorization.kind === 'header' && Math.abs(parseTime(authorization.time) - now.getTime()) > MAX_SKEW_MS) {
    throw new S3Error(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  }
  return verify(request, authorization, credentials);
}

function refuseExpired(authorization: Authorization, now: Date): void {
  const age = now.getTime() - parseTime(authorization.time);
  if (age > (authorization.expires ?? 0) * 1000) throw new S3Error('AccessDenied', 'Request has expired');
  if (age < -MAX_SKEW_MS) throw new S3Error('AccessDenied', 'Request is not yet valid');
}

function verify(request: S3Request, authorization: Authorization, credentials: Credentials): Identity {
  refuseUnsignedHeaders(request, authorization);
  const scope = { time: authorization.time, scope: authorization.scope };
  const key = signingKey(credentials.secretAccessKey, authorization.scope);
  const query = new Map(request.query);
  query.delete('X-Amz-Signature');
  const { method, path, headers } = request;
  const { signedHeaders } = authorization;
  const payloadHash = headers.get('x-amz-content-sha256') ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  const expected = signRequest({ method, path, query, headers, signedHeaders, payloadHash }, scope, key);
  if (!sameText(expected, authorization.signature)) {
    throw new S3Error(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
  return { accessKeyId: authorization.accessKeyId, signing: { seed: expected, scope, key } };
}

// An x-amz header outside the signature could have been added by anyone who saw the URL.
function refuseUnsignedHeaders({ headers, query }: S3Request, { signedHeaders }: Authorization): void {
  const unsigned = [...headers.keys()].filter(
    (name) => (name.startsWith('x-amz-') || name === 'host') && !query.has(name) && !signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    throw new S3Error(
      'AccessDenied',
      `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
    );
  }
}

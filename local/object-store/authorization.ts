import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';
import { ALGORITHM } from './signature.ts';

/** What a signed request says about its own signature. */
export interface Authorization {
  kind: 'header' | 'query';
  accessKeyId: string;
  scope: string;
  signedHeaders: readonly string[];
  signature: string;
  time: string;
  /** Seconds; of a presigned URL only. */
  expires: number | undefined;
}

const MAX_EXPIRES = 7 * 24 * 3600;
const CREDENTIAL = /^(?<accessKeyId>.+)\/(?<scope>\d{8}\/[^/]+\/s3\/aws4_request)$/;
const TIME = /^\d{8}T\d{6}Z$/;

/** The SigV4 parts of a request, from its header or from its query; undefined for an anonymous one. */
export function readAuthorization(request: S3Request): Authorization | undefined {
  const header = request.headers.get('authorization');
  if (header !== undefined) return fromHeader(header, request);
  return request.query.has('X-Amz-Algorithm') || request.query.has('X-Amz-Signature') ? fromQuery(request) : undefined;
}

function fromHeader(header: string, request: S3Request): Authorization {
  const malformed = (): never => {
    throw new S3Error('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  };
  if (!header.startsWith(`${ALGORITHM} `)) return malformed();
  const parts = new Map(
    header
      .slice(ALGORITHM.length)
      .split(',')
      .map((part) => part.trim().split(/=(.*)/s, 2))
      .map(([name = '', value = '']) => [name, value]),
  );
  return assemble('header', { ...Object.fromEntries(parts), time: request.headers.get('x-amz-date') }) ?? malformed();
}

function fromQuery({ query }: S3Request): Authorization {
  const expires = Number(query.get('X-Amz-Expires') ?? Number.NaN);
  const authorization = assemble('query', {
    Credential: query.get('X-Amz-Credential'),
    SignedHeaders: query.get('X-Amz-SignedHeaders'),
    Signature: query.get('X-Amz-Signature'),
    time: query.get('X-Amz-Date'),
  });
  const valid = Number.isInteger(expires) && expires >= 0 && expires <= MAX_EXPIRES;
  if (!authorization || !valid || query.get('X-Amz-Algorithm') !== ALGORITHM) {
    throw new S3Error(
      'AuthorizationQueryParametersError',
      'Query-string authentication needs valid X-Amz-Algorithm, X-Amz-Credential, X-Amz-Date, X-Amz-SignedHeaders, X-Amz-Expires (at most a week) and X-Amz-Signature.',
    );
  }
  return { ...authorization, expires };
}

type Parts = Partial<Record<'Credential' | 'SignedHeaders' | 'Signature' | 'time', string | undefined>>;

function assemble(kind: Authorization['kind'], parts: Parts): Authorization | undefined {
  const { accessKeyId, scope } = CREDENTIAL.exec(parts.Credential ?? '')?.groups ?? {};
  const { SignedHeaders, Signature, time } = parts;
  if (!accessKeyId || !scope || !SignedHeaders || !Signature || !time || !TIME.test(time)) return undefined;
  if (!time.startsWith(scope.slice(0, 8))) return undefined;
  const signedHeaders = SignedHeaders.toLowerCase().split(';');
  return { kind, accessKeyId, scope, signedHeaders, signature: Signature, time, expires: undefined };
}

/** `20250131T080000Z` as milliseconds. */
export function parseTime(time: string): number {
  return Date.parse(time.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

// Written from the SigV4 documentation and not from the package that signs, so that the two can disagree.

export const CALLER = {
  accessKeyId: 'AKIAEXAMPLE',
  secretAccessKey: 'secret/of+the caller',
  sessionToken: 'session==',
};
export const REGION = 'cn-north-1';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const encode = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => {
      const mark = String.fromCharCode(byte);
      return /[A-Za-z0-9._~-]/.test(mark) ? mark : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

/** Whether API Gateway would know the caller by this request: all but the skew of clocks. */
export function isSigned(message: IncomingMessage, body: Buffer): boolean {
  const { authorization = '', 'x-amz-date': time = '', 'x-amz-security-token': token } = message.headers;
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  const [, credential = '', listed = '', signature] = parts ?? [];
  const day = String(time).slice(0, 8);
  const scope = `${day}/${REGION}/execute-api/aws4_request`;
  const names = listed.split(';');
  if (credential !== `${CALLER.accessKeyId}/${scope}` || token !== CALLER.sessionToken) return false;
  if (!['host', 'x-amz-date', 'x-amz-security-token'].every((name) => names.includes(name))) return false;
  const [path = '', query = ''] = (message.url ?? '').split('?');
  const canonical = [
    message.method,
    // Every service but S3 encodes a path once more than it was sent.
    path.split('/').map(encode).join('/'),
    query
      .split('&')
      .filter((pair) => pair !== '')
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${String(message.headers[name] ?? '').trim()}`),
    '',
    listed,
    sha256(body),
  ].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${CALLER.secretAccessKey}`, day), REGION), 'execute-api'), 'aws4_request');
  return hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`).toString('hex') === signature;
}

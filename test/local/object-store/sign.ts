import { createHash, createHmac } from 'node:crypto';
import { CREDENTIALS, REGION } from './open-store.ts';

// Written from the SigV4 documentation and not from the code under test, so that the two can disagree.

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

function amzTime(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

function scopeOf(time: string): string {
  return `${time.slice(0, 8)}/${REGION}/s3/aws4_request`;
}

function keyOf(time: string): Buffer {
  const day = hmac(`AWS4${CREDENTIALS.secretAccessKey}`, time.slice(0, 8));
  return hmac(hmac(hmac(day, REGION), 's3'), 'aws4_request');
}

function sign(time: string, canonical: string): string {
  return hmac(keyOf(time), `AWS4-HMAC-SHA256\n${time}\n${scopeOf(time)}\n${sha256(canonical)}`).toString('hex');
}

/** A presigned URL, valid for `expires` seconds from `date`. `query` is encoded already and sorts before X-Amz. */
export function presign(
  endpoint: string,
  method: string,
  path: string,
  date: Date,
  expires: number,
  query = '',
): string {
  const time = amzTime(date);
  const url = new URL(endpoint);
  const parameters = [
    ...(query === '' ? [] : [query]),
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${encodeURIComponent(`${CREDENTIALS.accessKeyId}/${scopeOf(time)}`)}`,
    `X-Amz-Date=${time}`,
    `X-Amz-Expires=${expires}`,
    'X-Amz-SignedHeaders=host',
  ];
  parameters.sort();
  const canonical = [method, path, parameters.join('&'), `host:${url.host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  return `${url.origin}${path}?${parameters.join('&')}&X-Amz-Signature=${sign(time, canonical)}`;
}

/** The headers of a signed request without a query, among them `authorization`; and its signature. */
export function signedHeaders(
  endpoint: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  date = new Date(),
): { headers: Record<string, string>; signature: string; time: string } {
  const time = amzTime(date);
  const all: Record<string, string> = { ...headers, host: new URL(endpoint).host, 'x-amz-date': time };
  const names = Object.keys(all).sort();
  const lines = names.map((name) => `${name}:${all[name]}\n`).join('');
  const canonical = [method, path, '', lines, names.join(';'), all['x-amz-content-sha256']].join('\n');
  const signature = sign(time, canonical);
  const credential = `Credential=${CREDENTIALS.accessKeyId}/${scopeOf(time)}`;
  const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { headers: { ...all, authorization }, signature, time };
}

/** An aws-chunked body with signed chunks of at most `size` bytes, and a signed trailer when there is one. */
export function signedChunks(
  body: string,
  size: number,
  seed: { signature: string; time: string },
  trailer?: string,
): string {
  const { time } = seed;
  let previous = seed.signature;
  let text = '';
  for (let start = 0; start <= body.length + size - 1; start += size) {
    const chunk = body.slice(start, start + size);
    const toSign = ['AWS4-HMAC-SHA256-PAYLOAD', time, scopeOf(time), previous, sha256(''), sha256(chunk)].join('\n');
    previous = hmac(keyOf(time), toSign).toString('hex');
    text += `${chunk.length.toString(16)};chunk-signature=${previous}\r\n${chunk}${chunk === '' ? '' : '\r\n'}`;
    if (chunk === '') break;
  }
  if (trailer === undefined) return `${text}\r\n`;
  const toSign = ['AWS4-HMAC-SHA256-TRAILER', time, scopeOf(time), previous, sha256(`${trailer}\n`)].join('\n');
  return `${text}${trailer}\r\nx-amz-trailer-signature:${hmac(keyOf(time), toSign).toString('hex')}\r\n\r\n`;
}

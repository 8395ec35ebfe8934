import { readdir } from 'node:fs/promises';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { ALGORITHMS, startChecksum } from '../../../local/object-store/checksum.ts';
import { BUCKET, openStore, refusal, upTo } from './open-store.ts';
import { openRequest, send } from './raw-http.ts';
import { signedChunks, signedHeaders } from './sign.ts';

const PATH = `/${BUCKET}/k`;
const TEXT = '政府信息公开工作年度报告'.length.toString().padStart(700, 'report ');
const CRC32 = startChecksum('CRC32');
CRC32.update(Buffer.from(TEXT));
const CRC32_OF_TEXT = CRC32.digest().toString('base64');

// The check values of the published catalogue of CRCs, and of FIPS 180, for the digits 1 to 9.
test.each([
  ['CRC32', 'cbf43926'],
  ['CRC32C', 'e3069283'],
  ['CRC64NVME', 'ae8b14860a799888'],
  ['SHA1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
  ['SHA256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
] as const)('%s of 123456789, in two pieces', (algorithm, expected) => {
  const checksum = startChecksum(algorithm);
  checksum.update(Buffer.from('1234'));
  checksum.update(Buffer.from('56789'));
  expect(checksum.digest().toString('hex')).toBe(expected);
});

describe('a checksum', () => {
  test.each(ALGORITHMS.filter((name) => name !== 'CRC64NVME'))(
    '%s is verified and given back',
    async (ChecksumAlgorithm) => {
      const { s3 } = await openStore();
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: TEXT, ChecksumAlgorithm }));
      const expected = startChecksum(ChecksumAlgorithm);
      expected.update(Buffer.from(TEXT));
      const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k', ChecksumMode: 'ENABLED' }));
      expect(head[`Checksum${ChecksumAlgorithm}`]).toBe(expected.digest().toString('base64'));
      const plain = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k' }));
      expect(plain[`Checksum${ChecksumAlgorithm}`]).toBeUndefined();
      const part = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k', Range: 'bytes=1-3' }));
      expect(await part.Body?.transformToString()).toBe(TEXT.slice(1, 4));
    },
  );

  test('that is wrong is BadDigest, and the object that was there stays', async () => {
    const { s3, directory } = await openStore();
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'before' }));
    const put = (more: object) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'x', ...more }));
    await expect(put({ ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject(refusal('BadDigest', 400));
    await expect(put({ ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' })).rejects.toMatchObject(refusal('BadDigest', 400));
    await expect(put({ ContentMD5: 'AAAA' })).rejects.toMatchObject(refusal('InvalidDigest', 400));
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await got.Body?.transformToString()).toBe('before');
    expect(await readdir(`${directory}/buckets/${BUCKET}/bodies`)).toHaveLength(1);
  });

  test('of the payload that was signed must be that of the payload', async () => {
    const { store } = await openStore();
    const { headers } = signedHeaders(store.endpoint, 'PUT', PATH, { 'x-amz-content-sha256': '0'.repeat(64) });
    const reply = await send(store.endpoint, 'PUT', PATH, headers, 'x');
    expect(reply).toMatchObject({ status: 400, body: expect.stringContaining('XAmzContentSHA256Mismatch') });
  });
});

describe('an aws-chunked body', () => {
  const chunked = (kind: string, more: Record<string, string> = {}) => ({
    'x-amz-content-sha256': `STREAMING-${kind}`,
    'x-amz-decoded-content-length': String(TEXT.length),
    'content-encoding': 'aws-chunked',
    ...more,
  });
  const trailer = `x-amz-checksum-crc32:${CRC32_OF_TEXT}`;
  const withTrailer = { 'x-amz-trailer': 'x-amz-checksum-crc32' };

  test('with signed chunks is stored, and refused when a byte or a signature changed', async () => {
    const { store, s3 } = await openStore();
    const put = (change: (body: string) => string) => {
      const signed = signedHeaders(store.endpoint, 'PUT', PATH, chunked('AWS4-HMAC-SHA256-PAYLOAD'));
      return send(store.endpoint, 'PUT', PATH, signed.headers, change(signedChunks(TEXT, 256, signed)));
    };
    const mismatch = { status: 403, body: expect.stringContaining('SignatureDoesNotMatch') };
    expect(await put((body) => body.replace('report', 'rePort'))).toMatchObject(mismatch);
    expect(await put((body) => body.replace(/(0;chunk-signature=).{4}/, '$1ffff'))).toMatchObject(mismatch);
    expect(await put((body) => body.replace(/;chunk-signature=[0-9a-f]*/, ''))).toMatchObject(mismatch);
    await expect(s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k' }))).rejects.toMatchObject(
      refusal('NotFound', 404),
    );
    expect(await put((body) => body)).toMatchObject({ status: 200 });
    const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await got.Body?.transformToString()).toBe(TEXT);
  });

  test('with a signed trailer is stored, and refused when the trailer is not the signed one', async () => {
    const { store } = await openStore();
    const put = (change: (body: string) => string) => {
      const signed = signedHeaders(
        store.endpoint,
        'PUT',
        PATH,
        chunked('AWS4-HMAC-SHA256-PAYLOAD-TRAILER', withTrailer),
      );
      return send(store.endpoint, 'PUT', PATH, signed.headers, change(signedChunks(TEXT, 300, signed, trailer)));
    };
    expect(await put((body) => body.replace(CRC32_OF_TEXT, 'AAAAAA=='))).toMatchObject({ status: 403 });
    const stored = await put((body) => body);
    expect(stored).toMatchObject({ status: 200, headers: { 'x-amz-checksum-crc32': CRC32_OF_TEXT } });
  });

  test.each([
    ['arrives byte by byte', (body: string) => body, 200, ''],
    ['with a wrong trailer', (body: string) => body.replace(CRC32_OF_TEXT, 'AAAAAA=='), 400, 'BadDigest'],
    ['without its trailer', (body: string) => body.replace(/x-amz-checksum.*\r\n/, ''), 400, 'MalformedTrailerError'],
    ['that ends early', (body: string) => body.slice(0, 400), 400, 'IncompleteBody'],
    ['shorter than it said', (body: string) => body.replace(/^.*?\r\n.*?\r\n/s, ''), 400, 'IncompleteBody'],
    ['with a chunk longer than it said', (body: string) => body.replace(/^64\r\n/, '63\r\n'), 400, 'IncompleteBody'],
    ['with a size that is none', (body: string) => body.replace(/^64\r\n/, 'zz\r\n'), 400, 'InvalidRequest'],
    ['with something behind it', (body: string) => `${body}more`, 400, 'IncompleteBody'],
  ])('%s', async (_, change, status, code) => {
    const { store } = await openStore({ credentials: undefined });
    const chunks = upTo(7).map((index) => `64\r\n${TEXT.slice(index * 100, index * 100 + 100)}\r\n`);
    const body = change(`${chunks.join('')}0\r\n${trailer}\r\n\r\n`);
    const headers = chunked('UNSIGNED-PAYLOAD-TRAILER', { ...withTrailer, 'content-length': String(body.length) });
    const { sender, reply } = openRequest(store.endpoint, 'PUT', PATH, headers);
    for (let start = 0; start < body.length; start += 7) sender.write(body.slice(start, start + 7));
    sender.end();
    const { status: found, body: text } = await reply;
    expect({ found, code: /<Code>(.*)<\/Code>/.exec(text)?.[1] ?? '' }).toEqual({ found: status, code });
  });
});

describe('over raw HTTP', () => {
  test('a put without a length is refused', async () => {
    const { store } = await openStore({ credentials: undefined });
    const chunked = await send(store.endpoint, 'PUT', PATH, { 'transfer-encoding': 'chunked' }, 'x');
    expect(chunked).toMatchObject({ status: 501, body: expect.stringContaining('Transfer-Encoding') });
  });

  test('a client that goes away half-way leaves nothing', async () => {
    const faults: unknown[] = [];
    const { store, s3, directory, events } = await openStore({
      credentials: undefined,
      onFault: (fault) => faults.push(fault),
    });
    const { sender, reply } = openRequest(store.endpoint, 'PUT', PATH, {
      'content-length': '100',
      expect: '100-continue',
    });
    await new Promise((resolve) => sender.once('continue', resolve));
    sender.write('half');
    sender.destroy();
    await expect(reply).rejects.toThrow();
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'other', Body: 'x' }));
    await store.close();
    expect(await readdir(`${directory}/buckets/${BUCKET}/bodies`)).toHaveLength(1);
    expect(events).toMatchObject([{ key: 'other' }]);
    expect(faults).toEqual([]);
  });

  test.each([
    ['GET', `/${BUCKET}?acl`],
    ['PUT', `/${BUCKET}/k?tagging`],
    ['GET', `/${BUCKET}`],
    ['GET', `/${BUCKET}/k?partNumber=1`],
    ['DELETE', `/${BUCKET}`],
    ['PATCH', `/${BUCKET}/k`],
  ])('%s %s is NotImplemented', async (method, path) => {
    const { store } = await openStore({ credentials: undefined });
    const reply = await send(store.endpoint, method, path, { 'content-length': '0' });
    expect(reply).toMatchObject({ status: 501, body: expect.stringContaining('<Code>NotImplemented</Code>') });
  });

  test('a wish that would go unheard is NotImplemented too', async () => {
    const { store } = await openStore({ credentials: undefined });
    const headers = { 'content-length': '1', 'x-amz-object-lock-mode': 'COMPLIANCE' };
    expect(await send(store.endpoint, 'PUT', PATH, headers, 'x')).toMatchObject({ status: 501 });
  });

  test('a path that is not UTF-8 and a body that is not XML are refused', async () => {
    const { store } = await openStore({ credentials: undefined });
    expect((await send(store.endpoint, 'GET', `/${BUCKET}/%ff`)).body).toContain('<Code>InvalidURI</Code>');
    const versioning = `/${BUCKET}?versioning`;
    const put = (xml: string) =>
      send(store.endpoint, 'PUT', versioning, { 'content-length': String(Buffer.byteLength(xml)) }, xml);
    const status = '<Status>Enabled</Status></VersioningConfiguration>';
    for (const xml of [
      '',
      'no',
      '<VersioningConfiguration>',
      '<Other/>',
      `<!DOCTYPE x><VersioningConfiguration>${status}`,
    ]) {
      expect((await put(xml)).body).toContain('<Code>MalformedXML</Code>');
    }
    expect((await put(`<VersioningConfiguration>${status}`)).status).toBe(200);
  });

  test('an error to HEAD has no body', async () => {
    const { store } = await openStore({ credentials: undefined });
    expect(await send(store.endpoint, 'HEAD', PATH)).toMatchObject({ status: 404, body: '' });
  });
});

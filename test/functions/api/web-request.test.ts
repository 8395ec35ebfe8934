import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { readUploadName } from '../../../functions/api/upload-id.ts';
import { toRequest, toResult } from '../../../functions/api/web-request.ts';
import { principalOf } from '../../../functions/api/who-asks.ts';
import { reportInPath } from '../../../functions/api/year-in-path.ts';

const eventAt = (path: string, more: Partial<APIGatewayProxyEvent> = {}) =>
  ({ httpMethod: 'GET', path, headers: {}, body: null, isBase64Encoded: false, ...more }) as APIGatewayProxyEvent;

test.each([
  ['/api/v1/reports/?0123456789abcdef/unknown', '/api/v1/reports/%3F0123456789abcdef/unknown'],
  ['/api/v1/reports/%3F0123456789abcdef/unknown', '/api/v1/reports/%3F0123456789abcdef/unknown'],
  ['/api/v1/bodies/鹿城区/years', `/api/v1/bodies/${encodeURIComponent('鹿城区')}/years`],
  ['/api/v1/uploads/100%', '/api/v1/uploads/100%25'],
  // By a token instead of a signature: the same API.
  ['/oidc/api/v1/reports', '/api/v1/reports'],
  ['/oidc/oidc/api/v1/reports', '/oidc/oidc/api/v1/reports'],
  ['/oidc/other', '/oidc/other'],
])('a path comes encoded or not: %s', (path, expected) => {
  expect(new URL(toRequest(eventAt(path)).url).pathname).toBe(expected);
});

test('a query keeps its words, and a body its bytes', async () => {
  const multiValueQueryStringParameters = { q: ['瓯海 & 鹿城'], rule: ['A', 'B'] };
  const body = Buffer.from('{"name":"鹿城区"}').toString('base64');
  const request = toRequest(
    eventAt('/api/v1/x', { httpMethod: 'POST', body, isBase64Encoded: true, multiValueQueryStringParameters }),
  );
  const { searchParams } = new URL(request.url);
  expect([searchParams.get('q'), searchParams.getAll('rule')]).toEqual(['瓯海 & 鹿城', ['A', 'B']]);
  expect(await request.json()).toEqual({ name: '鹿城区' });
});

test('a file leaves as it is, whatever its bytes', async () => {
  const bytes = Buffer.from([0, 255, 128, 10]);
  const result = await toResult(new Response(bytes, { headers: { 'content-type': 'application/pdf' } }));
  expect([result.isBase64Encoded, Buffer.from(result.body, 'base64').equals(bytes)]).toEqual([true, true]);
});

test('who asks is what API Gateway vouches for', () => {
  const identity = { userArn: null } as APIGatewayProxyEvent['requestContext']['identity'];
  const asUser = { ...identity, userArn: 'arn:aws:iam::1:user/a' };
  expect(principalOf({ identity, authorizer: { principalId: 'oidc:zhang' } })).toBe('oidc:zhang');
  expect(principalOf({ identity: asUser, authorizer: null })).toBe('arn:aws:iam::1:user/a');
  expect(principalOf({ identity, authorizer: { principalId: '' } })).toBeUndefined();
});

test('only a year or its absence names a report', () => {
  expect(reportInPath({ body: '甲', year: '2020' })).toEqual({ bodyKey: '甲', year: 2020 });
  expect(reportInPath({ body: '?ab', year: 'unknown' })).toEqual({ bodyKey: '?ab', year: null });
  for (const year of ['', '20', '20200', '二〇', '-201', ' 2020'])
    expect(reportInPath({ body: '甲', year })).toBeUndefined();
});

test.each([
  'not json',
  '["鹿城区"]',
  '["鹿城区","0123456789abcdef0123456789abcdef","../x.pdf"]',
  '["a/b","0123456789abcdef0123456789abcdef","x.pdf"]',
])('an id that says %s is none', (text) => {
  expect(readUploadName(Buffer.from(text).toString('base64url'))).toBeUndefined();
});

import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../functions/authorize/config.ts';
import { keysOf } from '../../../functions/authorize/keys-of.ts';
import { makeAuthorizeHandler } from '../../../functions/authorize/make-authorize-handler.ts';
import { findFreePort } from '../../../local/find-free-port.ts';

// An issuer that is really asked, on loopback; the stack's settings let in issuers with TLS only.

const METHOD = 'arn:aws-cn:execute-api:cn-north-1:123456789012:abcdef1234/live/GET/oidc/api/v1/reports';

let server: Server;
let issuer: string;
let answers: Record<string, (response: ServerResponse) => void>;
let asked: string[];
let one: { kid: string; jwk: JWK; token: () => Promise<string> };
let two: typeof one;

const json = (value: unknown) => (response: ServerResponse) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
};

async function makeKey(kid: string): Promise<typeof one> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const token = () =>
    new SignJWT({ sub: 'zhang.san' })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(issuer)
      .setAudience('gouji')
      .setExpirationTime('5m')
      .sign(privateKey);
  return { kid, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256' }, token };
}

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const answer = answers[url];
    if (answer) answer(response);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/realm`;
  [one, two] = await Promise.all([makeKey('one'), makeKey('two')]);
});
beforeEach(() => {
  asked = [];
  answers = {
    '/realm/.well-known/openid-configuration': json({ issuer, jwks_uri: `${issuer}/keys` }),
    '/realm/keys': json({ keys: [one.jwk] }),
  };
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

function opening(jwksUri?: string) {
  const handler = makeAuthorizeHandler({ issuer, audience: 'gouji', keys: keysOf(issuer, jwksUri) });
  return async (token: string) =>
    (await handler({ type: 'TOKEN', authorizationToken: `Bearer ${token}`, methodArn: METHOD })).principalId;
}

describe('the keys of an issuer', () => {
  test('are found by what it says of itself, and asked for once', async () => {
    const ask = opening();
    expect([await ask(await one.token()), await ask(await one.token())]).toEqual(['oidc:zhang.san', 'oidc:zhang.san']);
    expect(asked).toEqual(['/realm/.well-known/openid-configuration', '/realm/keys']);
  });

  test('are where the settings say, if they say', async () => {
    expect(await opening(`${issuer}/keys`)(await one.token())).toBe('oidc:zhang.san');
    expect(asked).toEqual(['/realm/keys']);
  });

  test('do not have one that it never published, which is not asked for again and again', async () => {
    const ask = opening();
    await ask(await one.token());
    for (let times = 0; times < 3; times++) {
      await expect(ask(await two.token())).rejects.toThrow(/^Unauthorized$/);
    }
    expect(asked).toHaveLength(2);
  });
});

describe('nobody gets in, by a fault and not by a refusal,', () => {
  const broken: Record<string, () => Promise<void> | void> = {
    'where it says nothing of itself': () => {
      answers = {};
    },
    'where it says that it is another': () => {
      answers['/realm/.well-known/openid-configuration'] = json({ issuer: `${issuer}/`, jwks_uri: `${issuer}/keys` });
    },
    'where it sends elsewhere': () => {
      answers['/realm/.well-known/openid-configuration'] = (response) =>
        response.writeHead(302, { location: '/elsewhere' }).end();
      answers['/elsewhere'] = json({ issuer, jwks_uri: `${issuer}/keys` });
    },
    'where it names no place for its keys': () => {
      answers['/realm/.well-known/openid-configuration'] = json({ issuer });
    },
    'where its keys are gone': () => {
      answers['/realm/keys'] = (response) => response.writeHead(503).end();
    },
    'where its keys are none': () => {
      answers['/realm/keys'] = json({ keys: 'none' });
    },
    'where its keys are a page': () => {
      answers['/realm/keys'] = (response) => response.end('<html>');
    },
  };

  test.each(Object.entries(broken))('%s; and once it is mended they do', async (_, breakIt) => {
    const mended = { ...answers };
    breakIt();
    const ask = opening();
    const token = await one.token();
    const refusal = await ask(token).catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(Error);
    expect(String(refusal)).not.toContain('Unauthorized');
    answers = mended;
    expect(await ask(token)).toBe('oidc:zhang.san');
  });

  test('where nobody listens', async () => {
    const port = await findFreePort(0);
    const refusal = await opening(`http://127.0.0.1:${port}/keys`)(await one.token()).catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(Error);
    expect(String(refusal)).not.toContain('Unauthorized');
  });
});

describe('the function does not start half configured', () => {
  const whole = { OIDC_ISSUER: 'https://login.example.gov.cn/', OIDC_AUDIENCE: 'gouji' };

  test('with issuer and audience it does', () => {
    expect(readConfig({ ...whole, PATH: '/bin' })).toEqual(whole);
  });

  test.each([
    ['no issuer', { OIDC_ISSUER: undefined }],
    ['an issuer without TLS', { OIDC_ISSUER: 'http://login.example.gov.cn/' }],
    ['no audience', { OIDC_AUDIENCE: undefined }],
    ['an empty audience', { OIDC_AUDIENCE: '' }],
    ['keys without TLS', { OIDC_JWKS_URI: 'http://login.example.gov.cn/keys' }],
  ])('not with %s', (_, change) => {
    expect(() => readConfig({ ...whole, ...change })).toThrow(/OIDC_/);
  });
});

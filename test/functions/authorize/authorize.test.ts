import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAuthorizeHandler } from '../../../functions/authorize/make-authorize-handler.ts';

const ISSUER = 'https://login.example.gov.cn/';
const AUDIENCE = 'gouji';
const METHOD = 'arn:aws-cn:execute-api:cn-north-1:123456789012:abcdef1234/live/GET/api/v1/reports';

let sign: (claims: JWTPayload, header?: { alg?: string; kid?: string; secret?: Uint8Array }) => Promise<string>;
let ask: (authorizationToken: string) => ReturnType<ReturnType<typeof makeAuthorizeHandler>>;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  const foreign = await generateKeyPair('ES256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }] });
  sign = (claims, { alg = 'ES256', kid = 'one', secret } = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg, kid })
      .sign(secret ?? (kid === 'foreign' ? foreign.privateKey : pair.privateKey));
  const handler = makeAuthorizeHandler({ issuer: ISSUER, audience: AUDIENCE, keys });
  ask = (authorizationToken) => handler({ type: 'TOKEN', authorizationToken, methodArn: METHOD });
});

const now = () => Math.floor(Date.now() / 1000);
const good = (): JWTPayload => ({ iss: ISSUER, aud: AUDIENCE, sub: 'zhang.san', iat: now(), exp: now() + 600 });

const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(good()).filter(([name]) => name !== claim));

describe('a token of the trusted issuer', () => {
  it('says who asks, for every operation of the stage', async () => {
    expect(await ask(`Bearer ${await sign(good())}`)).toEqual({
      principalId: 'oidc:zhang.san',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Allow',
            Resource: 'arn:aws-cn:execute-api:cn-north-1:123456789012:abcdef1234/live/*',
          },
        ],
      },
    });
  });

  it('holds for one of several audiences', async () => {
    const { principalId } = await ask(`Bearer ${await sign({ ...good(), aud: ['other', AUDIENCE] })}`);
    expect(principalId).toBe('oidc:zhang.san');
  });
});

describe('everything else is refused', () => {
  const cases: Record<string, () => Promise<string>> = {
    'nothing but a name': async () => 'Basic emhhbmc6c2Fu',
    'no token': async () => 'Bearer ',
    'words instead of a token': async () => 'Bearer a.b.c',
    'an issuer that is not trusted': async () =>
      `Bearer ${await sign({ ...good(), iss: 'https://elsewhere.example/' })}`,
    'a token for another service': async () => `Bearer ${await sign({ ...good(), aud: 'mail' })}`,
    'a token without an audience': async () => `Bearer ${await sign(without('aud'))}`,
    'a token that ran out': async () => `Bearer ${await sign({ ...good(), exp: now() - 120 })}`,
    'a token that never runs out': async () => `Bearer ${await sign(without('exp'))}`,
    'a token that is not valid yet': async () => `Bearer ${await sign({ ...good(), nbf: now() + 600 })}`,
    'a token of nobody': async () => `Bearer ${await sign(without('sub'))}`,
    'a token with an empty subject': async () => `Bearer ${await sign({ ...good(), sub: '' })}`,
    'a key that the issuer does not have': async () => `Bearer ${await sign(good(), { kid: 'foreign' })}`,
    'a shared secret': async () =>
      `Bearer ${await sign(good(), { alg: 'HS256', secret: new TextEncoder().encode('x'.repeat(32)) })}`,
    'another body under the same signature': async () => {
      const [head, , signature] = (await sign(good())).split('.');
      const body = Buffer.from(JSON.stringify({ ...good(), sub: 'li.si' })).toString('base64url');
      return `Bearer ${head}.${body}.${signature}`;
    },
    'no signature at all': async () => {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `Bearer ${part({ alg: 'none' })}.${part(good())}.`;
    },
  };

  it.each(Object.entries(cases))('%s', async (_, token) => {
    await expect(ask(await token())).rejects.toThrow(/^Unauthorized$/);
  });
});

describe('keys that cannot be read', () => {
  it('are a fault and let nobody in', async () => {
    const unreachable = makeAuthorizeHandler({
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: () => Promise.reject(new TypeError('fetch failed')),
    });
    const asked = unreachable({ type: 'TOKEN', authorizationToken: `Bearer ${await sign(good())}`, methodArn: METHOD });
    await expect(asked).rejects.toThrow('fetch failed');
  });
});

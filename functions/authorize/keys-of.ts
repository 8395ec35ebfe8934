import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';

/** Both answers together leave time within the authorizer's ten seconds. */
const PATIENCE_MS = 3000;

/** What an issuer publishes of itself (OpenID Connect Discovery 1.0), as far as it matters here. */
const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * The keys of an issuer, asked for when the first token comes, and again for a key that it did not have before or after
 * ten minutes. What could not be read is asked for again with the next token.
 * @param issuer word for word as tokens say it
 * @param jwksUri where the keys are; without it where the issuer says that they are
 * @returns a function that throws where the issuer cannot be reached, or says that it is another one
 */
export function keysOf(issuer: string, jwksUri?: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= find(issuer, jwksUri);
    const keys = await found.catch((fault: unknown) => {
      found = undefined;
      throw fault;
    });
    return keys(header, token);
  };
}

async function find(issuer: string, jwksUri: string | undefined): Promise<JWTVerifyGetKey> {
  const place = new URL(jwksUri ?? (await discover(issuer)));
  return createRemoteJWKSet(place, { timeoutDuration: PATIENCE_MS });
}

async function discover(issuer: string): Promise<string> {
  const place = `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`;
  const answer = await fetch(place, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${place} answered ${answer.status}`);
  const said = discoverySchema.parse(await answer.json());
  if (said.issuer !== issuer) throw new Error(`${place} speaks for another issuer`);
  // Nobody on the way may change the keys, or they prove nothing.
  if (new URL(said.jwks_uri).protocol !== new URL(issuer).protocol)
    throw new Error(`${place} leads to keys without TLS`);
  return said.jwks_uri;
}

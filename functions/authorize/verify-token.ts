import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { oidcPrincipal } from './oidc-principal.ts';

export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's public keys. */
  readonly keys: JWTVerifyGetKey;
}

export const REFUSED = 'refused';

/** A code of the check that did not hold; never anything out of the token. */
interface Refused {
  readonly [REFUSED]: string;
}

/** Asymmetric only: with a shared secret, whoever can check a token can make one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/**
 * Who bears a token: signature, issuer, audience and time hold (RFC 7519, RFC 8725).
 * @param header the request's `Authorization`
 * @throws whatever kept the issuer's keys from being read, which says nothing about the token
 */
export async function verifyToken(
  header: string,
  { issuer, audience, keys }: TokenIssuer,
): Promise<{ readonly principal: string } | Refused> {
  const token = /^Bearer ([\w.-]+)$/i.exec(header)?.[1];
  if (token === undefined) return { [REFUSED]: 'not-a-bearer-token' };
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 30,
    });
    return payload.sub ? { principal: oidcPrincipal(payload.sub) } : { [REFUSED]: 'no-subject' };
  } catch (error) {
    if (error instanceof errors.JOSEError && !KEYS_OUT_OF_REACH.has(error.code)) return { [REFUSED]: error.code };
    throw error;
  }
}

/** Faults of the issuer's, or of the way there. */
const KEYS_OUT_OF_REACH = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

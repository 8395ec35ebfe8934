import { readConfig } from './config.ts';
import { keysOf } from './keys-of.ts';
import { makeAuthorizeHandler } from './make-authorize-handler.ts';

const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URI } = readConfig(process.env);

// Made once: keys are kept between calls.
const keys = keysOf(OIDC_ISSUER, OIDC_JWKS_URI);

export const handler = makeAuthorizeHandler({ issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE, keys });

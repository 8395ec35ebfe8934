import { createRemoteJWKSet } from 'jose';
import { readConfig } from './config.ts';
import { makeAuthorizeHandler } from './make-authorize-handler.ts';

const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_KEYS } = readConfig(process.env);

// Kept between calls: the issuer is asked again only for a key that it did not have before, or after ten minutes.
const keys = createRemoteJWKSet(new URL(OIDC_KEYS), { timeoutDuration: 3000 });

export const handler = makeAuthorizeHandler({ issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE, keys });

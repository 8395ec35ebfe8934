import * as z from 'zod';

const https = z.url({ protocol: /^https$/ });

const environment = z.object({
  /** Who issues the tokens, word for word as their `iss` says it. */
  OIDC_ISSUER: https,
  /** Whom a token must be made for: the `aud` that stands for this API. */
  OIDC_AUDIENCE: z.string().min(1),
  /** Where the issuer publishes its keys; without it the issuer is asked. */
  OIDC_JWKS_URI: https.optional(),
});

export type AuthorizeConfig = z.infer<typeof environment>;

/** @throws ZodError naming the variable that is missing or wrong: the function does not start half configured */
export function readConfig(env: Readonly<Record<string, string | undefined>>): AuthorizeConfig {
  return environment.parse(env);
}

import type { APIGatewayProxyEvent } from 'aws-lambda';

type Asking = Pick<APIGatewayProxyEvent['requestContext'], 'identity' | 'authorizer'>;

/**
 * The principal that API Gateway vouches for: by the signature of an IAM principal, or by the authorizer of tokens.
 * Nothing that the caller wrote is believed.
 */
export function principalOf({ identity, authorizer }: Asking): string | undefined {
  const principal: unknown = authorizer?.principalId;
  if (typeof principal === 'string' && principal !== '') return principal;
  return identity.userArn ?? undefined;
}

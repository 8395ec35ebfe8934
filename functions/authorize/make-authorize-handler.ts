import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { REFUSED, type TokenIssuer, verifyToken } from './verify-token.ts';

/**
 * Answer API Gateway whether the bearer of a token may call the API at all, and who it is. What they may do there is
 * decided by the API, from the users that it knows.
 *
 * @throws Error `Unauthorized`, which API Gateway makes 401; anything else, such as an issuer that cannot be reached, is
 * its 500: nobody gets in either way
 */
export function makeAuthorizeHandler(
  trusted: TokenIssuer,
): (event: APIGatewayTokenAuthorizerEvent) => Promise<APIGatewayAuthorizerResult> {
  const logger = new Logger({ serviceName: 'authorize' });
  return async ({ authorizationToken, methodArn }) => {
    const verified = await verifyToken(authorizationToken, trusted);
    if (REFUSED in verified) {
      logger.info('token-refused', { reason: verified[REFUSED] });
      throw new Error('Unauthorized');
    }
    return {
      principalId: verified.principal,
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: wholeStage(methodArn) }],
      },
    };
  };
}

/** The answer is kept for a while by the token alone, so it has to hold for every operation. */
function wholeStage(methodArn: string): string {
  const [api, stage] = methodArn.split('/');
  return `${api}/${stage}/*`;
}

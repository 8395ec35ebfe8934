import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { DataKey } from './data-key.ts';
import { HandlerFunction } from './handler-function.ts';

interface TokenFunctionProps {
  readonly entry: string;
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string | undefined;
  readonly retained: boolean;
  readonly key: DataKey | undefined;
}

/** Says whose token it is that comes to the API. It may do nothing but write its log. */
export class TokenFunction extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, { entry, issuer, audience, jwksUri, retained, key }: TokenFunctionProps) {
    super(scope, id);
    const handler = new HandlerFunction(this, 'Handler', {
      entry,
      memoryMiB: 256,
      timeout: Duration.seconds(10),
      retained,
      key,
      environment: {
        OIDC_ISSUER: issuer,
        OIDC_AUDIENCE: audience,
        ...(jwksUri !== undefined && { OIDC_JWKS_URI: jwksUri }),
      },
      allow: [],
    });
    this.lambda = handler.lambda;
  }
}

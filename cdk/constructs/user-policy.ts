import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { ReportApi } from './report-api.ts';

/**
 * What somebody needs who is to use the API: to call it. What they may do there is decided by the API, from the users
 * that were added to it: nobody who has this policy only gets an answer.
 */
export class UserPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, api: ReportApi) {
    super(scope, id, {
      description: 'Call the API of gouji, which knows its users by itself',
      statements: [
        new PolicyStatement({
          sid: 'CallTheApi',
          actions: ['execute-api:Invoke'],
          resources: [api.operations],
        }),
      ],
    });
    Validations.of(this).acknowledge({
      id: api.wildcardFinding,
      reason: 'Operations are told apart by the API, which knows who may do what; the wildcard is below its path.',
    });
  }
}

/**
 * The CDK's behaviours that we choose. They live here and not in `cdk.json`, so that the CLI, `npm start` and the
 * tests synthesise the same template.
 */
export const FEATURE_FLAGS = {
  // Literal partitions would make the template of one region useless in another; ours stays neutral.
  '@aws-cdk/core:enablePartitionLiterals': false,
  '@aws-cdk/core:target-partitions': ['aws', 'aws-cn'],
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-s3:publicAccessBlockedByDefault': true,
  '@aws-cdk/aws-lambda:recognizeVersionProps': true,
  '@aws-cdk/aws-lambda:useCdkManagedLogGroup': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/core:annotationsInValidationReport': true,
};

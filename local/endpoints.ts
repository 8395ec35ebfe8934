/** Where the services answer. Those without an address of their own are told apart by `X-Amz-Target`. */
export interface Endpoints {
  readonly s3: string;
  readonly dynamodb: string;
  readonly sqs: string;
  readonly eventbridge: string;
  /** The page, and below `/api/v1` its API. */
  readonly web: string;
}

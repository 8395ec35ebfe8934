/** Where the services answer. All but the first answer at one address, told apart by `X-Amz-Target`. */
export interface Endpoints {
  readonly s3: string;
  readonly dynamodb: string;
  readonly sqs: string;
  readonly eventbridge: string;
}

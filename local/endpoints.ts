/** Where the stores answer. */
export interface Endpoints {
  readonly s3: string;
  readonly dynamodb: string;
}

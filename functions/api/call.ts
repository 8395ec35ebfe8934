import type * as z from 'zod';
import type { OPERATIONS, Operation, OperationId } from '../../records/contract/api/operations.ts';
import type { Sight } from '../../records/queue/narrow-queue.ts';
import type { User } from '../../records/user.ts';
import type { ApiStores } from './api-stores.ts';
import type { Refusal } from './refusal.ts';

/** A file as an answer. */
export interface FileAnswer {
  /** As it is to be saved. */
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

type QueryOf<Op> = Op extends { readonly query: infer Query extends z.ZodType } ? z.output<Query> : undefined;
type BodyOf<Op> = Op extends { readonly body: infer Body extends z.ZodType } ? z.output<Body> : undefined;
type AnswerOf<Op> = Op extends { readonly answer: infer Answer extends z.ZodType } ? z.output<Answer> : FileAnswer;

/** One request, checked against the contract, with who asks and how far they see. */
export interface Call<Op extends Operation = Operation> {
  readonly user: User;
  readonly sight: Sight;
  /** Of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: QueryOf<Op>;
  readonly body: BodyOf<Op>;
  /** `Idempotency-Key`, where the caller sent one. */
  readonly requestKey: string | undefined;
}

/** What does one operation. */
export type Perform<Id extends OperationId> = (
  call: Call<(typeof OPERATIONS)[Id]>,
  stores: ApiStores,
) => Promise<AnswerOf<(typeof OPERATIONS)[Id]> | Refusal>;

/** Some of the operations, by id. */
export type Performing<Ids extends OperationId> = { readonly [Id in Ids]: Perform<Id> };

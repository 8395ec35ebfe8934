import * as z from 'zod';
import { messageSchema } from '../../../checks/finding-schema.ts';
import { decisionStateSchema } from './decisions.ts';

/** Why a request was not done: code and HTTP status. */
export const PROBLEMS = {
  'bad-request': 400,
  'not-known': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'out-of-order': 503,
} as const satisfies Record<string, number>;
export type ProblemCode = keyof typeof PROBLEMS;

/** The answer of every request that was not done. */
export const problemSchema = z.object({
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  message: messageSchema.describe('what is wrong and what to do, in both languages'),
  standing: decisionStateSchema.optional().describe('of a conflict: the decision that somebody else took meanwhile'),
});
export type Problem = z.infer<typeof problemSchema>;

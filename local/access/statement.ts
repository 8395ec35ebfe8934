import * as z from 'zod';
import { KNOWN_KEY, readOperator } from './condition-operators.ts';

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const values = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))])
  .transform((value) => [value].flat().map(String));

/** One statement of a policy, of an identity or of a resource. Anything that is not understood here is refused. */
export const statementSchema = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: z.union([z.literal('*'), z.record(z.string(), list)]).optional(),
    Action: list.optional(),
    NotAction: list.optional(),
    Resource: list.optional(),
    NotResource: list.optional(),
    Condition: z.record(z.string(), z.record(z.string(), values)).default({}),
  })
  .superRefine(({ Action, NotAction, Condition }, issues) => {
    if ((Action === undefined) === (NotAction === undefined)) {
      issues.addIssue('A statement has either Action or NotAction');
    }
    // Keys are not enciphered here, so nobody asks about them.
    if (Action?.every((action) => action.startsWith('kms:'))) return;
    for (const [operator, tests] of Object.entries(Condition)) {
      if (!readOperator(operator)) issues.addIssue(`The local cloud does not know the condition operator ${operator}`);
      for (const key of Object.keys(tests)) {
        if (!KNOWN_KEY.test(key)) issues.addIssue(`The local cloud does not know the condition key ${key}`);
      }
    }
  });

export type Statement = z.infer<typeof statementSchema>;

export const documentSchema = z.object({ Version: z.string().optional(), Statement: z.array(statementSchema) });

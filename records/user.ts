import * as z from 'zod';
import { ROLES } from './contract/api/roles.ts';

/** Somebody who may use the API. */
export const userSchema = z
  .object({
    /**
     * How the cloud names who asks: the ARN of an IAM user, that of an assumed role with its session
     * (`arn:aws:sts::…:assumed-role/ROLE/SESSION`), or `oidc:` and the subject of a token.
     */
    principal: z.string().min(1).max(500),
    /** As decisions and letters are signed. */
    name: z.string().min(1).max(100),
    role: z.enum(ROLES),
    /** The office whose uploads an `office` hands in and sees: the folder under `inbox/`. */
    office: z
      .string()
      .min(1)
      .max(60)
      .regex(/^[^/\\]+$/u)
      .nullable(),
  })
  .refine(({ role, office }) => role !== 'office' || office !== null, { error: 'an office needs to say which it is' });
export type User = z.infer<typeof userSchema>;

/** Principals of users of one machine: an account that no cloud has. */
export const LOCAL_PRINCIPAL = 'arn:aws:iam::000000000000:user/';

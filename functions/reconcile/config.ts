import * as z from 'zod';

const environment = z.object({
  TABLE_NAME: z.string().min(1),
  INBOX_BUCKET: z.string().min(1),
  INBOX_PREFIX: z.string().min(1),
  QUEUE_URL: z.string().min(1),
});

export type ReconcileConfig = z.infer<typeof environment>;

/** @throws ZodError naming the variable that is missing: the function does not start half configured */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReconcileConfig {
  return environment.parse(env);
}

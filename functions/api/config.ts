import * as z from 'zod';

const environment = z.object({
  TABLE_NAME: z.string().min(1),
  INBOX_BUCKET: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
});

export type ApiConfig = z.infer<typeof environment>;

/** @throws ZodError naming the variable that is missing or wrong: the function does not start half configured */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ApiConfig {
  return environment.parse(env);
}

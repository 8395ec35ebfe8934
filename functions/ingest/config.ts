import * as z from 'zod';

const environment = z.object({
  TABLE_NAME: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
  /** Deliveries of one message before the queue gives it up; the last one writes why it failed. */
  MAX_RECEIVE_COUNT: z.coerce.number().int().min(1),
});

export type IngestConfig = z.infer<typeof environment>;

/** @throws ZodError naming the variable that is missing or wrong: the function does not start half configured */
export function readConfig(env: Readonly<Record<string, string | undefined>>): IngestConfig {
  return environment.parse(env);
}

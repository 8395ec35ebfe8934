import * as z from 'zod';

const environment = z.object({
  TABLE_NAME: z.string().min(1),
  /** Name of the stack's own event bus. */
  EVENT_BUS_NAME: z.string().min(1),
});

export type PublishConfig = z.infer<typeof environment>;

/** @throws ZodError naming the variable that is missing or wrong: the function does not start half configured */
export function readConfig(env: Readonly<Record<string, string | undefined>>): PublishConfig {
  return environment.parse(env);
}

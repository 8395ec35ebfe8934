import type { Node } from 'constructs';
import * as z from 'zod';

const settingsSchema = z.object({
  /** `production` keeps every stored thing when the stack is deleted; `development` can be thrown away. */
  stage: z.enum(['development', 'production']).default('development'),
  /** The region to synthesise for; without one the template fits any region. */
  region: z.string().min(1).optional(),
  /** How many ingest functions run at once: the pace at which a year's reports may press on the table. */
  maxConcurrency: z.coerce.number().int().min(2).max(1000).default(10),
  /** Where alarms are sent. Without one they show on the CloudWatch page only. */
  alarmTopicArn: z.string().startsWith('arn:').optional(),
});

/** What an operator may choose about a deployment, all of it by CDK context (`-c stage=production`). */
export type Settings = z.infer<typeof settingsSchema>;

/**
 * Read the settings from the CDK context.
 * @throws ZodError when a setting is present and not usable
 */
export function readSettings(node: Node): Settings {
  const chosen = Object.keys(settingsSchema.shape).map((name): [string, unknown] => [name, node.tryGetContext(name)]);
  return settingsSchema.parse(Object.fromEntries(chosen));
}

import type { Node } from 'constructs';
import * as z from 'zod';

const https = z.url({ protocol: /^https$/ });

const settingsSchema = z
  .object({
    /** `production` keeps every stored thing when the stack is deleted; `development` can be thrown away. */
    stage: z.enum(['development', 'production']).default('development'),
    /** The region to synthesise for; without one the template fits any region. */
    region: z.string().min(1).optional(),
    /** How many ingest functions run at once: the pace at which a year's reports may press on the table. */
    maxConcurrency: z.coerce.number().int().min(2).max(1000).default(10),
    /** `true` encrypts with a key of the stack's own, an ARN with that key; otherwise AWS holds the keys. */
    kms: z
      .union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] }), z.string().startsWith('arn:')])
      .default(false),
    /** Where alarms are sent: a topic that is there already. */
    alarmTopicArn: z.string().startsWith('arn:').optional(),
    /** Where alarms are sent: an address, by a topic of the stack's own. Without either they show in CloudWatch only. */
    alarmEmail: z.email().optional(),
    /** What the account may cost a month before somebody is told, such as `50 USD`; in AWS China `300 CNY`. */
    monthlyBudget: z
      .string()
      .regex(/^[1-9]\d* (?:USD|CNY)$/, 'a whole number and USD or CNY, such as "50 USD"')
      .optional(),
    /** Where the page is opened, separated by commas: it puts files into the inbox by links, which a browser allows by origin. */
    pageOrigins: z
      .string()
      .default('http://127.0.0.1:8787,http://localhost:8787')
      .transform((text) => text.split(',').map((one) => one.trim()))
      .pipe(
        z.array(
          z.string().regex(/^https?:\/\/[^/*\s]+$/, 'origins such as https://gouji.example.org, separated by commas'),
        ),
      ),
    /** Who issues tokens that let into the API beside signatures, word for word as their `iss` says it. */
    oidcIssuer: https.optional(),
    /** The `aud` that stands for the API in these tokens. */
    oidcAudience: z.string().min(1).optional(),
    /** Where the issuer publishes its keys, if it does not say so by OpenID Connect Discovery. */
    oidcJwksUri: https.optional(),
  })
  .refine(({ oidcIssuer, oidcAudience }) => (oidcIssuer === undefined) === (oidcAudience === undefined), {
    error: 'oidcIssuer and oidcAudience are given together',
  })
  .refine(({ oidcIssuer, oidcJwksUri }) => oidcIssuer !== undefined || oidcJwksUri === undefined, {
    error: 'oidcJwksUri says nothing without oidcIssuer',
  })
  .refine(({ alarmTopicArn, alarmEmail }) => !(alarmTopicArn && alarmEmail), {
    error: 'alarms go to alarmTopicArn or to alarmEmail, not to both',
  })
  .refine(({ monthlyBudget, alarmTopicArn, alarmEmail }) => !monthlyBudget || alarmTopicArn || alarmEmail, {
    error: 'monthlyBudget tells nobody without alarmEmail or alarmTopicArn',
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

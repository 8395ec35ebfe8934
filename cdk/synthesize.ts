import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib/core';
import { BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { FEATURE_FLAGS } from './feature-flags.ts';
import { GoujiStack } from './gouji-stack.ts';
import { readSettings } from './settings.ts';

/** The stack's name, and with it the name of its template file. */
const STACK_ID = 'Gouji';

export interface SynthesisOptions {
  readonly region?: string | undefined;
  readonly stage?: 'development' | 'production' | undefined;
  readonly kms?: boolean | string | undefined;
  readonly alarmEmail?: string | undefined;
  readonly alarmTopicArn?: string | undefined;
  readonly monthlyBudget?: string | undefined;
  readonly pageOrigins?: string | undefined;
  readonly oidcIssuer?: string | undefined;
  readonly oidcAudience?: string | undefined;
  readonly oidcJwksUri?: string | undefined;
  /** Another ingest handler than `functions/ingest/handler.ts`, for tests of the wiring alone. */
  readonly ingestEntry?: string | undefined;
  /** `false` leaves the handlers unbundled, for a look at the template alone. */
  readonly bundled?: boolean;
}

/**
 * Write the cloud assembly (template and bundled handlers) into a folder, judged by cdk-nag on the way.
 * @param outdir the folder; without one the CDK CLI's choice
 * @returns where the template is
 * @throws Error when cdk-nag finds something that nobody has explained
 */
export function synthesize(outdir?: string, options: SynthesisOptions = {}): { outdir: string; template: string } {
  const { ingestEntry, bundled = true, ...context } = options;
  const app = new App({
    ...(outdir === undefined ? {} : { outdir }),
    analyticsReporting: false,
    context: { ...FEATURE_FLAGS, ...(!bundled && { [BUNDLING_STACKS]: [] }) },
    postCliContext: Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined)),
  });
  const settings = readSettings(app.node);
  new GoujiStack(app, STACK_ID, {
    settings,
    ingestEntry,
    description: 'gouji: reads open-government annual reports, checks their sums and keeps a record',
    ...(settings.region && { env: { region: settings.region } }),
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const assembly = app.synth();
  return { outdir: assembly.directory, template: join(assembly.directory, `${STACK_ID}.template.json`) };
}

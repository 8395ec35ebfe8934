import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { resourcesOf, synthesizeTemplate } from './unbundled.ts';

// `synthesize` throws when cdk-nag has something to say, so each of these also shows that it has not.

test('cdk-nag is really asked: a bucket without our care does not pass', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'gouji-cdk-'));
  const app = new App({ outdir, analyticsReporting: false });
  new Bucket(new Stack(app, 'Careless'), 'Bucket');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  try {
    expect(() => app.synth()).toThrow(/[Vv]alidation/);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

const REGIONS = ['us-east-1', 'cn-north-1'];

/** Service principals are written so in every partition. */
const SERVICE_PRINCIPAL = /"(?:Service|Principal)":"[a-z0-9.-]+\.amazonaws\.com"/g;

/** What AWS China does not offer, or not to us. */
const NOT_IN_CHINA = ['AWS::Cognito', 'AWS::Lambda::Url', 'AWS::XRay', 'TracingConfig', 'AWS::DynamoDB::GlobalTable'];

describe.each(REGIONS)('in %s', (region) => {
  const { text } = synthesizeTemplate({ region });

  test('no ARN or address is written for one partition', () => {
    const compact = JSON.stringify(JSON.parse(text)).replaceAll(SERVICE_PRINCIPAL, '');
    expect(compact).not.toMatch(/arn:aws[\w-]*:/);
    expect(compact).not.toContain('amazonaws.com');
  });

  test.each(NOT_IN_CHINA)('there is no %s', (absent) => {
    expect(text).not.toContain(absent);
  });
});

test('without settings the template fits any region and can all be thrown away', () => {
  const { text } = synthesizeTemplate({});
  for (const region of REGIONS) expect(text).not.toContain(region);
  expect(text).not.toContain('"Retain"');
});

const STORES = ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::Logs::LogGroup'];

test('in production everything stored is kept, and the table cannot be deleted', () => {
  const { template } = synthesizeTemplate({ stage: 'production' });
  for (const [, { DeletionPolicy, UpdateReplacePolicy }] of STORES.flatMap((type) => resourcesOf(template, type))) {
    expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  }
  const [[, table] = []] = resourcesOf(template, 'AWS::DynamoDB::Table');
  expect(table?.Properties.DeletionProtectionEnabled).toBe(true);
});

test('an unknown stage is refused', () => {
  expect(() => synthesizeTemplate({ stage: JSON.parse('"prod"') })).toThrow(/stage/);
});

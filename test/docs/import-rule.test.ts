import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Imports that must be refused: importing module, what it imports, the rule that says so. */
const REFUSED = [
  ['forms/a.ts', '../parsers/bytes/target.ts', 'imports-of-forms'],
  ['parsers/bytes/a.ts', '../document/target.ts', 'imports-of-parsers-bytes'],
  ['parsers/document/a.ts', '../docx/target.ts', 'imports-of-parsers-document'],
  ['parsers/docx/a.ts', '../pdf/target.ts', 'imports-of-parsers-docx'],
  ['parsers/docx/b.ts', '../tables/target.ts', 'imports-of-parsers-docx'],
  ['parsers/pdf/a.ts', '../docx/target.ts', 'imports-of-parsers-pdf'],
  ['parsers/tables/a.ts', '../figures/target.ts', 'imports-of-parsers-tables'],
  ['parsers/figures/a.ts', '../../checks/target.ts', 'imports-of-parsers-figures'],
  ['parsers/prose/a.ts', '../../checks/target.ts', 'imports-of-parsers-prose'],
  ['checks/a.ts', '../records/target.ts', 'imports-of-checks'],
  ['records/a.ts', '../functions/ingest/target.ts', 'imports-of-records'],
  ['functions/ingest/a.ts', '../../local/target.ts', 'imports-of-functions'],
  ['functions/ingest/b.ts', '../../cli/target.ts', 'imports-of-functions'],
  ['local/a.ts', '../cli/target.ts', 'imports-of-local'],
  ['local/b.ts', '../parsers/tables/target.ts', 'imports-of-local'],
  ['local/c.ts', '../cdk/target.ts', 'imports-of-local'],
  ['cli/a.ts', '../functions/ingest/target.ts', 'imports-of-cli'],
  ['cli/b.ts', '../cdk/target.ts', 'imports-of-cli'],
  ['cdk/a.ts', '../functions/ingest/target.ts', 'imports-of-cdk'],
  ['cdk/b.ts', '../records/target.ts', 'imports-of-cdk'],
  ['web/a.ts', '../checks/target.ts', 'imports-of-web'],
  ['web/b.ts', '../records/target.ts', 'imports-of-web'],
  ['web/c.ts', '../records/contract/target.ts', 'web-takes-types-of-records'],
  ['samples/a.ts', '../parsers/docx/target.ts', 'imports-of-samples'],
  ['samples/writers/a.ts', '../target.ts', 'writers-know-forms-only'],
  ['records/b.ts', '../test/target.ts', 'nothing-imports-what-serves-development'],
  ['cli/c.ts', '../samples/target.ts', 'nothing-imports-what-serves-development'],
  ['local/d.ts', '../bench/target.ts', 'nothing-imports-what-serves-development'],
  ['cli/d.ts', '../docs/target.ts', 'nothing-imports-what-serves-development'],
  ['bench/a.ts', '../test/target.ts', 'nothing-imports-tests'],
  ['samples/b.ts', '../test/target.ts', 'nothing-imports-tests'],
  ['forms/b.ts', 'node:fs', 'core-has-no-effects'],
  ['parsers/docx/c.ts', 'node:zlib', 'core-has-no-effects'],
  ['checks/b.ts', 'crypto', 'core-has-no-effects'],
  ['records/c.ts', 'node:https', 'core-has-no-effects'],
  ['parsers/tables/b.ts', '@aws-sdk/client-s3', 'core-packages'],
  ['records/d.ts', 'commander', 'core-packages'],
  ['parsers/target.ts', './stray.ts', 'modules-live-in-a-stage'],
  ['checks/c.ts', './not-there.ts', 'no-unresolvable'],
  ['cli/e.ts', 'vitest', 'product-needs-no-development-package'],
  ['cli/f.ts', 'undeclared', 'packages-are-declared'],
] as const;

/** The same neighbours, imported the right way round. */
const ALLOWED = [
  ['parsers/bytes/right.ts', '../../forms/target.ts'],
  ['parsers/docx/right.ts', '../document/target.ts'],
  ['parsers/tables/right.ts', '../docx/target.ts'],
  ['parsers/figures/right.ts', '../bytes/target.ts'],
  ['checks/right.ts', '../parsers/figures/target.ts'],
  ['checks/right-package.ts', 'zod'],
  ['records/right.ts', '../checks/target.ts'],
  ['functions/ingest/right.ts', '../../records/target.ts'],
  ['functions/adapters/right.ts', '@aws-sdk/client-s3'],
  ['local/right.ts', 'node:fs'],
  ['cli/right.ts', '../local/target.ts'],
  ['cli/right-adapter.ts', '../functions/adapters/target.ts'],
  ['cdk/right.ts', '../records/table-schema.ts'],
  ['web/right.ts', '../forms/target.ts'],
  ['samples/right.ts', './writers/target.ts'],
  ['test/right.ts', '../functions/ingest/target.ts'],
  ['bench/right.ts', '../samples/target.ts'],
] as const;

const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

let project: string;
let brokenRules: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'gouji-import-rule-'));
  await layOutProject();
  brokenRules = await measure();
});
afterAll(() => rm(project, { recursive: true, force: true }));

describe('the import rule refuses', () => {
  test.each(REFUSED)('%s → %s', (from, _, rule) => {
    expect(brokenRules.get(from)).toContain(rule);
  });
  test('a cycle, even of types alone', () => {
    expect(brokenRules.get('checks/cycle-a.ts')).toContain('no-cycles');
  });
  test('a module that nobody knows', () => {
    expect(brokenRules.get('records/orphan.ts')).toEqual(['no-orphans']);
  });
  test('every rule is broken by one of these', () => {
    const config: unknown = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
    const { forbidden } = z.object({ forbidden: z.array(z.object({ name: z.string() })) }).parse(config);
    const broken = new Set([...brokenRules.values()].flat());
    expect(forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });
});

describe('the import rule admits', () => {
  test.each(ALLOWED)('%s → %s', (from) => {
    expect(brokenRules.get(from) ?? []).toEqual([]);
  });
  test('types of the API for the page', () => {
    expect(brokenRules.get('web/right-types.ts') ?? []).toEqual([]);
  });
});

async function layOutProject(): Promise<void> {
  const targets = new Set([...REFUSED, ...ALLOWED].map(([from, to]) => join(dirname(from), to)));
  for (const target of targets) if (target.endsWith('target.ts')) await write(target, 'export const value = 1;\n');
  await write('records/table-schema.ts', 'export const value = 1;\n');
  await write('parsers/stray.ts', 'export const value = 1;\n');
  for (const [from, to] of [...REFUSED, ...ALLOWED]) await write(from, `import { value } from '${to}';\nvalue;\n`);
  await write('checks/cycle-a.ts', "import type { B } from './cycle-b.ts';\nexport type A = B | 1;\n");
  await write('checks/cycle-b.ts', "import type { A } from './cycle-a.ts';\nexport type B = A | 2;\n");
  await write('records/orphan.ts', 'export const value = 1;\n');
  await write(
    'web/right-types.ts',
    "import type { value } from '../records/contract/target.ts';\nexport type V = value;\n",
  );
  const installed = { '@aws-sdk/client-s3': '1.0.0', commander: '1.0.0', zod: '1.0.0' };
  for (const name of [...Object.keys(installed), 'vitest', 'undeclared']) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, 'exports.value = 1;\n');
  }
  const manifest = { name: 'broken', type: 'module', dependencies: installed, devDependencies: { vitest: '1.0.0' } };
  await write('package.json', JSON.stringify(manifest));
  await write('.dependency-cruiser.cjs', `module.exports = require('${join(ROOT, '.dependency-cruiser.cjs')}');\n`);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, path)), { recursive: true });
  await writeFile(join(project, path), text);
}

/** Runs dependency-cruiser on the project: names of the rules that each module breaks. */
async function measure(): Promise<ReadonlyMap<string, readonly string[]>> {
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const stdout = await new Promise<string>((resolve) => {
    // The exit code is the number of violations, and there are to be some.
    execFile(
      process.execPath,
      [cruiser, '--output-type', 'json', '.'],
      { cwd: project, maxBuffer: 2 ** 26 },
      (_, out) => resolve(out),
    );
  });
  const rules = new Map<string, string[]>();
  for (const { from, rule } of reportSchema.parse(JSON.parse(stdout)).summary.violations) {
    rules.set(from, [...(rules.get(from) ?? []), rule.name]);
  }
  return rules;
}

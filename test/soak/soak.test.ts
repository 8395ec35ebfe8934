import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { runSoak } from './run-soak.ts';

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

test('a soak with a kill of the whole cloud loses, doubles and tears nothing', async () => {
  const outdir = await mkdtemp(join(tmpdir(), 'gouji-soak-stack-'));
  onTestFinished(() => rm(outdir, { recursive: true, force: true }));
  const synthesis = ['--import', 'tsx', pathOf('../local/synthesize-for-test.ts'), outdir, pathOf('faulty-ingest.ts')];
  await promisify(execFile)(process.execPath, synthesis, { cwd: pathOf('../..') });
  const result = await runSoak({ reports: 40, seed: 7, killAt: [0.5], outdir, onProgress: () => {} });
  expect(result.because).toEqual([]);
  expect(result).toMatchObject({ reports: 40, lost: 0, doubled: 0, torn: 0, cloudKilled: 1 });
  expect(result.ledger).toBe(result.uploads);
  expect(result.uploads).toBeGreaterThanOrEqual(40);
  // Faults that do not happen show nothing.
  expect(result.throttled + result.cutOff + result.unprocessed).toBeGreaterThan(0);
  expect(result.looks).toBeGreaterThan(0);
  expect(result.events).not.toBe(0);
}, 400_000);

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fingerprintSources } from './fingerprint-sources.ts';

const PROJECT_ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Beside the cloud assembly: of which sources it was made. */
const STAMP = 'made-from.txt';

/**
 * Have the CDK app write its cloud assembly, in a process of its own, unless it did so from the same sources before.
 * @param outdir the assembly's folder
 * @returns whether it was written anew
 * @throws Error with what the CDK said
 */
export async function synthesizeIfChanged(outdir: string): Promise<boolean> {
  const folder = resolve(outdir);
  const sources = await fingerprintSources(PROJECT_ROOT);
  const stamp = await readFile(join(folder, STAMP), 'utf8').catch(() => undefined);
  if (stamp !== undefined && stamp === (await describe(folder, sources))) return false;
  await synthesize(folder);
  await writeFile(join(folder, STAMP), await describe(folder, sources));
  return true;
}

async function synthesize(outdir: string): Promise<void> {
  const env = { ...process.env, CDK_OUTDIR: outdir };
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(PROJECT_ROOT, 'cdk', 'app.ts')], {
      cwd: PROJECT_ROOT,
      env,
    });
  } catch (fault) {
    const said = fault instanceof Error && 'stderr' in fault ? String(fault.stderr) : '';
    throw new Error(`The stack could not be synthesised.\n${said}`, { cause: fault });
  }
}

/** The sources and what was made of them: someone else may have written into the folder since. */
async function describe(folder: string, sources: string): Promise<string> {
  const manifest = await readFile(join(folder, 'manifest.json')).catch(() => '');
  return `${sources} ${createHash('sha256').update(manifest).digest('hex')}\n`;
}

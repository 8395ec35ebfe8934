import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fingerprintSources } from '../../local/fingerprint-sources.ts';
import { type Assembly, readAssembly } from '../../local/template/read-assembly.ts';

const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(PROJECT_ROOT, 'node_modules', '.cache', 'gouji-assemblies');
const PATIENCE_MS = 120_000;
const KEPT_MS = 600_000;

/** The stack around a handler that writes down what it is given. */
export function recordingAssembly(): Promise<Assembly> {
  const entry = join(PROJECT_ROOT, 'test/local/handlers/recording-handler.ts');
  return synthesizeOnce('recording', entry, ['cdk', 'records', 'test/local/handlers']);
}

/** The stack around the real ingest handler. */
export function ingestAssembly(): Promise<Assembly> {
  return synthesizeOnce('ingest', join(PROJECT_ROOT, 'functions/ingest/handler.ts'));
}

// Synthesis takes seconds, so test files share what was made from the same sources; whoever comes first makes it.
async function synthesizeOnce(name: string, entry: string, madeFrom?: readonly string[]): Promise<Assembly> {
  const outdir = join(CACHE, `${name}-${(await fingerprintSources(PROJECT_ROOT, madeFrom)).slice(0, 16)}`);
  const lock = `${outdir}.lock`;
  await mkdir(CACHE, { recursive: true });
  for (const deadline = Date.now() + PATIENCE_MS; !existsSync(outdir); await delay(100)) {
    if (Date.now() > deadline) throw new Error(`Nobody finished ${outdir}; remove ${lock}`);
    const mine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (mine) await make(outdir, name, entry).finally(() => rm(lock, { recursive: true }));
  }
  return readAssembly(outdir);
}

async function make(outdir: string, name: string, entry: string): Promise<void> {
  if (existsSync(outdir)) return;
  await removeOld(name);
  const script = join(PROJECT_ROOT, 'test/local/synthesize-for-test.ts');
  const unfinished = `${outdir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script, unfinished, entry], { cwd: PROJECT_ROOT });
  await rename(unfinished, outdir);
}

/** Assemblies of earlier sources, unless a test that began before a change may still run them. */
async function removeOld(name: string): Promise<void> {
  for (const old of await readdir(CACHE)) {
    const path = join(CACHE, old);
    const { mtimeMs } = await stat(path);
    if (old.startsWith(`${name}-`) && Date.now() - mtimeMs > KEPT_MS) await rm(path, { recursive: true });
  }
}

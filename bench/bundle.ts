import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
/** Packages written as CommonJS still call `require` inside an ES module bundle. */
const REQUIRE_IN_ESM =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const AS_DEPLOYED: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE_IN_ESM },
  outExtension: { '.js': '.mjs' },
  logLevel: 'silent',
};

/**
 * Bundles scripts of this folder as the functions are bundled. Run from source, every function expression would pay for
 * the name that the TypeScript loader keeps for it. Beside them goes what the thread of the heavy readers needs.
 */
export async function bundleScripts(names: readonly string[], outdir: string): Promise<void> {
  const entryPoints = names.map((name) => join(ROOT, 'bench', `${name}.ts`));
  await build({ ...AS_DEPLOYED, entryPoints, outdir, splitting: true });
  execFileSync(process.execPath, ['--import', 'tsx', join(ROOT, 'cdk/bundle-reading-worker.ts'), outdir]);
}

/** Bytes of what lies beside the bundle of a function that starts that thread. */
export function workerSize(folder: string): [string, number][] {
  const maps = readdirSync(join(folder, 'cmaps')).map((name) => statSync(join(folder, 'cmaps', name)).size);
  const modules = ['reading-worker.mjs', 'pdf.worker.mjs'].map((name): [string, number] => [
    name,
    statSync(join(folder, name)).size,
  ]);
  return [...modules, ['cmaps/', maps.reduce((sum, size) => sum + size, 0)]];
}

/** Bytes of a function's bundle, as cdk/constructs/handler-function.ts has it made, and of what weighs most in it. */
export async function bundleSize(entry: string): Promise<{ bytes: number; heaviest: [string, number][] }> {
  const { metafile } = await build({
    ...AS_DEPLOYED,
    entryPoints: [join(ROOT, entry)],
    outdir: 'nowhere',
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile?.outputs ?? {}).toSorted((a, b) => b.bytes - a.bytes);
  if (!output) throw new Error(`no bundle of ${entry}`);
  const weights = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'gouji';
    weights.set(owner, (weights.get(owner) ?? 0) + bytesInOutput);
  }
  return { bytes: output.bytes, heaviest: [...weights].sort((a, b) => b[1] - a[1]) };
}

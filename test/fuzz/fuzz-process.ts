import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface CaseFile {
  readonly number: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface CaseAnswer {
  readonly number: number;
  /** As the ledger would have it: `accepted`, `needs-review`, `rejected(code)`, `failed(reason)`; or that there was no answer. */
  readonly outcome: string;
  readonly milliseconds: number;
  /** The most that the process held meanwhile. */
  readonly peakBytes: number;
  readonly fault?: { readonly name: string; readonly stack: string };
}

/** As the ingest function's environment has it (cdk/constructs/ingest-function.ts). */
const AS_DEPLOYED = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' };

/** Without an answer until then the process is ended: even what watches the reader hangs. */
const SILENT_MS = 30_000;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REQUIRE_IN_ESM =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Bundles what reads the cases, and its thread, into a folder as they are deployed. @returns the script */
export async function bundleReader(folder: string): Promise<string> {
  const outfile = join(folder, 'index.mjs');
  const entryPoints = [join(ROOT, 'test/fuzz/assess-cases.ts')];
  const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' } as const;
  await build({ ...options, entryPoints, outfile, banner: { js: REQUIRE_IN_ESM } });
  execFileSync(process.execPath, ['--import', 'tsx', join(ROOT, 'cdk/bundle-reading-worker.ts'), folder], {
    cwd: ROOT,
  });
  return outfile;
}

/** A process that reads one file after the other, and another one when it was lost. */
export class FuzzProcess {
  readonly #script: string;
  #child: ChildProcess | undefined;

  constructor(script: string) {
    this.#script = script;
  }

  async read(file: CaseFile): Promise<CaseAnswer> {
    const child = this.#child ?? (await this.#start());
    const before = performance.now();
    const answer = await new Promise<CaseAnswer | 'died' | 'silent'>((resolve) => {
      const timer = setTimeout(() => resolve('silent'), SILENT_MS);
      const done = (how: CaseAnswer | 'died') => {
        clearTimeout(timer);
        child.off('message', done).off('exit', died);
        resolve(how);
      };
      const died = () => done('died');
      child.on('message', done).on('exit', died);
      // A process that went after its last answer is told by the sending only.
      child.send(file, (error) => error && died());
    });
    if (typeof answer !== 'string') return answer;
    this.close();
    const milliseconds = performance.now() - before;
    return {
      number: file.number,
      outcome: answer === 'died' ? 'process died' : 'no answer',
      milliseconds,
      peakBytes: 0,
    };
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(this.#script, {
      execArgv: [],
      serialization: 'advanced',
      env: { ...process.env, ...AS_DEPLOYED },
    });
    this.#child = child;
    await once(child, 'message');
    return child;
  }
}

import { cp, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// Run as a process of its own, after a handler was bundled: <folder of the bundle>. Puts there reading-worker.mjs, the
// thread in which files are read (functions/reading-worker), and what that loads.

/** Character maps for simplified Chinese, which fonts that are not embedded refer to; the others are thrice as many. */
const CHINESE_MAPS = /^(?:GB|UniGB|Adobe-GB1).*\.bcmap$/;

/** mammoth is written as CommonJS and asks for modules of Node. */
const REQUIRE_IN_ESM =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const [outdir = ''] = process.argv.slice(2);
const pdfjs = dirname(
  createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'),
);

await build({
  entryPoints: [fileURLToPath(new URL('../functions/reading-worker/bundled.ts', import.meta.url))],
  outfile: join(outdir, 'reading-worker.mjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  banner: { js: REQUIRE_IN_ESM },
  mainFields: ['module', 'main'],
  logLevel: 'error',
  // Names stay, for the stack in the log of a file on which the reader failed.
  minifyWhitespace: true,
  minifySyntax: true,
});
await cp(join(pdfjs, 'legacy/build/pdf.worker.min.mjs'), join(outdir, 'pdf.worker.mjs'));
await mkdir(join(outdir, 'cmaps'), { recursive: true });
for (const name of await readdir(join(pdfjs, 'cmaps'))) {
  if (CHINESE_MAPS.test(name) || name === 'LICENSE') await cp(join(pdfjs, 'cmaps', name), join(outdir, 'cmaps', name));
}

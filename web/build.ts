import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What pdf.js fetches by itself: its thread, and what files lack that name a font or an encoding but do not hold it. */
const PDFJS = [
  ['legacy/build/pdf.worker.min.mjs', 'pdf.worker.mjs'],
  ['cmaps', 'cmaps'],
  ['standard_fonts', 'standard_fonts'],
  ['wasm/openjpeg_nowasm_fallback.js', 'wasm/openjpeg_nowasm_fallback.js'],
] as const;

/** Bundle the page into a folder that is served as it is; takes well under a second. */
export async function buildPage(folder: string = here('dist')): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: { main: here('main.tsx') },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  await cp(here('index.html'), `${folder}/index.html`);
  await Promise.all(PDFJS.map(([from, to]) => cp(join(pdfjs, from), join(folder, 'pdfjs', to), { recursive: true })));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage();

// Entry of the worker when the sources are run as they are.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

const pdfParse = createRequire(import.meta.url).resolve('pdf-parse');
const cMap = createRequire(pdfParse).resolve('pdfjs-dist/cmaps/GBK-EUC-H.bcmap');
const parserModule = createRequire(pdfParse).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs');

const unregister = register();
const { serve } = await import('./serve.ts');
// tsx would go through the three megabytes of pdf.js as well, which takes a second and half a gigabyte.
await unregister();
serve({ cMaps: new URL('.', pathToFileURL(cMap)), parserModule: pathToFileURL(parserModule) });

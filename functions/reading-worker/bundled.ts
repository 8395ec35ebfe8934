import { serve } from './serve.ts';

// Entry of the worker in a function's bundle, where everything lies in one folder.
serve({
  cMaps: new URL('cmaps/', import.meta.url),
  parserModule: new URL('pdf.worker.mjs', import.meta.url),
});

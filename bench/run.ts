import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchApi } from './bench-api.ts';
import { benchDocx } from './bench-docx.ts';
import { benchPdf } from './bench-pdf.ts';
import { benchQueue } from './bench-queue.ts';
import { benchRules } from './bench-rules.ts';
import { benchWeb } from './bench-web.ts';
import { bundleScripts, bundleSize, workerSize } from './bundle.ts';
import { printTable } from './print-table.ts';

/** `npm run bench [-- --docx | --pdf | --rules | --queue | --api | --web] [--rounds N] [--json FILE]`: what docs/benchmarks.md shows. */
const { values } = parseArgs({
  options: {
    docx: { type: 'boolean', default: false },
    pdf: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
    api: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
    queue: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '60' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const all = !values.docx && !values.pdf && !values.rules && !values.queue && !values.api && !values.web;

const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
try {
  await bundleScripts(['time-documents', 'time-stages', 'peak-memory'], folder);
  const docx = all || values.docx ? await benchDocx(folder, rounds) : undefined;
  const pdf = all || values.pdf ? await benchPdf(folder, rounds) : undefined;
  const rules = all || values.rules ? await benchRules() : undefined;
  const queue = all || values.queue ? benchQueue() : undefined;
  const api = all || values.api ? await benchApi() : undefined;
  const web = values.web ? await benchWeb(Math.min(rounds, 20)) : undefined;
  const bundle = await bundleSize('functions/ingest/handler.ts');
  const worker = workerSize(folder);
  showBundle(bundle, worker);
  if (values.json)
    writeFileSync(values.json, JSON.stringify({ docx, pdf, rules, queue, api, web, bundle, worker }, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function showBundle(
  { bytes, heaviest }: Awaited<ReturnType<typeof bundleSize>>,
  worker: ReturnType<typeof workerSize>,
): void {
  const kB = (size: number) => (size / 1024).toFixed(0);
  const rows = heaviest.slice(0, 8).map(([name, weight]) => [name, kB(weight)]);
  printTable(`Bundle of functions/ingest, not minified: ${kB(bytes)} kB`, ['of it', 'kB'], rows);
  const beside = worker.map(([name, size]) => [name, kB(size)]);
  printTable('Beside it, for the thread of the heavy readers, minified', ['file', 'kB'], beside);
}

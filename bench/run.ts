import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleScripts, bundleSize } from './bundle.ts';
import { TIMED } from './contenders/contenders.ts';
import { type BenchDocument, benchDocuments } from './documents.ts';
import { megabytes, milliseconds, printTable, times } from './print-table.ts';
import { type Memory, peakMemory, type Staged, type Timed, timeDocuments, timeStages } from './results.ts';

/** `npm run bench [-- --rounds N] [-- --json FILE]`: what docs/benchmarks.md shows. */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '60' }, json: { type: 'string' } } });
const rounds = Number(values.rounds);
const MANY = 50;
const TIGHT_HEAP = ['--max-old-space-size=24', '--max-semi-space-size=1'];

const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
try {
  await bundleScripts(['time-documents', 'time-stages', 'peak-memory'], folder);
  const documents = benchDocuments();
  const timed = await timeDocuments(folder, rounds, documents);
  showTimes(documents, timed);
  const staged = await timeStages(folder, rounds, documents);
  showStages(documents, staged);
  const memory = await measureMemory(documents.at(-1));
  showMemory(memory);
  const bundle = await bundleSize('functions/ingest/handler.ts');
  showBundle(bundle);
  if (values.json) writeFileSync(values.json, JSON.stringify({ documents, timed, staged, memory, bundle }, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function showTimes(documents: readonly BenchDocument[], timed: readonly Timed[]): void {
  const rows = timed.map((line, at) => {
    const median = (name: string) => line[name]?.median ?? Number.NaN;
    const cells = TIMED.map((name) => `${milliseconds(median(name))} (${milliseconds(line[name]?.p95 ?? Number.NaN)})`);
    const ratios = [median('record') / median('floor (saxen)'), median('mammoth') / median('record')].map(times);
    return [documents[at]?.name ?? '', ...cells, ...ratios];
  });
  const header = ['document', ...TIMED, 'record : floor', 'mammoth : record'];
  printTable(`Milliseconds a document, median (p95) of ${rounds} warm rounds`, header, rows);
}

function showStages(documents: readonly BenchDocument[], staged: readonly Staged[]): void {
  const rows = staged.map((line, at) => {
    const of = (stage: string) => line[stage] ?? Number.NaN;
    const stages = [of('digest'), of('inflate'), of('inflate + xml') - of('inflate'), of('fit'), of('sections')];
    const rest = [of('identity'), of('figures'), of('checks'), of('record'), of('floor')];
    const ratio = times(of('record') / of('floor'));
    return [documents[at]?.name ?? '', ...[...stages, ...rest].map(milliseconds), ratio];
  });
  const header = [
    'document',
    'digest',
    'inflate',
    'xml',
    'fit',
    'sections',
    'identity',
    'figures',
    'checks',
    'record',
    'floor',
    'record : floor',
  ];
  printTable('Milliseconds a stage, median, in a process without mammoth', header, rows);
}

interface MeasuredMemory {
  readonly name: string;
  readonly once: Memory;
  readonly many: Memory;
  /** With a heap that makes V8 collect its garbage early. */
  readonly tight: Memory;
}

async function measureMemory(document: BenchDocument | undefined): Promise<MeasuredMemory[]> {
  if (!document) return [];
  const measured: MeasuredMemory[] = [];
  for (const name of ['nothing', ...TIMED]) {
    const once = await peakMemory(folder, name, document, 1);
    const many = await peakMemory(folder, name, document, MANY);
    measured.push({ name, once, many, tight: await peakMemory(folder, name, document, MANY, TIGHT_HEAP) });
  }
  return measured;
}

function showMemory(measured: readonly MeasuredMemory[]): void {
  const rows = measured.map(({ name, once, many, tight }) => [
    name,
    ...[once.rss, once.heap, many.rss, many.heap, tight.rss].map(megabytes),
  ]);
  const many = `${MANY} times`;
  const header = [
    'a process of its own',
    'rss, once',
    'heap, once',
    `rss, ${many}`,
    `heap, ${many}`,
    'rss, 24 MB heap',
  ];
  printTable('Peak memory in MB on the largest document', header, rows);
}

function showBundle({ bytes, heaviest }: Awaited<ReturnType<typeof bundleSize>>): void {
  const rows = heaviest.slice(0, 8).map(([name, weight]) => [name, (weight / 1024).toFixed(0)]);
  printTable(`Bundle of functions/ingest, not minified: ${(bytes / 1024).toFixed(0)} kB`, ['of it', 'kB'], rows);
}

import { TIMED_ON_DOCX as TIMED } from './contenders/contenders.ts';
import { type BenchDocument, benchDocuments } from './documents.ts';
import { megabytes, milliseconds, printTable, times } from './print-table.ts';
import { peakMemory, type Ran, type Staged, type Timed, timeDocuments, timeStages } from './results.ts';

const MANY = 50;
const TIGHT_HEAP = ['--max-old-space-size=24', '--max-semi-space-size=1'];

/** Measures .docx with the scripts bundled into a folder, prints the tables, and gives what they show. */
export async function benchDocx(folder: string, rounds: number) {
  const documents = benchDocuments();
  const timed = await timeDocuments(folder, rounds, TIMED, documents);
  showTimes(rounds, documents, timed);
  const staged = await timeStages(folder, rounds, documents);
  showStages(documents, staged);
  const memory = await measureMemory(folder, documents.at(-1));
  showMemory(memory);
  return { documents, timed, staged, memory };
}

function showTimes(rounds: number, documents: readonly BenchDocument[], timed: readonly Timed[]): void {
  const rows = timed.map((line, at) => {
    const median = (name: string) => line[name]?.median ?? Number.NaN;
    const cells = TIMED.map((name) => `${milliseconds(median(name))} (${milliseconds(line[name]?.p95 ?? Number.NaN)})`);
    const ratios = [median('record') / median('floor (saxen)'), median('mammoth') / median('record')].map(times);
    return [documents[at]?.name ?? '', ...cells, ...ratios];
  });
  const header = ['document', ...TIMED, 'record : floor', 'mammoth : record'];
  printTable(`Milliseconds a .docx, median (p95) of ${rounds} warm rounds`, header, rows);
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
  printTable('Milliseconds a stage of a .docx, median, in a process without mammoth', header, rows);
}

interface MeasuredMemory {
  readonly name: string;
  readonly once: Ran;
  readonly many: Ran;
  /** With a heap that makes V8 collect its garbage early. */
  readonly tight: Ran;
}

async function measureMemory(folder: string, document: BenchDocument | undefined): Promise<MeasuredMemory[]> {
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
  printTable('Peak memory in MB on the last .docx', header, rows);
}

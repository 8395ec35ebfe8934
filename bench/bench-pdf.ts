import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type ContenderName, TIMED_ON_PDF } from './contenders/contenders.ts';
import type { BenchDocument } from './documents.ts';
import { drawnPdfs, originalPdfs } from './pdf-documents.ts';
import { measureProcesses, showProcesses } from './pdf-processes.ts';
import { milliseconds, printTable, times } from './print-table.ts';
import { type Staged, type Timed, timeDocuments, timeStages } from './results.ts';

/** A round of all contenders takes half a second: as many as this part of the rounds for .docx. */
const SHARE_OF_ROUNDS = 1 / 3;

/** Measures PDF with the scripts bundled into a folder, prints the tables, and gives what they show. */
export async function benchPdf(folder: string, rounds: number) {
  const originals = originalPdfs();
  if (originals.length === 0) console.log('\nThe two originals are not at hand: left out.');
  const documents = [...originals, ...drawnPdfs(join(folder, 'drawn'))];
  const contenders = contendersHere();
  const turns = Math.ceil(rounds * SHARE_OF_ROUNDS);
  const timed = await timeDocuments(folder, turns, contenders, documents);
  showTimes(turns, contenders, documents, timed);
  const staged = await timeStages(folder, rounds, documents);
  showStages(documents, staged);
  const measured = originals.length > 0 ? originals : documents.slice(0, 1);
  const processes = await measureProcesses(folder, contenders, measured);
  showProcesses(processes);
  return { documents, timed, staged, processes };
}

function contendersHere(): ContenderName[] {
  if (!spawnSync('pdftotext', ['-v']).error) return [...TIMED_ON_PDF];
  console.log('\npdftotext is not installed: left out.');
  return TIMED_ON_PDF.filter((name) => name !== 'pdftotext');
}

function showTimes(
  turns: number,
  contenders: readonly ContenderName[],
  documents: readonly BenchDocument[],
  timed: readonly Timed[],
): void {
  const rows = timed.map((line, at) => {
    const median = (name: ContenderName) => line[name]?.median ?? Number.NaN;
    const cells = contenders.map((name) => {
      const spread = line[name];
      return spread ? `${milliseconds(spread.median)} (${milliseconds(spread.p95)})` : 'fails';
    });
    const peers = ['record by pdf.js', 'getText', 'getTable'] as const;
    const ratios = peers.map((name) => ratioOf(median(name), median('record')));
    return [documents[at]?.name ?? '', ...cells, ...ratios];
  });
  const header = ['document', ...contenders, 'by pdf.js : record', 'getText : record', 'getTable : record'];
  printTable(`Milliseconds a PDF, median (p95) of ${turns} warm rounds`, header, rows);
}

/** A stage that is measured, or one less another that it contains. */
const STAGES: readonly (readonly [name: string, whole: string, less?: readonly string[]])[] = [
  ['open', 'open'],
  ['pages', 'open + pages', ['open']],
  ['judge', 'judge'],
  ['rulings', 'rulings'],
  ['lattice', 'lattice'],
  ['prepare', 'prepare', ['rulings', 'lattice']],
  ['text', 'prepare + text', ['prepare']],
  ['join', 'join'],
  ['align', 'align'],
  ['sections', 'sections'],
  ['fit', 'fit'],
  ['rest', 'all after reading', ['join', 'align', 'sections', 'fit']],
  ['record', 'record'],
  ['floor', 'floor'],
];

function showStages(documents: readonly BenchDocument[], staged: readonly Staged[]): void {
  const rows = staged.map((line, at) => {
    const of = (stage: string) => line[stage] ?? Number.NaN;
    const cells = STAGES.map(([, whole, less = []]) => less.reduce((time, stage) => time - of(stage), of(whole)));
    return [
      documents[at]?.name ?? '',
      ...cells.map((time) => (Number.isNaN(time) ? '–' : milliseconds(time))),
      ratioOf(of('record'), of('floor')),
    ];
  });
  const header = ['document', ...STAGES.map(([name]) => name), 'record : floor'];
  printTable('Milliseconds a stage of a PDF, median, in a process of its own', header, rows);
}

/** The streams of the drawn PDFs are not deflated: there their floor is none. */
const LEAST = 0.1;
const ratioOf = (a: number, b: number): string => (Number.isNaN(a / b) || b < LEAST ? '–' : times(a / b));

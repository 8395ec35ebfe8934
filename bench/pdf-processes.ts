import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ContenderName } from './contenders/contenders.ts';
import type { BenchDocument } from './documents.ts';
import { megabytes, milliseconds, printTable } from './print-table.ts';
import { peakMemoryIfRead, type Ran } from './results.ts';
import { type Spread, spreadOf } from './statistics.ts';

const COLD_ROUNDS = 15;
const MANY = 50;

/** What a contender takes that reads one PDF in a process of its own. */
export interface MeasuredProcess {
  readonly document: string;
  readonly name: string;
  /** Milliseconds from the start of the process to its end. */
  readonly wall: Spread;
  /** Of them, reading the PDF. */
  readonly first?: Spread;
  readonly once?: Ran;
  readonly many?: Ran;
}

interface Cold {
  readonly wall: number;
  readonly ran?: Ran;
}

const execute = promisify(execFile);

/** Starts processes by turns, so that whatever else the machine does meets all contenders alike. */
export async function measureProcesses(
  folder: string,
  contenders: readonly ContenderName[],
  documents: readonly BenchDocument[],
): Promise<MeasuredProcess[]> {
  const measured: MeasuredProcess[] = [];
  const names: readonly ContenderName[] = ['nothing', ...contenders];
  for (const document of documents) {
    const colds = new Map(names.map((name): [ContenderName, Cold[]] => [name, []]));
    for (let round = 0; round < COLD_ROUNDS; round++) {
      for (const [name, all] of colds) {
        const cold = await startOnce(folder, name, document);
        if (cold) all.push(cold);
      }
    }
    for (const [name, all] of colds) {
      const many = name === 'pdftotext' ? undefined : await peakMemoryIfRead(folder, name, document, MANY);
      measured.push(summed(document, name, all, many));
    }
  }
  return measured;
}

/** @returns nothing for a contender that fails */
async function startOnce(folder: string, name: ContenderName, document: BenchDocument): Promise<Cold | undefined> {
  const start = performance.now();
  if (name === 'pdftotext') {
    await execute('pdftotext', ['-bbox-layout', document.path, '-'], { maxBuffer: 1 << 28 });
    return { wall: performance.now() - start };
  }
  const ran = await peakMemoryIfRead(folder, name, document, 1);
  return ran && { wall: performance.now() - start, ran };
}

function summed(document: BenchDocument, name: string, colds: readonly Cold[], many: Ran | undefined): MeasuredProcess {
  const ran = colds.flatMap((cold) => cold.ran ?? []).toSorted((a, b) => a.rss - b.rss);
  const once = ran[Math.floor(ran.length / 2)];
  return {
    document: document.name,
    name,
    wall: spreadOf(colds.map(({ wall }) => wall)),
    ...(once && { first: spreadOf(ran.map(({ first }) => first)), once }),
    ...(many && { many }),
  };
}

export function showProcesses(measured: readonly MeasuredProcess[]): void {
  const rows = measured.map(({ document, name, wall, first, once, many }) => [
    `${document}: ${name}`,
    ...[wall.median, wall.p95, first?.median].map(orDash(milliseconds)),
    ...[once?.rss, once?.heap, many?.rss].map(orDash(megabytes)),
  ]);
  const header = [
    'a process of its own',
    'ms, median',
    'p95',
    'of it first PDF',
    'MB, once',
    'heap',
    `MB, ${MANY} times`,
  ];
  printTable(`One PDF in a new process (${COLD_ROUNDS} of them, by turns), and its peak memory`, header, rows);
}

const orDash = (show: (value: number) => string) => (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? '–' : show(value);

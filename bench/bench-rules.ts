import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { RULES } from '../checks/catalogue.ts';
import { isolatedReaders } from '../functions/adapters/isolated-readers.ts';
import type { Figures } from '../parsers/figures/figure.ts';
import { assessReport } from '../records/assess-report.ts';
import { recheck } from '../records/recheck.ts';
import { type ReportRecord, reportRecordSchema } from '../records/report-record.ts';
import { benchDocuments } from './documents.ts';
import { milliseconds, printTable, times } from './print-table.ts';
import { spreadOf } from './statistics.ts';

const RULED = {
  reports: 10_000,
  /** Cells of tables 3 and 4 that get another number. */
  mostBroken: 6,
  seed: 20261123,
} as const;

/**
 * All rules with the search for suspects, beside last year's report, over records made from the samples with up to six
 * cells changed; and what a recheck of the stored records takes, of which unpacking and checking the shape is the peer.
 */
export async function benchRules() {
  const sound = await readSamples();
  const draw = drawer(RULED.seed);
  const checking: number[] = [];
  const unpacking: number[] = [];
  const rechecking: number[] = [];
  for (let at = 0; at < RULED.reports; at++) {
    const original = sound[at % sound.length];
    if (!original) throw new Error('no sample could be read');
    const record = damaged(original, at % (RULED.mostBroken + 1), draw);
    const before = sound[(at + 1) % sound.length];
    const packed = gzipSync(strToU8(JSON.stringify(record)), { level: 1 });
    checking.push(timeOf(() => recheck(record, { before }, RULES)));
    let stored: ReportRecord = record;
    unpacking.push(
      timeOf(() => {
        stored = reportRecordSchema.parse(JSON.parse(strFromU8(gunzipSync(packed))));
      }),
    );
    rechecking.push(timeOf(() => recheck(stored, { before }, RULES)));
  }
  const [rules, unpack, again] = [checking, unpacking, rechecking].map(spreadOf);
  if (!rules || !unpack || !again) throw new Error('nothing was timed');
  const worst = Math.max(...checking);
  const perSecond = 1000 / (mean(unpacking) + mean(rechecking));
  printTable(
    `${RULED.reports} records with up to ${RULED.mostBroken} changed cells, ms`,
    ['', 'median', '95 %', 'worst', '× unpacking'],
    [
      [
        'all rules and suspects',
        ...[rules.median, rules.p95, worst].map(milliseconds),
        times(rules.median / unpack.median),
      ],
      ['unpack a stored record', ...[unpack.median, unpack.p95, Math.max(...unpacking)].map(milliseconds), times(1)],
    ],
  );
  console.log(`\nrecheck: ${perSecond.toFixed(0)} stored records a second, reading them from the table apart`);
  return { rules: { ...rules, worst }, unpack, perSecond };
}

const readers = isolatedReaders();

async function readSamples(): Promise<ReportRecord[]> {
  const records: ReportRecord[] = [];
  for (const { path } of benchDocuments()) {
    const bytes = new Uint8Array(readFileSync(path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const assessment = await assessReport({ bytes, sha256, fileName: path }, readers);
    if (assessment.readable && assessment.record.year !== null) records.push(assessment.record);
  }
  return records;
}

function damaged(record: ReportRecord, cells: number, draw: (below: number) => number): ReportRecord {
  const figures: Record<string, Figures[keyof Figures]> = { ...record.figures };
  const ids = Object.keys(figures).filter((id) => /^t[34]\./u.test(id));
  for (let cell = 0; cell < cells; cell++) {
    const id = ids[draw(ids.length)] ?? '';
    const figure = figures[id];
    if (figure) figures[id] = { ...figure, state: 'stated', value: draw(2000) };
  }
  return { ...record, figures };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A linear congruential generator: the same reports in every run. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

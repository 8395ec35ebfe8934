/**
 * Draws PDFs, reads them on the real way and counts: `npm run dresses:pdf -- --seeds 1000-1100 --kinds raw-ruled,raw-odd`.
 * `--keep DIR` leaves PDF, truth and pictures there: of the dresses that were read wrongly, with `--all` of every one.
 * `--lean` does without pdf.js, `--print` only draws and prints; `--lines N` shows so many figures of each file. The last line is the totals as JSON; the exit code is 1 when a figure is wrong.
 */
import { parseArgs } from 'node:util';
import { dressPdf } from '../dresses/dress-pdf.ts';
import { KINDS, type Kind, type PdfDress } from '../dresses/pdf-dress.ts';
import { type Comparison, compareReading } from './compare.ts';
import { keepDress } from './keep.ts';
import { printDresses } from './print-dresses.ts';
import { type Tally, tallyLine, tallyOf } from './tally.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000-1020' },
    kinds: { type: 'string', default: KINDS.join(',') },
    keep: { type: 'string' },
    all: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    lean: { type: 'boolean', default: false },
    lines: { type: 'string', default: '5' },
  },
});

const LINES = Number(values.lines);
/** Dresses in memory at a time. */
const PORTION = 40;

const seeds = seedsOf(values.seeds);
const kinds = KINDS.filter((kind) => values.kinds.split(',').includes(kind));
const all: Comparison[] = [];
const byKind: Record<string, Tally> = {};
for (const kind of kinds) {
  const compared = await runKind(kind);
  byKind[kind] = tallyOf(compared);
  all.push(...compared);
  console.log(tallyLine(kind, byKind[kind]));
}
const total = tallyOf(all);
console.log(tallyLine('all', total));
console.log(JSON.stringify({ seeds: values.seeds, total, byKind }));
if (total.wrong > 0) process.exitCode = 1;

async function runKind(kind: Kind): Promise<Comparison[]> {
  const compared: Comparison[] = [];
  for (let at = 0; at < seeds.length; at += PORTION) {
    const dresses = seeds.slice(at, at + PORTION).map((seed) => dressPdf(seed, kind));
    const printed = await printDresses(dresses);
    for (const [index, dress] of dresses.entries()) {
      const result = await runDress(dress, printed[index] ?? new Uint8Array());
      if (result) compared.push(result);
    }
  }
  return compared;
}

async function runDress(dress: PdfDress, bytes: Uint8Array): Promise<Comparison | undefined> {
  if (values.print) {
    if (values.keep) keepDress(values.keep, dress, bytes);
    return undefined;
  }
  // Only printing needs no reader at all.
  const { readLean, readPdf } = await import('./read.ts');
  const comparison = compareReading(dress, await (values.lean ? readLean : readPdf)(bytes));
  const { wrong, lost, refused, expected } = comparison;
  report(`${dress.kind} ${dress.seed} WRONG`, wrong);
  if (refused && !expected) console.log(`${dress.kind} ${dress.seed} refused as ${refused}`);
  else report(`${dress.kind} ${dress.seed} missing`, lost);
  if (values.keep && (values.all || wrong.length > 0)) keepDress(values.keep, dress, bytes, [...wrong, ...lost]);
  return comparison;
}

function report(what: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.log(`${what} ${lines.length}`);
  for (const line of lines.slice(0, LINES)) console.log(`    ${line}`);
}

function seedsOf(range: string): number[] {
  const [from = 0, to = from] = range.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/**
 * Reads files that were made to break the reader, as ingest does, and counts what broke: `npm run fuzz -- --cases 2000
 * --seed 1`. `--only 17,40` reads these alone; `--keep DIR` leaves the files there that broke it or were ended by a limit;
 * `--from DIR` starts from the files of a folder as well; `--first N` begins with that number; `--jobs N` reads so many at
 * a time. The last line is JSON; the exit code is 1 when a reader crashed, hung or took too much memory.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FuzzCase } from './fuzz-case.ts';
import type { CaseAnswer } from './fuzz-process.ts';
import { runFuzz } from './run-fuzz.ts';
import { tallyCases, troublesOf } from './tally-cases.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    only: { type: 'string' },
    keep: { type: 'string' },
    from: { type: 'string' },
    jobs: { type: 'string', default: '1' },
  },
});

const PROGRESS_EVERY = 500;
const first = Number(values.first);
const numbers =
  values.only?.split(',').map(Number) ?? Array.from({ length: Number(values.cases) }, (_, at) => first + at);
let done = 0;

const answers = await runFuzz({
  seed: Number(values.seed),
  numbers,
  jobs: Number(values.jobs),
  from: values.from,
  onAnswer(answer, drawn) {
    done += 1;
    if (isWorthALook(answer)) report(answer, drawn);
    if (done % PROGRESS_EVERY === 0) console.error(`${done} of ${numbers.length}`);
  },
});
const tally = tallyCases(answers);
const slowest = answers.reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0);
const largest = answers.reduce((most, { peakBytes }) => Math.max(most, peakBytes), 0);
console.error(`slowest ${Math.round(slowest)} ms, most memory ${Math.round(largest / 2 ** 20)} MB`);
console.log(JSON.stringify(tally));
if (tally.crashed + tally.hung + tally.overMemory > 0) process.exitCode = 1;

/** What a limit ended is answered as it should be, but shows where a bound of the reader itself is missing. */
function isWorthALook(answer: CaseAnswer): boolean {
  return values.only !== undefined || troublesOf(answer).length > 0 || answer.outcome === 'failed(reader-stopped)';
}

function report(answer: CaseAnswer, { format, bytes, what }: FuzzCase): void {
  const { number, outcome, milliseconds, peakBytes, fault } = answer;
  const measured = `${Math.round(milliseconds)} ms, ${Math.round(peakBytes / 2 ** 20)} MB`;
  console.error(
    `${values.seed}/${number} ${outcome} ${troublesOf(answer).join(' ')} ${measured}: ${what.join('; ').slice(0, 400)}`,
  );
  if (fault) console.error(`    ${fault.name}\n${fault.stack.split('\n').slice(0, 6).join('\n')}`);
  if (values.keep === undefined) return;
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(join(values.keep, `${values.seed}-${number}.${format}`), bytes);
}

import type { CaseAnswer } from './fuzz-process.ts';

/** What became of all cases; the last line of `npm run fuzz`. */
export interface FuzzTally {
  readonly cases: number;
  /** An exception out of the reader, or the end of its thread or process that no limit brought about. */
  readonly crashed: number;
  /** Took longer than any file may. */
  readonly hung: number;
  readonly overMemory: number;
  readonly byOutcome: Readonly<Record<string, number>>;
}

export type Trouble = 'crashed' | 'hung' | 'overMemory';

const HUNG_MS = 10_000;
const MOST_BYTES = 512 * 1024 * 1024;

/** What is wrong with the way a case ended; empty where it ended in a reading, a code or by a limit. */
export function troublesOf({ outcome, milliseconds, peakBytes }: CaseAnswer): Trouble[] {
  const troubles: Trouble[] = [];
  if (outcome === 'failed(reader-crashed)' || outcome === 'process died') troubles.push('crashed');
  if (outcome === 'no answer' || milliseconds > HUNG_MS) troubles.push('hung');
  if (peakBytes > MOST_BYTES) troubles.push('overMemory');
  return troubles;
}

export function tallyCases(answers: readonly CaseAnswer[]): FuzzTally {
  const count = (trouble: Trouble) => answers.filter((answer) => troublesOf(answer).includes(trouble)).length;
  const byOutcome: Record<string, number> = {};
  for (const { outcome } of answers) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
  const sorted = Object.entries(byOutcome).sort(([, one], [, other]) => other - one);
  return {
    cases: answers.length,
    crashed: count('crashed'),
    hung: count('hung'),
    overMemory: count('overMemory'),
    byOutcome: Object.fromEntries(sorted),
  };
}

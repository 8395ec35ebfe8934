import { normaliseLabel } from '../normalise-label.ts';
import type { FlowWord } from './flow.ts';
import { ALIGNED } from './settings.ts';

/** Words that may be one label: on one line or on lines under one another. */
export interface LabelRun {
  /** Indices of its first and last word among the words that were looked at. */
  readonly first: number;
  readonly last: number;
  readonly words: readonly FlowWord[];
  /** Normalised. */
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Every run of words that may be one label. What stands beside it in another column of labels is passed over.
 * @param words from top to bottom, left to right
 * @returns nothing where there are too many of them for a table
 */
export function labelRuns(words: readonly FlowWord[], em: number): readonly LabelRun[] {
  const runs: LabelRun[] = [];
  for (let first = 0; first < words.length && runs.length <= ALIGNED.mostRuns; first++) {
    runs.push(...runsFrom(words, first, em));
  }
  return runs.length > ALIGNED.mostRuns ? [] : runs;
}

function runsFrom(words: readonly FlowWord[], first: number, em: number): LabelRun[] {
  const runs: LabelRun[] = [];
  let run: LabelRun | undefined;
  let printed = '';
  const end = Math.min(words.length, first + 2 * ALIGNED.mostPieces);
  for (let at = first; at < end; at++) {
    const word = words[at];
    if (!word) break;
    if (run && word.top - run.bottom > ALIGNED.labelLineGap * em) break;
    if (run && !goesOn(run, word, em)) continue;
    printed += word.text;
    if (printed.length > ALIGNED.longestLabel || (run?.words.length ?? 0) >= ALIGNED.mostPieces) break;
    run = extended(run, word, first, at, printed);
    if (run.text !== '') runs.push(run);
  }
  return runs;
}

function extended(run: LabelRun | undefined, word: FlowWord, first: number, last: number, printed: string): LabelRun {
  const text = normaliseLabel(printed);
  const { x0, x1, top, bottom } = word;
  if (!run) return { first, last, words: [word], text, x0, x1, top, bottom };
  return {
    first,
    last,
    words: [...run.words, word],
    text,
    x0: Math.min(run.x0, x0),
    x1: Math.max(run.x1, x1),
    top: Math.min(run.top, top),
    bottom: Math.max(run.bottom, bottom),
  };
}

/** The word stands right behind the last one, or in the lines under the run. */
function goesOn(run: LabelRun, word: FlowWord, em: number): boolean {
  const before = run.words.at(-1);
  if (before?.line === word.line) return word.x0 - before.x1 <= ALIGNED.labelWordGap * em;
  const overlap = Math.min(run.x1, word.x1) - Math.max(run.x0, word.x0);
  return overlap > ALIGNED.stacked * Math.min(run.x1 - run.x0, word.x1 - word.x0);
}

import type { Comparison } from './compare.ts';

/** Counts over many files. `refusedRightly`: the dress makes the text unreliable, and the file was refused for it. */
export interface Tally {
  readonly pdfs: number;
  readonly figures: number;
  readonly found: number;
  readonly doubtful: number;
  readonly missing: number;
  readonly wrong: number;
  readonly refused: number;
  readonly refusedRightly: number;
}

const NONE: Tally = { pdfs: 0, figures: 0, found: 0, doubtful: 0, missing: 0, wrong: 0, refused: 0, refusedRightly: 0 };

export const tallyOf = (comparisons: readonly Comparison[]): Tally =>
  comparisons.reduce(
    (sum, { figures, found, doubtful, lost, wrong, refused, expected }) => ({
      pdfs: sum.pdfs + 1,
      figures: sum.figures + figures,
      found: sum.found + found,
      doubtful: sum.doubtful + doubtful,
      missing: sum.missing + lost.length,
      wrong: sum.wrong + wrong.length,
      refused: sum.refused + (refused && !expected ? 1 : 0),
      refusedRightly: sum.refusedRightly + (expected ? 1 : 0),
    }),
    NONE,
  );

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);

export const tallyLine = (name: string, tally: Tally): string =>
  [
    name.padEnd(18),
    `${tally.pdfs} PDFs`,
    `${tally.figures} figures`,
    `found ${share(tally.found, tally.figures)}`,
    `doubtful ${tally.doubtful}`,
    `missing ${tally.missing}`,
    `WRONG ${tally.wrong}`,
    `refused ${tally.refused} (${tally.refusedRightly} more rightly)`,
  ].join(' · ');

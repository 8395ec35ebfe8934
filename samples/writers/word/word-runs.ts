const HAN = /\p{Script=Han}/u;

/**
 * Word ends a run where the script changes and where the text was edited at another time; a long number that was
 * corrected once stands in two runs.
 */
export function wordRuns(text: string): string[] {
  const runs: string[] = [];
  for (const character of text) {
    const open = runs.at(-1);
    if (open === undefined || startsRun(open, character)) runs.push(character);
    else runs[runs.length - 1] = open + character;
  }
  return runs;
}

/** Digits of a number up to where the second run starts. */
const FIRST_DIGITS = 2;

function startsRun(open: string, character: string): boolean {
  const last = open.at(-1) ?? '';
  if (last === '\n' || character === '\n') return false;
  if (HAN.test(last) !== HAN.test(character)) return true;
  return open.length === FIRST_DIGITS && /^\d+$/.test(open) && /\d/.test(character);
}

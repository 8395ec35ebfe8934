import { type Random, seededRandom } from '../dresses/random.ts';
import type { Format, GoodFiles } from './good-files.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateDocx } from './mutate-docx.ts';
import { mutatePdf } from './mutate-pdf.ts';

/** A file made to break the reader. */
export interface FuzzCase {
  readonly number: number;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** What was done to the file it was made of, for whoever looks at a failure. */
  readonly what: readonly string[];
}

const MUTATE = { docx: mutateDocx, pdf: mutatePdf } as const;
/** No seed of one run meets the seeds of another before this many cases. */
const CASES = 1_000_003;

/** Draws a case: the same files, seed and number give the same bytes. */
export function drawCase(files: GoodFiles, seed: number, number: number): FuzzCase {
  const random = seededRandom(seed * CASES + number);
  const format = random.pick<Format>(['docx', 'pdf']);
  const [file, other] = [anyFile(files, format, random), anyFile(files, format, random)];
  if (random.chance(0.2)) {
    const theirs = random.chance(0.1) ? anyFile(files, random.pick<Format>(['docx', 'pdf']), random) : other;
    const { bytes, what } = mutateBytes(file, theirs, random);
    return { number, format, bytes, what: [what] };
  }
  const { bytes, what } = MUTATE[format](file, other, random);
  if (!random.chance(0.1)) return { number, format, bytes, what };
  const twice = mutateBytes(bytes, other, random);
  return { number, format, bytes: twice.bytes, what: [...what, twice.what] };
}

const anyFile = (files: GoodFiles, format: Format, random: Random): Uint8Array =>
  files[format][random.int(files[format].length)]?.() ?? new Uint8Array();

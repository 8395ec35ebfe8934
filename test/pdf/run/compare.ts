import type { Figure } from '../../../parsers/figures/figure.ts';
import type { PdfDress, TrueFigure, Truth } from '../dresses/pdf-dress.ts';

/** What a reader answers for one file: its figures, or the code under which it was refused. */
export type Reading =
  | { readonly readable: true; readonly figures: Readonly<Record<string, Figure>> }
  | { readonly readable: false; readonly code: string };

/** How a reading stands to the truth. Every figure is counted once; the lines are for people. */
export interface Comparison {
  readonly figures: number;
  readonly found: number;
  /** Of those found, read with doubt. */
  readonly doubtful: number;
  /** Admitted: missing or unreadable, where the page tells the figure. */
  readonly lost: readonly string[];
  /** Another value or state than the truth: the one thing that must not be. */
  readonly wrong: readonly string[];
  /** The file as a whole was refused, rightly (`expected`) or not. */
  readonly refused: string | undefined;
  readonly expected: boolean;
}

type Verdict = 'found' | 'lost' | 'wrong';

/** Compares a reading with the truth of its dress. A refusal that the dress allows finds every figure. */
export function compareReading(
  { truth, refusals }: Pick<PdfDress, 'truth' | 'refusals'>,
  reading: Reading,
): Comparison {
  if (reading.readable) return compareFigures(truth, reading.figures);
  const expected = refusals.some((code) => code === reading.code);
  return {
    figures: truth.size,
    found: expected ? truth.size : 0,
    doubtful: 0,
    lost: expected ? [] : [...truth.keys()].map((id) => `${id}: refused as ${reading.code}`),
    wrong: [],
    refused: reading.code,
    expected,
  };
}

function compareFigures(truth: Truth, figures: Readonly<Record<string, Figure>>): Comparison {
  const lines: Record<Verdict, string[]> = { found: [], lost: [], wrong: [] };
  let doubtful = 0;
  for (const [id, meant] of truth) {
    const read = figures[id];
    const verdict = judge(meant, read);
    lines[verdict].push(describe(id, meant, read));
    if (verdict === 'found' && read?.doubtful) doubtful += 1;
  }
  // The other form's rows are no figures of this report.
  const known: ReadonlySet<string> = new Set(truth.keys());
  const strangers = Object.entries(figures).filter(([id, { state }]) => !known.has(id) && !isAdmitted(state));
  lines.wrong.push(...strangers.map(([id, read]) => describe(id, { state: 'missing', value: null }, read)));
  const { found, lost, wrong } = lines;
  return { figures: truth.size, found: found.length, doubtful, lost, wrong, refused: undefined, expected: false };
}

const isAdmitted = (state: Figure['state']) => state === 'missing' || state === 'unreadable';

function judge(meant: TrueFigure, read: Figure | undefined): Verdict {
  const state = read?.state ?? 'missing';
  const admitted = isAdmitted(state);
  // Where nobody can tell the figure, saying so either way is right.
  if (isAdmitted(meant.state)) return admitted ? 'found' : 'wrong';
  if (admitted) return 'lost';
  return state === meant.state && (read?.value ?? null) === meant.value ? 'found' : 'wrong';
}

function describe(id: string, meant: TrueFigure, read: Figure | undefined): string {
  const where = read?.where && 'page' in read.where ? ` on page ${read.where.page}` : '';
  const got = read ? `${read.state} ${read.value} from ${JSON.stringify(read.raw)}${where}` : 'missing';
  const notes = read && read.notes.length > 0 ? ` (${read.notes.join(', ')})` : '';
  return `${id}: ${meant.state} ${meant.value}, read as ${got}${notes}`;
}

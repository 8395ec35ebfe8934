import type { Band, TableForm } from '../../../forms/form.ts';
import type { BandRow } from './band-row.ts';
import { emOf, type FlowWord } from './flow.ts';
import { labelRuns } from './label-runs.ts';
import { placeRows } from './place-rows.ts';
import { type ReadBand, readBand } from './read-band.ts';
import { ALIGNED } from './settings.ts';

type Lines = readonly (readonly FlowWord[])[];

/** Reads one statutory table from lines of text by the alignment of its words alone. */
export function alignTable(lines: Lines, form: TableForm): readonly ReadBand[] {
  const words = lines.reduce((sum, line) => sum + line.length, 0);
  if (lines.length > ALIGNED.mostLines || words > ALIGNED.mostWords) return [];
  const hasLabels = form.bands.some((band) => band.rows.some((row) => row.path.length > 0));
  return hasLabels ? alignLabelled(lines, form) : form.bands.flatMap((band) => alignUnlabelled(lines, band, form));
}

function alignLabelled(lines: Lines, form: TableForm): readonly ReadBand[] {
  const entries = form.bands.flatMap((band) => band.rows.map((row, index) => ({ band, row, index })));
  const left = figuresBegin(lines, Math.max(...form.bands.map(({ columns }) => columns.length)));
  const labels = lines.flatMap((line) => line.filter((word) => !word.isValue && (word.x0 + word.x1) / 2 < left));
  if (labels.length > ALIGNED.mostLabelWords) return [];
  const em = emOf(labels);
  const values = lines.flat().filter(({ isValue }) => isValue);
  const placed = placeRows(
    labelRuns(labels, em),
    entries.map(({ row }) => row),
    ({ top, bottom, x1 }) => values.some((word) => word.x0 >= x1 && word.middle >= top && word.middle <= bottom),
  );
  const taken = new Set(placed.flatMap(({ run }) => run.words));
  const rest = lines.map((line) => line.filter((word) => !taken.has(word)));
  let from = Number.NEGATIVE_INFINITY;
  return form.bands.flatMap((band) => {
    const rows = placed.flatMap(({ row, run }): BandRow[] => {
      const entry = entries[row];
      if (entry?.band !== band) return [];
      return [{ row: entry.index, label: run.words, ...middlesOf(run.words), left: run.x1 }];
    });
    const read = readBand(rest, rows, { band, form, from });
    from = rows.at(-1)?.bottom ?? from;
    return read ? [read] : [];
  });
}

/** Where the figures of a wide table begin: a word of its header that is right of it labels no row. */
function figuresBegin(lines: Lines, columns: number): number {
  if (columns <= ALIGNED.leastOnLine) return Number.POSITIVE_INFINITY;
  const firsts = lines.flatMap((line) => {
    const figures = line.filter(({ isValue }) => isValue);
    const first = Math.min(...figures.map(({ x0 }) => x0));
    const hasLabel = line.some(({ x0 }) => x0 < first);
    return hasLabel && figures.length >= ALIGNED.leastOnLine && figures.length <= 2 * columns ? [first] : [];
  });
  return firsts.length > 0 ? Math.min(...firsts) : Number.POSITIVE_INFINITY;
}

/** Table 4: under its header the line that holds most figures; a second such line takes it back. */
function alignUnlabelled(lines: Lines, band: Band, form: TableForm): readonly ReadBand[] {
  const candidates = lines
    .flatMap((line, index) => (isFigures(line) ? [{ line, index }] : []))
    .sort((a, b) => b.line.length - a.line.length || a.index - b.index);
  for (const { line, index } of candidates.slice(0, ALIGNED.mostTried)) {
    const row: BandRow = { row: 0, label: [], ...middlesOf(line), left: Number.NEGATIVE_INFINITY };
    const near = lines.slice(Math.max(0, index - ALIGNED.mostHeaderLines), index + ALIGNED.mostLinesBelow);
    const read = readBand(near, [row], { band, form, from: Number.NEGATIVE_INFINITY });
    // Its labels are the same in every block: only all of them tell which is which.
    if (read && isComplete(read)) return [read];
  }
  return [];
}

function middlesOf(words: readonly FlowWord[]): { readonly top: number; readonly bottom: number } {
  const middles = words.map(({ middle }) => middle);
  return { top: Math.min(...middles), bottom: Math.max(...middles) };
}

const isFigures = (line: readonly FlowWord[]) =>
  line.filter(({ isValue }) => isValue).length >= ALIGNED.leastOnLine &&
  line.every(({ isValue, isRepeated, text }) => (isValue || !/\p{Script=Han}/u.test(text)) && !isRepeated);

const isComplete = ({ header: { stacks }, band: { columns } }: ReadBand) =>
  stacks.length === columns.length && stacks.every(({ column }) => column !== undefined);

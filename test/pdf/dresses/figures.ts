import fc from 'fast-check';
import { figuresOf, TABLE_IDS, tableForm } from '../../../forms/catalogue.ts';
import type { FigureId, FormId, Quantity, TableId } from '../../../forms/form.ts';
import { consistentReport, derive } from '../../dresses/arbitrary.ts';
import type { Random } from '../../dresses/random.ts';
import { transcriptions } from '../../dresses/samples-on-disk.ts';

export interface ReportFigures {
  readonly figures: Readonly<Record<FigureId, number | null>>;
  readonly forms: Readonly<Record<TableId, FormId>>;
  readonly body: string;
  readonly year: number;
}

/** Figures of a report: published ones, mostly zeros as in most offices, or dense ones in which few are alike. */
export function drawFigures(seed: number, random: Random): ReportFigures {
  const source = random.pick(['published', 'drawn', 'dense', 'dense']);
  const [published] = random.some(transcriptions(), 1);
  if (source === 'published' && published) {
    const { figures, forms, body, year } = published;
    return { figures, forms, body, year };
  }
  const [drawn] = fc.sample(consistentReport(), { seed, numRuns: 1 });
  if (!drawn) throw new Error('nothing was drawn');
  return source === 'drawn' ? drawn : { ...drawn, figures: denseFigures(drawn.forms, random) };
}

/** Zeros hide a figure that was read from the wrong cell; here hardly any two leaves are alike, and all sums hold. */
function denseFigures(forms: ReportFigures['forms'], random: Random): Record<FigureId, number> {
  const tables = TABLE_IDS.map((table) => tableForm(forms[table], table));
  const largest = random.pick([60, 900, 9_000]);
  const leaves = tables.flatMap(figuresOf).map(({ id, column }) => [id, leaf(column.quantity, largest, random)]);
  return derive(
    Object.fromEntries(leaves),
    tables.flatMap((table) => table.sums),
  );
}

function leaf(quantity: Quantity, largest: number, random: Random): number {
  const count = 1 + random.int(largest);
  switch (quantity.kind) {
    case 'count':
      return random.chance(0.1) ? 0 : count;
    case 'change':
      return random.chance(0.5) ? count : -count;
    case 'money':
      return count * 100 + random.int(100) / 100;
    default:
      return quantity satisfies never;
  }
}

import fc from 'fast-check';
import { figuresOf, TABLE_IDS, tableForm } from '../../../../forms/catalogue.ts';
import type { FigureId, FormId, TableId } from '../../../../forms/form.ts';
import type { Document } from '../../../../parsers/document/document.ts';
import type { Cut, PlainCell } from './cut-table.ts';
import { cutReport, type Values, wholeTable } from './report-to-cut.ts';

/** A report with one table cut by page breaks, and what its figures truly are. */
export interface CutReport {
  readonly form: FormId;
  readonly table: TableId;
  readonly values: Values;
  readonly cuts: readonly Cut[];
  readonly document: Document;
}

/** Where in a text the break goes, from 0 (all below) to 1 (all above). */
type Draw = () => number;

/** What becomes of the figures of a row that the break goes through. */
const FIGURES = ['above', 'below', 'spread', 'digits'] as const;
/** What becomes of labels. */
const LABELS = ['above', 'below', 'between', 'repeated'] as const;

const HEADER_ROWS: Readonly<Record<TableId, number>> = { t2: 2, t3: 3, t4: 3 };

const isFigure = ({ text }: PlainCell) => /^-?\d+$/u.test(text);

function sharing(figures: (typeof FIGURES)[number], labels: (typeof LABELS)[number], draw: Draw): Cut['share'] {
  return (cell) => {
    const { text } = cell;
    const half = (place: number): readonly [string, string] => [text.slice(0, place), text.slice(place)];
    if (text === '') return ['', ''];
    if (isFigure(cell)) {
      if (figures === 'digits') return half(Math.floor(draw() * (text.length + 1)));
      const isAbove = figures === 'above' || (figures === 'spread' && draw() < 0.5);
      return isAbove ? [text, ''] : ['', text];
    }
    // Only what is merged over rows is printed twice.
    if (labels === 'repeated' && cell.rowSpan > 1) return [text, text];
    if (labels === 'above') return [text, ''];
    return labels === 'below' ? ['', text] : half(Math.floor(draw() * (text.length + 1)));
  };
}

function valuesOf(form: FormId, draw: Draw, most: number, blanks: number): Values {
  const values: Record<FigureId, number | null> = {};
  for (const table of TABLE_IDS) {
    for (const { id, column } of figuresOf(tableForm(form, table))) {
      // Money is not about cuts: the older form states its unit in the cell.
      if (column.quantity.kind === 'money') continue;
      values[id] = draw() < blanks ? null : Math.floor(draw() ** 2 * most);
    }
  }
  return values;
}

/** One or two breaks anywhere in any table of either form, between rows or through one. */
export const arbitraryCutReport: fc.Arbitrary<CutReport> = fc
  .record({
    form: fc.constantFrom<FormId>('2019', '2021'),
    table: fc.constantFrom<TableId>(...TABLE_IDS),
    most: fc.constantFrom(1, 12, 900, 90_000),
    blanks: fc.constantFrom(0, 0, 0.3),
    shift: fc.constantFrom(0, 14),
    places: fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 2 }),
    inside: fc.boolean(),
    repeatsHeader: fc.boolean(),
    figures: fc.constantFrom(...FIGURES),
    labels: fc.constantFrom(...LABELS),
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
  })
  .map(({ form, table, most, blanks, shift, places, inside, repeatsHeader, figures, labels, seed }) => {
    const draw = drawFrom(seed);
    const values = valuesOf(form, draw, most, blanks);
    const whole = (id: TableId) => wholeTable(form, id, values);
    const tables = { t2: whole('t2'), t3: whole('t3'), t4: whole('t4') };
    const { rowCount } = tables[table];
    const rows = [...new Set(places.map((place) => place % rowCount))].sort((a, b) => a - b);
    const cuts = rows.flatMap((row): Cut[] => {
      if (row === 0 && !inside) return [];
      const headerRows = repeatsHeader && row >= HEADER_ROWS[table] ? HEADER_ROWS[table] : 0;
      return [{ row, inside, headerRows, share: sharing(figures, labels, draw) }];
    });
    return { form, table, values, cuts, document: cutReport(tables, { [table]: cuts }, shift) };
  });

/** Numbers from 0 to 1 that follow from a seed: xorshift with Marsaglia's shifts 13, 17, 5. */
function drawFrom(seed: number): Draw {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

import fc from 'fast-check';
import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, FormId, Quantity, SumIdentity, SumRuleId, TableForm, TableId } from '../../forms/form.ts';

/** A report in which every statutory sum holds. */
export interface ConsistentReport {
  readonly forms: Readonly<Record<TableId, FormId>>;
  readonly figures: Readonly<Record<FigureId, number>>;
  readonly body: string;
  readonly year: number;
}

/** How large a report's counts are: a village office has none, a province's table 2 runs into the millions. */
const LARGEST = fc.constantFrom(0, 3, 40, 2_000, 4_000_000);
const BODIES = fc.constantFrom('鹿城区教育局', '淮安市人民政府', '沭阳县民政局', '上海市人民政府办公厅');
const FEN_IN_YUAN = 100;

/** Draws the leaves of a report in either form, or the published hybrid, and derives every total from them. */
export const consistentReport = (): fc.Arbitrary<ConsistentReport> =>
  fc
    .constantFrom<ConsistentReport['forms']>(
      { t2: '2019', t3: '2019', t4: '2019' },
      { t2: '2021', t3: '2021', t4: '2021' },
      { t2: '2021', t3: '2019', t4: '2021' },
    )
    .chain((forms) => {
      const tables = TABLE_IDS.map((table) => tableForm(forms[table], table));
      const year = forms.t2 === '2019' ? fc.integer({ min: 2019, max: 2020 }) : fc.integer({ min: 2021, max: 2025 });
      return fc.record({ forms: fc.constant(forms), figures: consistentFigures(tables), body: BODIES, year });
    });

function consistentFigures(tables: readonly TableForm[]): fc.Arbitrary<Record<FigureId, number>> {
  const cells = tables.flatMap(figuresOf);
  const sums = tables.flatMap((table) => table.sums);
  return LARGEST.chain((largest) => fc.tuple(...cells.map(({ column }) => leaf(column.quantity, largest)))).map(
    (drawn) => {
      const figures: Record<FigureId, number> = {};
      cells.forEach(({ id }, at) => {
        figures[id] = drawn[at] ?? 0;
      });
      return derive(withWholes(figures), sums);
    },
  );
}

const PARTS_OF_WHOLES = [
  ['issued', 'in_force'],
  ['published', 'public_total'],
] as const;

/** What was issued or published in the year is among what is in force or public at its end. */
function withWholes(figures: Readonly<Record<FigureId, number>>): Record<FigureId, number> {
  const whole: Record<FigureId, number> = { ...figures };
  for (const row of ['regulations', 'normative_documents']) {
    for (const [part, all] of PARTS_OF_WHOLES) {
      const value = figures[`t2.${row}.${part}`];
      if (value !== undefined) whole[`t2.${row}.${all}`] = Math.max(figures[`t2.${row}.${all}`] ?? 0, value);
    }
  }
  return whole;
}

function leaf(quantity: Quantity, largest: number): fc.Arbitrary<number> {
  switch (quantity.kind) {
    case 'count':
      // Most cells of real reports are 0.
      return fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(largest) });
    case 'change':
      return fc.integer({ min: -largest, max: largest });
    case 'money':
      return fc.nat(largest * FEN_IN_YUAN).map((fen) => fen / FEN_IN_YUAN);
    default:
      return quantity satisfies never;
  }
}

/** Sums that fix a total outright come first; row totals last, because the sums over columns then hold for them too. */
const ORDER: readonly SumRuleId[] = ['T4-OUTCOMES', 'T3-RESULTS', 'T3-BALANCE', 'T3-APPLICANTS'];

/** Totals that follow from the leaves, so that every sum holds. */
export function derive(
  leaves: Readonly<Record<FigureId, number>>,
  sums: readonly SumIdentity[],
): Record<FigureId, number> {
  const figures = { ...leaves };
  const sumOf = (ids: readonly FigureId[]): number => ids.reduce((sum, id) => sum + (figures[id] ?? 0), 0);
  for (const rule of ORDER) {
    for (const { addends, totals } of sums.filter((sum) => sum.rule === rule)) {
      const [total] = totals;
      const [first, second] = addends;
      if (rule === 'T3-BALANCE' && first && second) {
        // What was carried in cannot be more than what was processed or carried out.
        figures[second] = Math.min(figures[second] ?? 0, sumOf(totals));
        figures[first] = sumOf(totals) - figures[second];
      } else if (total) figures[total] = sumOf(addends);
    }
  }
  return figures;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFigures } from '../../../checks/check-figures.ts';
import type { Reading } from '../../../checks/reading.ts';
import { SUM_RULES } from '../../../checks/rules/sum-rules.ts';
import { TABLE_IDS, tableForm } from '../../../forms/catalogue.ts';
import type { TableForm } from '../../../forms/form.ts';
import { consistentReport } from '../../dresses/arbitrary.ts';
import { readingOfReport, stated } from '../readings.ts';

/** The sums that mention a figure, told from its id and the words of domain.md §2 alone. */
function sumsAbout(id: string): string[] {
  const [table, row = '', column = ''] = id.split('.');
  if (table === 't4') return [`T4-OUTCOMES ${row}`];
  if (table !== 't3') return [];
  const isBalanced = ['new_received', 'carried_in', 'processed_total', 'carried_out'].includes(row);
  const isResult = !['new_received', 'carried_in', 'carried_out'].includes(row);
  return [
    ...(isBalanced ? [`T3-BALANCE ${column}`] : []),
    ...(isResult ? [`T3-RESULTS ${column}`] : []),
    `T3-APPLICANTS ${row}`,
  ].sort();
}

const brokenIn = (reading: Reading) =>
  checkFigures(reading, SUM_RULES)
    .findings.map(({ rule, scope }) => `${rule} ${scope}`)
    .sort();

test('a consistent report breaks no sum, and every sum of its forms was evaluated', () => {
  fc.assert(
    fc.property(consistentReport(), (report) => {
      const { findings, notEvaluable, held } = checkFigures(readingOfReport(report), SUM_RULES);
      expect(findings).toEqual([]);
      expect(notEvaluable).toEqual([]);
      const sums = TABLE_IDS.flatMap((table) => tableForm(report.forms[table], table).sums);
      expect(Object.values(held).reduce((sum, count) => sum + count, 0)).toBe(sums.length);
    }),
    { numRuns: 100 },
  );
});

test('one changed figure breaks exactly the sums that mention it', () => {
  const delta = fc.integer({ min: -50, max: 4_000_000 }).filter((difference) => difference !== 0);
  fc.assert(
    fc.property(consistentReport(), fc.nat(), delta, (report, at, difference) => {
      const reading = readingOfReport(report);
      const ids = Object.keys(reading.figures);
      const id = ids[at % ids.length] ?? '';
      const before = Object.entries(reading.figures).find(([figure]) => figure === id)?.[1].value ?? 0;
      const changed = { ...reading, figures: { ...reading.figures, [id]: stated(before + difference) } };
      expect(brokenIn(changed), id).toEqual(sumsAbout(id));
    }),
    { numRuns: 300 },
  );
});

test('the forms write down exactly these sums', () => {
  const mentioned = (form: TableForm, id: string) =>
    form.sums
      .filter(({ addends, totals }) => [...addends, ...totals].some((figure) => figure === id))
      .map(({ rule, scope }) => `${rule} ${scope}`)
      .sort();
  for (const formId of ['2019', '2021'] as const) {
    for (const table of TABLE_IDS) {
      const form = tableForm(formId, table);
      const ids = form.bands.flatMap((band) =>
        band.rows.flatMap((row) => band.columns.map((column) => `${table}.${column.block ?? row.id}.${column.id}`)),
      );
      for (const id of ids) expect(mentioned(form, id), id).toEqual(sumsAbout(id));
    }
  }
});

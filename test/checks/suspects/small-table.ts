import { type Column, type FigureId, label, type Row, type SumIdentity, type TableForm } from '../../../forms/form.ts';

const name = (id: string) => label(id, id);
const RESULTS = ['granted', 'refused'];
const PARTS = ['person', 'company'];
const ROWS: readonly Row[] = ['received', 'carried_in', ...RESULTS, 'processed', 'carried_out'].map((id) => ({
  id,
  path: [name(id)],
}));
const COLUMNS: readonly Column[] = [...PARTS, 'total'].map((id) => ({
  id,
  path: [name(id)],
  quantity: { kind: 'count' },
}));

const cell = (row: string, column: string): FigureId => `t3.${row}.${column}`;

/** Table 3 with two results and two kinds of applicants: every relation of the statutory one, small enough to try all. */
export const SMALL_TABLE: TableForm = {
  table: 't3',
  form: '2021',
  name: name('t3'),
  bands: [{ columns: COLUMNS, rows: ROWS }],
  sums: [
    ...COLUMNS.flatMap(({ id }): SumIdentity[] => [
      {
        rule: 'T3-BALANCE',
        scope: id,
        scopeLabel: name(id),
        addends: [cell('received', id), cell('carried_in', id)],
        totals: [cell('processed', id), cell('carried_out', id)],
      },
      {
        rule: 'T3-RESULTS',
        scope: id,
        scopeLabel: name(id),
        addends: RESULTS.map((row) => cell(row, id)),
        totals: [cell('processed', id)],
      },
    ]),
    ...ROWS.map(
      ({ id }): SumIdentity => ({
        rule: 'T3-APPLICANTS',
        scope: id,
        scopeLabel: name(id),
        addends: PARTS.map((column) => cell(id, column)),
        totals: [cell(id, 'total')],
      }),
    ),
  ],
};

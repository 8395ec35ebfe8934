import { type FigureId, type FormId, label, type Row, type SumIdentity, type TableForm } from './form.ts';
import { APPLICANT_COLUMNS, BALANCE_NOTICE } from './table3-columns.ts';
import { CARRIED_OUT_ROW, INCOMING_ROWS, PROCESSED_TOTAL_ROW, RESULT_ROWS } from './table3-rows.ts';

const cell = (row: Row, column: { id: string }): FigureId => `t3.${row.id}.${column.id}`;

/**
 * Table 3 (收到和处理政府信息公开申请情况). The forms differ in group （六） only.
 * @param otherRows the rows of group （六）
 */
export function table3(form: FormId, otherRows: readonly Row[]): TableForm {
  const resultRows = [...RESULT_ROWS, ...otherRows];
  const rows = [...INCOMING_ROWS, ...resultRows, PROCESSED_TOTAL_ROW, CARRIED_OUT_ROW];
  return {
    table: 't3',
    form,
    name: label('表三', 'Table 3'),
    bands: [{ corner: BALANCE_NOTICE, columns: APPLICANT_COLUMNS, rows }],
    sums: [...balances(), ...results(resultRows), ...applicants(rows)],
  };
}

function ownLabel(path: Row['path']) {
  const own = path.at(-1);
  if (!own) throw new Error('a row or column of table 3 has no label');
  return own;
}

function balances(): SumIdentity[] {
  return APPLICANT_COLUMNS.map((column) => ({
    rule: 'T3-BALANCE',
    scope: column.id,
    scopeLabel: ownLabel(column.path),
    addends: INCOMING_ROWS.map((row) => cell(row, column)),
    totals: [cell(PROCESSED_TOTAL_ROW, column), cell(CARRIED_OUT_ROW, column)],
  }));
}

function results(resultRows: readonly Row[]): SumIdentity[] {
  return APPLICANT_COLUMNS.map((column) => ({
    rule: 'T3-RESULTS',
    scope: column.id,
    scopeLabel: ownLabel(column.path),
    addends: resultRows.map((row) => cell(row, column)),
    totals: [cell(PROCESSED_TOTAL_ROW, column)],
  }));
}

function applicants(rows: readonly Row[]): SumIdentity[] {
  const total = { id: 'total' };
  const parts = APPLICANT_COLUMNS.filter((column) => column.id !== total.id);
  return rows.map((row) => ({
    rule: 'T3-APPLICANTS',
    scope: row.id,
    scopeLabel: ownLabel(row.path),
    addends: parts.map((column) => cell(row, column)),
    totals: [cell(row, total)],
  }));
}

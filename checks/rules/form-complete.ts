import { FORMS } from '../../forms/catalogue.ts';
import {
  type Band,
  type Column,
  type FigureId,
  figureId,
  type Label,
  type Row,
  type TableForm,
  type TableId,
} from '../../forms/form.ts';
import type { CheckOutcome, Finding } from '../finding.ts';
import { notEvaluable } from '../outcomes.ts';
import { formsByTable, formsOf, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { type FormPart, sayFormComplete } from '../wording/form.ts';
import { nameTable } from '../wording/names.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';

/**
 * Every statutory table, row and column is found exactly once, and every section has its heading. Counted from the
 * form, so that a reader that lost a table cannot report it complete.
 */
export const FORM_COMPLETE: Rule = {
  id: 'FORM-COMPLETE',
  version: 1,
  state: 'active',
  since: '2026.11.1',
  reach: 'report',
  severity: 'error',
  title: { zh: '格式完整', en: 'Form complete' },
  relation: {
    zh: '六个部分、三张表及其每一行、每一列各出现一次',
    en: 'Six sections and three tables with each of their rows and columns stand exactly once',
  },
  basis: '《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、〔2021〕30号附件',
  evaluate: (reading) =>
    reading.tables.length === 0
      ? []
      : [...checkSections(reading), ...formsOf(reading).flatMap((form) => checkTable(form, reading))],
};

function outcome(
  scope: string,
  part: FormPart,
  found: number,
  figures: readonly FigureId[],
  cause: Finding['cause'],
): CheckOutcome {
  const common = { rule: FORM_COMPLETE.id, scope };
  if (found === 1) return { outcome: 'holds', ...common };
  return {
    ...common,
    severity: FORM_COMPLETE.severity,
    outcome: 'broken',
    cause,
    figures: [...figures],
    expected: 1,
    found,
    difference: found - 1,
    suspects: [],
    message: sayFormComplete(part, found, cause),
  };
}

/** What was not found may stand in what was not read. */
const unreadCause = (reading: Reading): Finding['cause'] =>
  reading.leftovers.length > 0 ? 'possibly-misread' : 'report';

const hasTable = (table: TableId, reading: Reading) =>
  Object.entries(reading.figures).some(([id, figure]) => id.startsWith(`${table}.`) && figure.state !== 'missing');

function checkSections(reading: Reading): CheckOutcome[] {
  const form = formsByTable(reading.tables).t3;
  const sections = FORMS.find((candidate) => candidate.id === form)?.sections ?? [];
  return sections.map(({ id, title, table }) => {
    const found = reading.sections.includes(id) ? 1 : 0;
    // Where its table was found, its heading is more likely worded in a way that was not recognised.
    const cause = table && hasTable(table, reading) ? 'possibly-misread' : unreadCause(reading);
    return outcome(id, { part: 'section', label: title }, found, [], cause);
  });
}

function checkTable(form: TableForm, reading: Reading): CheckOutcome[] {
  const missing = (ids: readonly FigureId[], reason?: string) =>
    ids.every((id) => {
      const figure = reading.figures[id];
      return !figure || (figure.state === 'missing' && (!reason || figure.notes.includes(reason)));
    });
  const idsOf = (band: Band, row: Row) => band.columns.map((column) => figureId(form.table, row, column));
  const all = form.bands.flatMap((band) => band.rows.flatMap((row) => idsOf(band, row)));
  const times = missing(all) ? 0 : isTwice(form, reading) ? 2 : 1;
  const doubt = times === 2 ? 'possibly-misread' : unreadCause(reading);
  const table = outcome(form.table, { part: 'table', table: form.table }, times, [], doubt);
  if (missing(all)) return [table, unknownRows(form, all)];
  const cause = notesOf(form, reading).length > 0 ? 'possibly-misread' : 'report';
  const outcomes = [table];
  for (const band of form.bands) {
    const rowsHere = band.rows.filter((row) => row.path.length > 0);
    const lost = rowsHere.filter((row) => missing(idsOf(band, row), 'row-not-found'));
    for (const row of rowsHere) {
      const found = lost.includes(row) ? 0 : 1 + timesAgain(row, form, reading);
      const part = { part: 'row', table: form.table, label: ownLabel(row.path) } as const;
      outcomes.push(outcome(`${form.table}.${row.id}`, part, found, idsOf(band, row), cause));
    }
    for (const column of band.columns) {
      const ids = band.rows.filter((row) => !lost.includes(row)).map((row) => figureId(form.table, row, column));
      const found = ids.length > 0 && missing(ids, 'column-not-found') ? 0 : 1;
      const part = { part: 'column', table: form.table, label: columnLabel(column) } as const;
      outcomes.push(outcome(columnScope(form, band, column), part, found, ids, cause));
    }
  }
  return outcomes;
}

/** A table that was not found is one finding; of its rows and columns nothing is known. */
function unknownRows(form: TableForm, figures: readonly FigureId[]): CheckOutcome {
  const { zh, en } = nameTable(form.table);
  const rows = { zh: `${zh}各行各列`, en: `${en}, rows and columns` };
  const message = sayNotEvaluable(FORM_COMPLETE.id, 'missing-figure', rows);
  return notEvaluable(FORM_COMPLETE, `${form.table}.rows`, 'missing-figure', figures, message);
}

const isTwice = (form: TableForm, reading: Reading) =>
  notesOf(form, reading).some((note) => note.code === 'table-twice');

function timesAgain(row: Row, form: TableForm, reading: Reading): number {
  return notesOf(form, reading).filter((note) => note.code === 'row-twice' && note.row === row.id).length;
}

const notesOf = (form: TableForm, reading: Reading) =>
  reading.tables.find(({ table }) => table === form.table)?.notes ?? [];

const ownLabel = (path: readonly Label[]): Label => path.at(-1) ?? { zh: '', en: '' };

function columnLabel(column: Column): Label {
  const own = ownLabel(column.path);
  const block = column.block ? column.path.at(-2) : undefined;
  return block ? { zh: `${block.zh}·${own.zh}`, en: `${block.en}, ${own.en}` } : own;
}

/** Columns of table 2 repeat their ids from band to band: the band's first row tells them apart. */
function columnScope(form: TableForm, band: Band, column: Column): string {
  const prefix = column.block ?? (form.bands.length > 1 ? band.rows[0]?.id : undefined);
  return prefix ? `${form.table}.${prefix}.${column.id}` : `${form.table}.${column.id}`;
}

import { figuresOf } from '../../forms/catalogue.ts';
import type { TableForm } from '../../forms/form.ts';
import type { CheckOutcome } from '../finding.ts';
import { formsOf, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayBlankCells } from '../wording/form.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';

/** One finding for each table that has blank or dash cells, never one for each cell. */
export const BLANK_CELLS: Rule = {
  id: 'BLANK-CELLS',
  version: 1,
  state: 'active',
  since: '2026.11.1',
  reach: 'report',
  severity: 'hint',
  title: { zh: '空白单元格', en: 'Blank cells' },
  relation: {
    zh: '每张表的每个单元格都填有数字，没有的填 0',
    en: 'Every cell of a table states a number, 0 where there is nothing',
  },
  basis: '国办公开办函〔2019〕60号、〔2021〕30号附件（格式未规定空白的含义）',
  evaluate: (reading) => formsOf(reading).map((form) => checkTable(form, reading)),
};

function checkTable(form: TableForm, reading: Reading): CheckOutcome {
  const ids = figuresOf(form).map(({ id }) => id);
  const inState = (state: string) => ids.filter((id) => reading.figures[id]?.state === state);
  const blank = inState('blank');
  const dash = inState('dash');
  const common = { rule: BLANK_CELLS.id, scope: form.table };
  const missing = inState('missing');
  if (missing.length === ids.length) {
    const message = sayNotEvaluable(BLANK_CELLS.id, 'missing-figure', form.name);
    return { outcome: 'not-evaluable', ...common, reason: 'missing-figure', figures: missing, message };
  }
  if (blank.length + dash.length === 0) return { outcome: 'holds', ...common };
  return {
    ...common,
    severity: BLANK_CELLS.severity,
    outcome: 'broken',
    cause: 'report',
    figures: [...blank, ...dash],
    expected: 0,
    found: blank.length + dash.length,
    difference: blank.length + dash.length,
    suspects: [],
    message: sayBlankCells(form.table, blank.length, dash.length),
  };
}

import { formOf } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayStock } from '../wording/years.ts';
import { DOCUMENT_ROWS } from '../years/document-rows.ts';
import { checkYears, type YearRelation } from '../years/year-relation.ts';

/** Documents in force, with what was issued and without what was repealed, are those in force a year later. */
export const T2_STOCK: Rule = {
  id: 'T2-STOCK',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'years',
  severity: 'explain',
  form: { table: 't2', id: '2021' },
  title: { zh: '现行有效件数衔接', en: 'Documents in force carried over' },
  relation: {
    zh: '表二（2021 格式）：上年度报告「现行有效件数」+ 本年制发 − 本年废止 = 本年度报告「现行有效件数」',
    en: 'Table 2 of the 2021 form: in force by last year’s report + issued − repealed = in force by this year’s',
  },
  basis: '国办公开办函〔2021〕30号附件；清理后重新统计的应说明',
  evaluate: (reading) =>
    reading.before && formOf(reading.before, 't2') !== '2021' ? [] : checkYears(T2_STOCK, RELATIONS, reading),
};

const RELATIONS: readonly YearRelation[] = DOCUMENT_ROWS['2021'].map(({ id, label }) => ({
  scope: id,
  label,
  terms: [
    { of: 'before', figure: `t2.${id}.in_force`, sign: 1 },
    { of: 'this', figure: `t2.${id}.issued`, sign: 1 },
    { of: 'this', figure: `t2.${id}.repealed`, sign: -1 },
  ],
  found: `t2.${id}.in_force`,
  say: sayStock(label),
}));

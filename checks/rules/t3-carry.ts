import { APPLICANT_COLUMNS } from '../../forms/table3-columns.ts';
import { formOf, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayCarry } from '../wording/years.ts';
import { checkYears, type YearRelation } from '../years/year-relation.ts';

/** What a body carries out of one year it carries into the next. */
export const T3_CARRY: Rule = {
  id: 'T3-CARRY',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'years',
  severity: 'error',
  title: { zh: '结转衔接', en: 'Requests carried over' },
  relation: {
    zh: '表三每列：上年度报告「结转下年度继续办理」= 本年度报告「上年结转」',
    en: 'Table 3, each column: carried out in last year’s report = carried in in this year’s',
  },
  basis: '国办公开办函〔2019〕60号、〔2021〕30号附件；机构改革导致的差异可附说明接受',
  evaluate: (reading) => (hasTable(reading) ? checkYears(T3_CARRY, RELATIONS, reading) : []),
};

const hasTable = (reading: Reading) => formOf(reading, 't3') !== undefined;

const RELATIONS: readonly YearRelation[] = APPLICANT_COLUMNS.map(({ id, path }) => {
  const label = path.at(-1) ?? { zh: id, en: id };
  return {
    scope: id,
    label,
    terms: [{ of: 'before', figure: `t3.carried_out.${id}`, sign: 1 }],
    found: `t3.carried_in.${id}`,
    say: sayCarry(label),
  };
});

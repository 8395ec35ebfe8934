import { TABLE_2_2019 } from '../../forms/2019/table2.ts';
import { formOf } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayItems } from '../wording/years.ts';
import { checkYears, type YearRelation } from '../years/year-relation.ts';

/** Last year’s items and what was added to them are this year’s items of the year before. */
export const T2_ITEMS: Rule = {
  id: 'T2-ITEMS',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'years',
  severity: 'error',
  form: { table: 't2', id: '2019' },
  title: { zh: '项目数量衔接', en: 'Items carried over' },
  relation: {
    zh: '表二（2019 格式）：上年度报告「上一年项目数量」+「本年增/减」= 本年度报告「上一年项目数量」',
    en: 'Table 2 of the 2019 form: items and change of last year’s report = items of the year before in this year’s',
  },
  basis: '国办公开办函〔2019〕60号附件',
  evaluate: (reading) =>
    reading.before && formOf(reading.before, 't2') !== '2019' ? [] : checkYears(T2_ITEMS, RELATIONS, reading),
};

const RELATIONS: readonly YearRelation[] = TABLE_2_2019.bands
  .filter(({ columns }) => columns.some(({ id }) => id === 'previous_items'))
  .flatMap(({ rows }) => rows)
  .map(({ id, path }) => {
    const label = path.at(-1) ?? { zh: id, en: id };
    return {
      scope: id,
      label,
      terms: [
        { of: 'before', figure: `t2.${id}.previous_items`, sign: 1 },
        { of: 'before', figure: `t2.${id}.change`, sign: 1 },
      ],
      found: `t2.${id}.previous_items`,
      say: sayItems(label),
    };
  });

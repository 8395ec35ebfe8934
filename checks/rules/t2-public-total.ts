import { formOf, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayPublicTotal } from '../wording/years.ts';
import { DOCUMENT_ROWS } from '../years/document-rows.ts';
import { checkPart } from '../years/part-of-whole.ts';
import { checkYears, type YearRelation } from '../years/year-relation.ts';

/** What was published stays published: the total holds the year’s and grows by it. */
export const T2_PUBLIC_TOTAL: Rule = {
  id: 'T2-PUBLIC-TOTAL',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'years',
  severity: 'explain',
  form: { table: 't2', id: '2019' },
  title: { zh: '对外公开总数量', en: 'Published in all' },
  relation: {
    zh: '表二（2019 格式）：对外公开总数量 ≥ 本年新公开数量；上年度报告总数量 + 本年新公开 = 本年度报告总数量',
    en: 'Table 2 of the 2019 form: published in all ≥ newly published; last year’s total + newly published = this year’s total',
  },
  basis: '国办公开办函〔2019〕60号附件',
  evaluate: (reading) => [
    ...DOCUMENT_ROWS['2019'].map(({ id, label }) =>
      checkPart(
        T2_PUBLIC_TOTAL,
        {
          scope: `${id}.published`,
          label,
          part: [`t2.${id}.published`, PUBLISHED],
          whole: [`t2.${id}.public_total`, IN_ALL],
        },
        reading,
      ),
    ),
    ...(isComparable(reading) ? checkYears(T2_PUBLIC_TOTAL, RELATIONS, reading) : []),
  ],
};

const PUBLISHED = { zh: '本年新公开', en: 'newly published' };
const IN_ALL = { zh: '对外公开总数量', en: 'published in all' };

const RELATIONS: readonly YearRelation[] = DOCUMENT_ROWS['2019'].map(({ id, label }) => ({
  scope: id,
  label,
  terms: [
    { of: 'before', figure: `t2.${id}.public_total`, sign: 1 },
    { of: 'this', figure: `t2.${id}.published`, sign: 1 },
  ],
  found: `t2.${id}.public_total`,
  say: sayPublicTotal(label),
}));

const isComparable = ({ before }: Reading) => !before || formOf(before, 't2') === '2019';

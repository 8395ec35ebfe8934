import type { SumRuleId } from '../../forms/form.ts';
import type { Rule } from '../rule.ts';
import { checkSums } from '../sums.ts';

type SumRuleText = Pick<Rule, 'title' | 'relation' | 'basis'>;

const FORMAT = '国办公开办函〔2019〕60号、〔2021〕30号附件';

/** The hard rules: sum identities of the forms, each evaluated by the one function in sums.ts. */
const TEXTS: Readonly<Record<SumRuleId, SumRuleText>> = {
  'T3-BALANCE': {
    title: { zh: '收办平衡', en: 'Requests in and out balance' },
    relation: {
      zh: '表三每列：本年新收 + 上年结转 = （七）总计 + 结转下年度继续办理',
      en: 'Table 3, each column: newly received + carried in = (7) total + carried out',
    },
    basis: `${FORMAT}；表头所印勾稽关系`,
  },
  'T3-RESULTS': {
    title: { zh: '办理结果合计', en: 'Results add up' },
    relation: {
      zh: '表三每列：（一）至（六）各行之和 = （七）总计',
      en: 'Table 3, each column: the rows of (1) to (6) add up to (7) total',
    },
    basis: FORMAT,
  },
  'T3-APPLICANTS': {
    title: { zh: '申请人合计', en: 'Applicants add up' },
    relation: {
      zh: '表三每行：六类申请人之和 = 总计',
      en: 'Table 3, each row: the six applicant columns add up to the total',
    },
    basis: FORMAT,
  },
  'T4-OUTCOMES': {
    title: { zh: '复议诉讼结果合计', en: 'Outcomes add up' },
    relation: {
      zh: '表四每组：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计',
      en: 'Table 4, each block: upheld + corrected + other + pending = total',
    },
    basis: FORMAT,
  },
};

const sumRule = (id: SumRuleId): Rule => ({
  id,
  version: 1,
  state: 'active',
  since: '2026.11.1',
  reach: 'report',
  severity: 'error',
  ...TEXTS[id],
  evaluate: (reading) => checkSums(id, reading),
});

export const SUM_RULES: readonly Rule[] = [
  sumRule('T3-BALANCE'),
  sumRule('T3-RESULTS'),
  sumRule('T3-APPLICANTS'),
  sumRule('T4-OUTCOMES'),
];

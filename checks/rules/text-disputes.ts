import { checkClaims } from '../claims/check-claims.ts';
import { judgeCount } from '../claims/judge-count.ts';
import type { Rule } from '../rule.ts';

/** Disputes and their outcomes as the prose counts them, against table 4. */
export const TEXT_DISPUTES: Rule = {
  id: 'TEXT-DISPUTES',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'explain',
  title: { zh: '正文复议诉讼数与表四', en: 'Disputes, prose and table 4' },
  relation: {
    zh: '正文所称行政复议、行政诉讼件数及其结果 = 表四相应各栏；行政诉讼为「未经复议直接起诉」与「复议后起诉」之和',
    en: 'Cases of reconsideration and litigation and their outcomes as the prose counts them = table 4; litigation is both of its blocks',
  },
  basis: '《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、〔2021〕30号附件；同一报告内文字与表格所述的同一数字',
  evaluate: (reading) =>
    checkClaims(
      TEXT_DISPUTES,
      ['reconsideration', 'litigation', 'litigation_direct', 'litigation_after_reconsideration'],
      { count: judgeCount },
      reading,
    ),
};

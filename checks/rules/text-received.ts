import { checkClaims } from '../claims/check-claims.ts';
import { judgeCount } from '../claims/judge-count.ts';
import type { Rule } from '../rule.ts';

/** Requests received as the prose counts them: new ones alone, or with those carried in. Reports use either reading. */
export const TEXT_RECEIVED: Rule = {
  id: 'TEXT-RECEIVED',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'explain',
  title: { zh: '正文收到数与表三', en: 'Requests received, prose and table 3' },
  relation: {
    zh: '正文所称收到（受理、收办）申请件数 = 表三「总计」列的本年新收，或本年新收 + 上年结转；分申请人的件数与相应列比较',
    en: 'The requests that the prose calls received = newly received, or newly received + carried in, of table 3’s total column; by applicant, of the applicant’s columns',
  },
  basis: '《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、〔2021〕30号附件；同一报告内文字与表格所述的同一数字',
  evaluate: (reading) => checkClaims(TEXT_RECEIVED, ['received'], { count: judgeCount }, reading),
};

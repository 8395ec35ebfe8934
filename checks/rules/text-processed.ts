import { checkClaims } from '../claims/check-claims.ts';
import { judgeCount } from '../claims/judge-count.ts';
import type { Rule } from '../rule.ts';

/** Requests processed and carried over as the prose counts them, each against its own row of table 3. */
export const TEXT_PROCESSED: Rule = {
  id: 'TEXT-PROCESSED',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'explain',
  title: { zh: '正文办结、结转数与表三', en: 'Requests processed and carried over, prose and table 3' },
  relation: {
    zh: '正文所称答复（办结）件数 = 表三（七）总计，或只计本年新收（总计 − 上年结转）；所称结转下年度 = 结转下年度继续办理；所称上年结转 = 上年结转',
    en: 'Requests that the prose calls processed = table 3’s (7) total, or that less what was carried in; carried over to the next year = carried out; carried over from last year = carried in',
  },
  basis: '《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、〔2021〕30号附件；同一报告内文字与表格所述的同一数字',
  evaluate: (reading) =>
    checkClaims(TEXT_PROCESSED, ['processed', 'carried_out', 'carried_in'], { count: judgeCount }, reading),
};

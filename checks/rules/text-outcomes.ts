import { checkClaims } from '../claims/check-claims.ts';
import { judgeCount } from '../claims/judge-count.ts';
import { judgeShare } from '../claims/judge-share.ts';
import type { Rule } from '../rule.ts';

/** Results as the prose counts them and the percentages beside them, against the groups of table 3. */
export const TEXT_OUTCOMES: Rule = {
  id: 'TEXT-OUTCOMES',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'explain',
  title: { zh: '正文办理结果与表三', en: 'Results, prose and table 3' },
  relation: {
    zh: '正文所称予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数 = 表三该组各行之和；所称占比 = 该组之和 ÷（七）总计（或收到数）',
    en: 'What the prose says was granted, partially granted, refused, not provided, not processed or otherwise handled = the rows of that group in table 3; a percentage = the group ÷ (7) total, or what was received',
  },
  basis: '《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、〔2021〕30号附件；同一报告内文字与表格所述的同一数字',
  evaluate: (reading) =>
    checkClaims(
      TEXT_OUTCOMES,
      ['granted', 'partially_granted', 'refused', 'unavailable', 'declined', 'other'],
      { count: judgeCount, share: judgeShare },
      reading,
    ),
};

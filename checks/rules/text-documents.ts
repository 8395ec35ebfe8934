import { checkClaims } from '../claims/check-claims.ts';
import { judgeCount } from '../claims/judge-count.ts';
import type { Rule } from '../rule.ts';

/** Regulations and normative documents as the prose counts them. The 2019 form counts other things: what was made and published. */
export const TEXT_DOCUMENTS: Rule = {
  id: 'TEXT-DOCUMENTS',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'explain',
  title: { zh: '正文规范性文件数与表二', en: 'Normative documents, prose and table 2' },
  relation: {
    zh: '正文所称制发、废止、现行有效的规章、规范性文件件数 = 表二相应单元格（2021 年格式）',
    en: 'Regulations and normative documents that the prose calls issued, repealed or in force = the cells of table 2 (2021 form)',
  },
  basis: '《政府信息公开条例》第五十条；国办公开办函〔2021〕30号附件；同一报告内文字与表格所述的同一数字',
  form: { table: 't2', id: '2021' },
  evaluate: (reading) =>
    checkClaims(TEXT_DOCUMENTS, ['regulations', 'normative_documents'], { count: judgeCount }, reading),
};

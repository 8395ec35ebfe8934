import type { Label } from '../../forms/form.ts';
import type { Message, NotEvaluable } from '../finding.ts';

const REASONS: Readonly<Record<NotEvaluable['reason'], Message>> = {
  'missing-figure': { zh: '所涉单元格未找到', en: 'a cell concerned was not found' },
  'unreadable-figure': { zh: '所涉单元格无法读作数字', en: 'a cell concerned cannot be read as a number' },
  'blank-total': { zh: '总计未填而分项已填', en: 'a total was left blank over parts that are stated' },
  'nothing-stated': { zh: '所涉单元格均未填', en: 'all cells concerned are blank' },
  'no-report-before': { zh: '本机关上一年度的报告未入库', en: 'the body’s report of the year before is not on file' },
  'no-report-below': { zh: '下级机关的报告未入库', en: 'no report of a body below is on file' },
  'no-claim': { zh: '文字部分没有可供核对的说法', en: 'the prose says nothing that could be compared' },
  'no-section': { zh: '未找到所涉部分的标题', en: 'the heading of the section was not found' },
  'no-publication-date': { zh: '发布日期未知', en: 'the date of publication is not known' },
  'no-identity': { zh: '未能确定机关或年度', en: 'body or fiscal year could not be told' },
};

/**
 * Why a rule could not be evaluated in one scope.
 * @param scope the scope in words; the rule alone where it has but one
 */
export function sayNotEvaluable(rule: string, reason: NotEvaluable['reason'], scope?: Label): Message {
  const why = REASONS[reason];
  return {
    zh: `${rule}${scope ? `「${scope.zh}」` : ''}未能核对：${why.zh}。`,
    en: `${rule}${scope ? ` “${scope.en}”` : ''} was not checked: ${why.en}.`,
  };
}

import { type CheckOutcome, WHOLE_REPORT } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';
import { sayNoFee } from '../wording/prose.ts';

/** Section six says what was collected in fees for processing information, also where it was nothing. */
export const FEE_MENTION: Rule = {
  id: 'FEE-MENTION',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'hint',
  years: { first: 2021 },
  title: { zh: '信息处理费', en: 'Information processing fee' },
  relation: {
    zh: '第六部分说明收取信息处理费的情况；0 元、无、未收取均可',
    en: 'Section six says what was collected in information processing fees; 0, none and not collected are answers',
  },
  basis: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  evaluate: checkFee,
};

function checkFee({ prose, leftovers }: Reading): readonly CheckOutcome[] {
  if (prose.feeMention === 'mentioned') return [holds(FEE_MENTION, WHOLE_REPORT)];
  if (prose.feeMention === 'no-section') {
    return [notEvaluable(FEE_MENTION, WHOLE_REPORT, 'no-section', [], sayNotEvaluable(FEE_MENTION.id, 'no-section'))];
  }
  // A sentence that was not found may stand in what was not read.
  const cause = leftovers.length > 0 ? 'possibly-misread' : 'report';
  return [
    broken(FEE_MENTION, WHOLE_REPORT, { figures: [], expected: null, found: null, cause, message: sayNoFee(cause) }),
  ];
}

import type { SumIdentity, SumRuleId } from '../../forms/form.ts';
import type { Figures } from '../../parsers/figures/figure.ts';
import type { Message } from '../finding.ts';
import { type Doubt, sayDoubt } from './doubt.ts';

interface SumNumbers extends Doubt {
  readonly expected: number;
  readonly found: number;
  /** Blank or dash cells that were counted as 0. */
  readonly blanks: number;
}

type SumSentence = (scope: string, numbers: SumNumbers, parts: readonly number[]) => string;

const SUM_SENTENCES: Readonly<Record<SumRuleId, { readonly zh: SumSentence; readonly en: SumSentence }>> = {
  'T3-BALANCE': {
    zh: (scope, { expected, found }, [received, carriedIn, processed, carriedOut]) =>
      `表三「${scope}」列：本年新收 ${received} 加上年结转 ${carriedIn}，合计 ${expected}；（七）总计 ${processed} 加结转下年度 ${carriedOut}，合计 ${found}`,
    en: (scope, { expected, found }, [received, carriedIn, processed, carriedOut]) =>
      `Table 3, column “${scope}”: ${received} newly received plus ${carriedIn} carried in make ${expected}; (7) total ${processed} plus ${carriedOut} carried out make ${found}`,
  },
  'T3-RESULTS': {
    zh: (scope, { expected, found }) => `表三「${scope}」列：（一）至（六）合计 ${expected}，（七）总计填报 ${found}`,
    en: (scope, { expected, found }) =>
      `Table 3, column “${scope}”: (1) to (6) add up to ${expected}, but (7) total states ${found}`,
  },
  'T3-APPLICANTS': {
    zh: (scope, { expected, found }) => `表三「${scope}」行：各类申请人合计 ${expected}，总计填报 ${found}`,
    en: (scope, { expected, found }) =>
      `Table 3, row “${scope}”: the applicants add up to ${expected}, but the total states ${found}`,
  },
  'T4-OUTCOMES': {
    zh: (scope, { expected, found }) => `表四「${scope}」：各项结果合计 ${expected}，总计填报 ${found}`,
    en: (scope, { expected, found }) =>
      `Table 4, “${scope}”: the outcomes add up to ${expected}, but the total states ${found}`,
  },
};

export function saySum(identity: SumIdentity, figures: Figures, numbers: SumNumbers): Message {
  const parts = [...identity.addends, ...identity.totals].map((id) => figures[id]?.value ?? 0);
  const sentence = SUM_SENTENCES[identity.rule];
  const gap = Math.abs(numbers.found - numbers.expected);
  const doubt = sayDoubt(numbers);
  const blanksZh = numbers.blanks > 0 ? `（空白或划线的 ${numbers.blanks} 个单元格按 0 计算。）` : '';
  const blanksEn = numbers.blanks > 0 ? ` (${numbers.blanks} blank or dash cells were counted as 0.)` : '';
  return {
    zh: `${sentence.zh(identity.scopeLabel.zh, numbers, parts)}，相差 ${gap}。${blanksZh}${doubt.zh}`,
    en: `${sentence.en(identity.scopeLabel.en, numbers, parts)}, a difference of ${gap}.${blanksEn}${doubt.en}`,
  };
}

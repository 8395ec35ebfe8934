import type { Message } from '../checks/finding.ts';

/** The language of everything a person reads; Chinese unless `--lang en`. */
export type Language = 'zh' | 'en';

export const say = (message: Readonly<Message>, language: Language): string => message[language];

/** Words of the terminal, in both languages. */
export const WORDS = {
  accepted: { zh: '通过', en: 'accepted' },
  'needs-review': { zh: '需复核', en: 'needs review' },
  rejected: { zh: '未能读取', en: 'rejected' },
  duplicate: { zh: '重复', en: 'duplicate' },
  failed: { zh: '处理失败', en: 'failed' },
  claimed: { zh: '处理中', en: 'in progress' },
  error: { zh: '错误', en: 'error' },
  explain: { zh: '需核实', en: 'explain' },
  hint: { zh: '提示', en: 'hint' },
  unknownBody: { zh: '（机关不明）', en: '(body unknown)' },
  unknownYear: { zh: '（年度不明）', en: '(year unknown)' },
} as const satisfies Record<string, Message>;

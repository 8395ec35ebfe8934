import type { Finding, Message } from '../finding.ts';

const READ_DIFFERENTLY = {
  zh: '另一种读取方式得到的数字不同，可能为误读，请先核对原文。',
  en: ' Another way of reading gives other figures: possibly misread, compare with the original first.',
};

const MISREAD = {
  zh: '其中有单元格读取存疑，可能为误读，请先核对原文。',
  en: ' A cell concerned was read with doubt: possibly misread, compare with the original first.',
};

/** What decides whether the reader itself is a suspect. */
export type Doubt = Pick<Finding, 'cause' | 'secondReading'>;

/** Ends a sentence about figures that may have been misread; empty where they were read with certainty. */
export function sayDoubt({ cause, secondReading }: Doubt): Message {
  if (secondReading === 'disagrees') return READ_DIFFERENTLY;
  return cause === 'possibly-misread' ? MISREAD : { zh: '', en: '' };
}

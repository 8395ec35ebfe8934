import type { Message } from '../checks/finding.ts';
import { UNREADABLE, type Unreadable } from '../parsers/bytes/unreadable.ts';

/** What to tell the sender of a file that could not be read. */
export function explainUnreadable(trouble: Unreadable): Message {
  const sentence = UNREADABLE[trouble.code];
  const fill = (text: string, particulars: string | undefined) =>
    text.replace(/\{(?:limit|reason)\}/u, particulars ?? '');
  return { zh: fill(sentence.zh, trouble.reason?.zh), en: fill(sentence.en, trouble.reason?.en) };
}

import type { LedgerEntry } from '../../records/ledger.ts';
import type { Language } from '../language.ts';
import { sayTime } from './time.ts';

/** That an object is not in the inbox any more; nothing where it is. */
export function sayRemoval(entry: LedgerEntry | undefined, language: Language): string {
  if (!entry?.removedAt) return '';
  const time = sayTime(entry.removedAt);
  if (entry.removal === 'hidden')
    return language === 'zh' ? `${time} 已从收件箱删除（可恢复）` : `deleted from the inbox ${time} (can be restored)`;
  return language === 'zh' ? `${time} 已从收件箱彻底删除` : `deleted from the inbox for good ${time}`;
}

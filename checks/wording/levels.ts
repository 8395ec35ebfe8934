import type { Message } from '../finding.ts';

interface LevelNumbers {
  readonly found: number;
  readonly sum: number;
  /** Reports of bodies below that are on file, and bodies whose report is not. */
  readonly reports: number;
  readonly missing: number;
  readonly isComplete: boolean;
}

export function sayLevelSum(name: Message, { found, sum, reports, missing, isComplete }: LevelNumbers): Message {
  const gap = Math.abs(found - sum);
  const lacking = missing > 0 ? { zh: `（尚缺 ${missing} 个）`, en: ` (${missing} are not)` } : { zh: '', en: '' };
  return isComplete
    ? {
        zh: `${name.zh}填报 ${found}，所属 ${reports} 个机关的报告合计 ${sum}，相差 ${gap}。`,
        en: `${name.en}: ${found} stated, the reports of the ${reports} bodies below add up to ${sum}, a difference of ${gap}.`,
      }
    : {
        zh: `${name.zh}填报 ${found}，少于已入库的 ${reports} 个所属机关报告的合计 ${sum}${lacking.zh}，相差 ${gap}。`,
        en: `${name.en}: ${found} stated, less than the ${sum} of the ${reports} bodies below whose reports are on file${lacking.en}, a difference of ${gap}.`,
      };
}

export function sayDeadline(year: number, published: string, due: string, days: number): Message {
  return {
    zh: `${year} 年度报告于 ${published} 发布，应于 ${due} 前发布，晚 ${days} 天。`,
    en: `The report of ${year} was published on ${published}, ${days} days after ${due}, when it was due.`,
  };
}

import { SECTIONS } from '../../forms/sections.ts';
import type { Claim } from '../../parsers/prose/prose.ts';
import type { ReadSum } from '../claims/read-sum.ts';
import { addUp, type TableSays } from '../claims/table-says.ts';
import { rangeOf } from '../claims/tolerance.ts';
import type { Finding, Message } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { nameClaim, stateCount } from './claim-words.ts';
import { type Doubt, sayDoubt } from './doubt.ts';
import { sayBlanks, stateSum } from './table-words.ts';

/**
 * A number of the prose that no sum of the tables fits.
 * @param sums every sum that it may be about
 */
export function sayCount(claim: Claim, sums: readonly ReadSum[], reading: Reading, read: Doubt): Message {
  const said = stateCount(claim);
  const compared = compareCount(claim, sums, reading);
  const notes = [sayApproximate(claim), sayBlanks(sums.map(({ total }) => total).reduce(addUp)), sayDoubt(read)];
  return {
    zh: `正文称${said.zh}，${compared.zh}。${notes.map(({ zh }) => zh).join('')}`,
    en: `The prose states ${said.en}; ${compared.en}.${notes.map(({ en }) => en).join('')}`,
  };
}

function compareCount(claim: Claim, sums: readonly ReadSum[], reading: Reading): Message {
  const different = sums.filter(({ total }, index) => sums.findIndex((it) => it.total.value === total.value) === index);
  const [first] = different;
  if (different.length === 1 && first) {
    const gap = Math.abs(first.total.value - claim.value);
    const sum = stateSum(first, reading);
    return { zh: `${sum.zh}，相差 ${gap}`, en: `${sum.en}, a difference of ${gap}` };
  }
  const [shorter, fuller] = different;
  // Newly received, and that with what was carried in: the sum names both.
  const isContained =
    different.length === 2 && fuller?.parts.length === 2 && shorter?.parts[0]?.of === fuller.parts[0]?.of;
  const named = isContained && fuller ? [fuller] : different;
  const stated = named.map((sum) => stateSum(sum, reading));
  return {
    zh: `${stated.map(({ zh }) => zh).join('；')}，与${isContained ? '两者' : '以上各项'}均不一致`,
    en: `${stated.map(({ en }) => en).join('; ')}; it agrees with ${isContained ? 'neither' : 'none of these'}`,
  };
}

function sayApproximate(claim: Claim): Message {
  if (!claim.approximate) return { zh: '', en: '' };
  const { least, most } = rangeOf(claim);
  return {
    zh: `（正文为约数，${least} 至 ${most} 均视为相符。）`,
    en: ` (The prose gives a round number: anything from ${least} to ${most} would agree.)`,
  };
}

/** What a percentage was compared with. */
export interface ComparedShare {
  readonly sum: ReadSum;
  /** The requests of which it is a share. */
  readonly whole: TableSays;
  readonly percent: number;
  /** The number that the prose itself states of the same, where it is not the table's. */
  readonly own: number | undefined;
}

/** A percentage of the prose that the tables do not give, nor the prose's own numbers. */
export function sayShare(claim: Claim, compared: ComparedShare, reading: Reading, read: Doubt): Message {
  const { sum, whole, percent, own } = compared;
  const { decimals } = claim;
  const said = nameClaim({ ...claim, kind: 'count' });
  const stated = stateSum(sum, reading);
  const written = (number: number) => number.toFixed(decimals);
  const gap = written(Math.abs(Number(written(percent)) - claim.value));
  const about = claim.approximate ? { zh: '约', en: 'about ' } : { zh: '', en: '' };
  const ownShare = own === undefined || whole.value === 0 ? undefined : written((own / whole.value) * 100);
  const notes = [sayBlanks(addUp(sum.total, whole)), sayDoubt(read)];
  return {
    zh:
      `正文称${said.zh}${about.zh}占 ${written(claim.value)}%，${stated.zh}，占（七）总计 ${whole.value} 的 ${written(percent)}%，相差 ${gap} 个百分点` +
      `${ownShare === undefined ? '' : `；按正文所称 ${own} 件计算为 ${ownShare}%，也不一致`}。${notes.map(({ zh }) => zh).join('')}`,
    en:
      `The prose gives ${about.en}${written(claim.value)}% for ${said.en}; ${stated.en}, which is ${written(percent)}% of (7) total ${whole.value}, a difference of ${gap} percentage points` +
      `${ownShare === undefined ? '' : `; the ${own} that the prose states would be ${ownShare}%`}.${notes.map(({ en }) => en).join('')}`,
  };
}

/** A list that names every part and whose parts do not add up to the total beside it. */
export function sayList(parts: readonly number[], sum: number, total: number): Message {
  const gap = Math.round(Math.abs(total - sum) * 1e6) / 1e6;
  return {
    zh: `正文称共 ${total}，所列 ${parts.length} 项 ${parts.join('+')} 合计 ${sum}，相差 ${gap}。`,
    en: `The prose states ${total} in all; the ${parts.length} parts that it lists, ${parts.join(' + ')}, add up to ${sum}, a difference of ${gap}.`,
  };
}

/** Section six does not speak of the fee. */
export function sayNoFee(cause: Finding['cause']): Message {
  const unread = cause === 'possibly-misread';
  const title = titleOf('section_6');
  return {
    zh: `「${title.zh}」部分未说明收取信息处理费的情况；没有收取的也应写明。${unread ? '文件中有未能辨认的内容，可能为误读，请先核对原文。' : ''}`,
    en: `Section “${title.en}” does not say what was collected in information processing fees; where nothing was, it should say so.${unread ? ' Part of the document was not recognised: possibly misread, compare with the original first.' : ''}`,
  };
}

/** How much of a section stands word for word in last year's report. */
export interface Copied {
  readonly section: string;
  readonly percent: number;
  readonly sentences: number;
  readonly copied: number;
  readonly year: number;
}

export function sayCopied({ section, percent, sentences, copied, year }: Copied): Message {
  const title = titleOf(section);
  return {
    zh: `「${title.zh}」部分 ${percent}% 的文字（${sentences} 句中的 ${copied} 句）与 ${year} 年报告的同一部分整句相同，超过 50%。`,
    en: `Section “${title.en}”: ${percent}% of the text (${copied} of ${sentences} sentences) stands sentence for sentence in the same section of the ${year} report, more than 50%.`,
  };
}

/** The section in words, for a rule that could not be evaluated there. */
export const titleOf = (id: string): Message => {
  const found = SECTIONS.find((section) => section.id === id)?.title;
  return { zh: found?.zh ?? id, en: found?.en ?? id };
};

import type { Message } from '../finding.ts';
import type { YearNumbers } from '../years/year-numbers.ts';

/** Sentences of the rules that compare years, without what they end with: the difference, blanks, doubt. */

export const sayYearBlanks = (blanks: number): Message =>
  blanks > 0
    ? {
        zh: `（空白或划线的 ${blanks} 个单元格按 0 计算。）`,
        en: ` (${blanks} blank or dash cells were counted as 0.)`,
      }
    : { zh: '', en: '' };

export const sayCarry =
  (column: Message) =>
  ({ years: [before, own], expected, found }: YearNumbers): Message => ({
    zh: `表三「${column.zh}」列：${before} 年度报告结转下年度继续办理 ${expected}，${own} 年度报告上年结转 ${found}`,
    en: `Table 3, column “${column.en}”: the report of ${before} carries ${expected} out, that of ${own} carries ${found} in`,
  });

export const sayItems =
  (row: Message) =>
  ({ years: [before, own], values: [items, change], expected, found }: YearNumbers): Message => ({
    zh: `表二「${row.zh}」：${before} 年度报告上一年项目数量 ${items}、本年增/减 ${change}，合计 ${expected}；${own} 年度报告上一年项目数量 ${found}`,
    en: `Table 2, “${row.en}”: the report of ${before} has ${items} items and a change of ${change}, which make ${expected}; that of ${own} has ${found} items of the year before`,
  });

export const sayStock =
  (row: Message) =>
  ({ years: [before, own], values: [inForce, issued, repealed], expected, found }: YearNumbers): Message => ({
    zh: `表二「${row.zh}」：${before} 年度报告现行有效 ${inForce}，${own} 年度报告本年制发 ${issued}、废止 ${repealed}，推算现行有效 ${expected}，填报 ${found}`,
    en: `Table 2, “${row.en}”: ${inForce} in force by the report of ${before}, ${issued} issued and ${repealed} repealed by that of ${own}, which would leave ${expected}; ${found} are stated`,
  });

export const sayPublicTotal =
  (row: Message) =>
  ({ years: [before, own], values: [total, published], expected, found }: YearNumbers): Message => ({
    zh: `表二「${row.zh}」：${before} 年度报告对外公开总数量 ${total}，${own} 年度报告本年新公开 ${published}，推算总数量 ${expected}，填报 ${found}`,
    en: `Table 2, “${row.en}”: ${total} published in all by the report of ${before} and ${published} newly by that of ${own}, which would make ${expected}; ${found} are stated`,
  });

/** A part that is more than the whole of which it is a part. */
export function sayMoreThanWhole(
  row: Message,
  part: Message,
  whole: Message,
  values: readonly [number, number],
): Message {
  const [partly, wholly] = values;
  return {
    zh: `表二「${row.zh}」：${part.zh} ${partly}，多于${whole.zh} ${wholly}，相差 ${partly - wholly}。`,
    en: `Table 2, “${row.en}”: ${partly} ${part.en} are more than ${wholly} ${whole.en}, a difference of ${partly - wholly}.`,
  };
}

/** How a figure moved between two years. */
export function sayJump(name: Message, years: readonly [number, number], values: readonly [number, number]): Message {
  const [from, to] = values;
  const shown = values.map(showNumber);
  const how =
    to === 0
      ? { zh: '降为 0', en: 'a fall to 0' }
      : from === 0
        ? { zh: '由 0 增至此数', en: 'a rise from 0' }
        : to > from
          ? { zh: `为上年的 ${(to / from).toFixed(1)} 倍`, en: `${(to / from).toFixed(1)} times the year before` }
          : {
              zh: `为上年的 ${((to / from) * 100).toFixed(1)}%`,
              en: `${((to / from) * 100).toFixed(1)} % of the year before`,
            };
  return {
    zh: `${name.zh}：${years[0]} 年度 ${shown[0]}，${years[1]} 年度 ${shown[1]}，${how.zh}，请核对。`,
    en: `${name.en}: ${shown[0]} in ${years[0]}, ${shown[1]} in ${years[1]}, ${how.en}; please compare.`,
  };
}

/** Money comes in yuan with two decimals at most. */
const showNumber = (value: number) => String(Math.round(value * 100) / 100);

export function sayTableFell(table: Message, years: readonly [number, number], figures: number): Message {
  return {
    zh: `${table.zh}：${years[0]} 年度有 ${figures} 个数字不为 0，${years[1]} 年度全部为 0，请核对。`,
    en: `${table.en}: ${figures} figures of ${years[0]} are not 0, all of ${years[1]} are; please compare.`,
  };
}

export function sayOtherShare(other: number, processed: number, most: number): Message {
  const share = ((other / processed) * 100).toFixed(1);
  return {
    zh: `表三「总计」列：（六）其他处理 ${other}，占（七）总计 ${processed} 的 ${share}%，超过 ${most}%。`,
    en: `Table 3, column “Total”: ${other} under (6), other handling, are ${share} % of the ${processed} processed, more than ${most} %.`,
  };
}

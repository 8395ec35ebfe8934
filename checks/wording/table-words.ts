import { tableForm } from '../../forms/catalogue.ts';
import type { Label } from '../../forms/form.ts';
import { type ClaimedPart, tableOf } from '../claims/claimed-figures.ts';
import type { ReadSum } from '../claims/read-sum.ts';
import type { TableSays } from '../claims/table-says.ts';
import type { Message } from '../finding.ts';
import { formOf, type Reading } from '../reading.ts';
import { APPLICANT_WORDS, OUTCOME_WORDS } from './claim-words.ts';
import { nameFigure, nameTable } from './names.ts';

/** What a part of a sum is called where it stands in table 3 or 4. */
const PART_WORDS: Readonly<
  Record<Exclude<ClaimedPart['of'], 'received' | 'regulations' | 'normative_documents'>, Label>
> = {
  new_received: { zh: '本年新收', en: 'newly received' },
  carried_in: { zh: '上年结转', en: 'carried in' },
  processed: { zh: '（七）总计', en: '(7) total' },
  carried_out: { zh: '结转下年度继续办理', en: 'carried out' },
  granted: { zh: '（一）予以公开', en: '(1) granted' },
  partially_granted: { zh: '（二）部分公开', en: '(2) partially granted' },
  refused: { zh: '（三）不予公开', en: '(3) refused' },
  unavailable: { zh: '（四）无法提供', en: '(4) cannot be provided' },
  declined: { zh: '（五）不予处理', en: '(5) not processed' },
  other: { zh: '（六）其他处理', en: '(6) otherwise handled' },
  reconsideration: { zh: '行政复议', en: 'administrative reconsideration' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
  litigation_direct: { zh: '未经复议直接起诉', en: 'litigation without reconsideration' },
  litigation_after_reconsideration: { zh: '复议后起诉', en: 'litigation after reconsideration' },
};

/** `表三「总计」列（一）予以公开 272、（二）部分公开 3，合计 275`: a sum of the tables with its parts. */
export function stateSum({ meaning, parts, total }: ReadSum, reading: Reading): Message {
  const [only] = parts;
  if (!only) return { zh: '', en: '' };
  const place = placeOf(only.of, meaning);
  if (parts.length === 1) {
    const { zh, en } = namePart(only, meaning, reading);
    return only.cells.length === 1
      ? { zh: `${place.zh}${zh}为 ${total.value}`, en: `${place.en}${en} ${total.value}` }
      : { zh: `${place.zh}${zh}合计 ${total.value}`, en: `${place.en}${en} ${total.value} in all` };
  }
  const stated = parts.map((part) => putNumber(namePart(part, meaning, reading), part.says.value));
  return {
    zh: `${place.zh}${stated.map(({ zh }) => zh).join('、')}，合计 ${total.value}`,
    en: `${place.en}${stated.map(({ en }) => en).join(', ')}, together ${total.value}`,
  };
}

const putNumber = ({ zh, en }: Message, value: number): Message => ({
  zh: /[」列]$/u.test(zh) ? `${zh}为 ${value}` : `${zh} ${value}`,
  en: `${en} ${value}`,
});

/** Where in the table all parts of a sum stand; empty where each part says so itself. */
function placeOf(of: ClaimedPart['of'], { applicant }: ReadSum['meaning']): Message {
  const table = of === 'new_received' ? 't3' : tableOf(of);
  if (table === 't2') return { zh: '', en: '' };
  const name = nameTable(table);
  if (table === 't4') return { zh: name.zh, en: `${lowerFirst(name.en)}: ` };
  const column = applicant === 'other_org' ? { zh: '其他', en: 'Others' } : APPLICANT_WORDS[applicant];
  return applicant === 'organisations'
    ? { zh: `${name.zh}「${column.zh}」各列`, en: `${lowerFirst(name.en)}, columns under “${column.en}”: ` }
    : { zh: `${name.zh}「${column.zh}」列`, en: `${lowerFirst(name.en)}, column “${column.en}”: ` };
}

/** The name of a table stands in the middle of an English sentence. */
const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function namePart({ of, cells }: ClaimedPart, { outcome }: ReadSum['meaning'], reading: Reading): Message {
  const [first] = cells;
  if (of === 'regulations' || of === 'normative_documents' || of === 'received') {
    const form = formOf(reading, 't2');
    if (!first || !form) return { zh: '', en: '' };
    const name = nameFigure(first, tableForm(form, 't2'));
    return { zh: name.zh, en: `${lowerFirst(name.en)}:` };
  }
  const { zh, en } = PART_WORDS[of];
  if (!first?.startsWith('t4.')) return { zh, en };
  const ended = outcome ? OUTCOME_WORDS[outcome] : { zh: '总计', en: 'total' };
  return { zh: `${zh}「${ended.zh}」`, en: `${en}, ${ended.en}:` };
}

/** Says how cells without a number were counted; empty where there were none. */
export function sayBlanks({ blanks, blankTotals }: Pick<TableSays, 'blanks' | 'blankTotals'>): Message {
  if (blankTotals > 0) {
    return {
      zh: '（总计未填的，按其各分项之和计算。）',
      en: ' (Where a total was left blank, its parts were added up.)',
    };
  }
  return blanks > 0
    ? {
        zh: `（空白或划线的 ${blanks} 个单元格按 0 计算。）`,
        en: ` (Blank or dash cells, ${blanks} in all, were counted as 0.)`,
      }
    : { zh: '', en: '' };
}

import { FORMS } from '../forms/catalogue.ts';
import type { FigureId, Label, SumIdentity, SumRuleId, TableForm, TableId } from '../forms/form.ts';
import type { Figures } from '../parsers/figures/figure.ts';
import type { Finding, Message, NotEvaluable } from './finding.ts';

/** All sentences of findings stand here, made from codes and numbers; labels come from the forms. */

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

const READ_DIFFERENTLY = {
  zh: '另一种读取方式得到的数字不同，可能为误读，请先核对原文。',
  en: ' Another way of reading gives other figures: possibly misread, compare with the original first.',
};

const MISREAD = {
  zh: '其中有单元格读取存疑，可能为误读，请先核对原文。',
  en: ' A cell concerned was read with doubt: possibly misread, compare with the original first.',
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

type Doubt = Pick<Finding, 'cause' | 'secondReading'>;

function sayDoubt({ cause, secondReading }: Doubt): Message {
  if (secondReading === 'disagrees') return READ_DIFFERENTLY;
  return cause === 'possibly-misread' ? MISREAD : { zh: '', en: '' };
}

const NOT_EVALUABLE: Readonly<Record<NotEvaluable['reason'], Message>> = {
  'missing-figure': { zh: '所涉单元格未找到', en: 'a cell concerned was not found' },
  'unreadable-figure': { zh: '所涉单元格无法读作数字', en: 'a cell concerned cannot be read as a number' },
  'blank-total': { zh: '总计未填而分项已填', en: 'a total was left blank over parts that are stated' },
  'nothing-stated': { zh: '所涉单元格均未填', en: 'all cells concerned are blank' },
};

export function sayNotEvaluable(identity: SumIdentity, reason: NotEvaluable['reason']): Message {
  const why = NOT_EVALUABLE[reason];
  return {
    zh: `${identity.rule}「${identity.scopeLabel.zh}」未能核对：${why.zh}。`,
    en: `${identity.rule} “${identity.scopeLabel.en}” was not checked: ${why.en}.`,
  };
}

/** The name of a table, the same in every form. */
function nameTable(table: TableId): Label {
  return FORMS[0].tables[table].name;
}

/** `表三「（一）予以公开」行「自然人」列`: a figure in words. */
function nameFigure(id: FigureId, form: TableForm): Message {
  for (const band of form.bands) {
    for (const row of band.rows) {
      for (const column of band.columns) {
        if (id !== `${form.table}.${column.block ?? row.id}.${column.id}`) continue;
        return nameCell(form.table, row.path.at(-1), column.block ? column.path : column.path.slice(-1));
      }
    }
  }
  return { zh: id, en: id };
}

function nameCell(table: TableId, row: Label | undefined, columns: readonly Label[]): Message {
  const name = nameTable(table);
  const zh = columns.map((label) => label.zh).join('·');
  const en = columns.map((label) => label.en).join(', ');
  return row
    ? { zh: `${name.zh}「${row.zh}」行「${zh}」列`, en: `${name.en}, row “${row.en}”, column “${en}”` }
    : { zh: `${name.zh}「${zh}」`, en: `${name.en}, “${en}”` };
}

export function sayFigureKind(
  id: FigureId,
  form: TableForm,
  value: number,
  kind: 'negative' | 'fraction',
  read: Doubt,
): Message {
  const name = nameFigure(id, form);
  const doubt = sayDoubt(read);
  return kind === 'negative'
    ? {
        zh: `${name.zh}填报 ${value}，不应为负数。${doubt.zh}`,
        en: `${name.en}: ${value} is stated, which cannot be negative.${doubt.en}`,
      }
    : {
        zh: `${name.zh}填报 ${value}，件数应为整数。${doubt.zh}`,
        en: `${name.en}: ${value} is stated, but a count is a whole number.${doubt.en}`,
      };
}

export function sayBlankCells(table: TableId, blank: number, dash: number): Message {
  const name = nameTable(table);
  const zh = [blank > 0 ? `${blank} 个空白` : '', dash > 0 ? `${dash} 个划线或填「无」的` : '']
    .filter(Boolean)
    .join('、');
  const en = [blank > 0 ? `blank cells ${blank}` : '', dash > 0 ? `dash cells ${dash}` : ''].filter(Boolean).join(', ');
  return {
    zh: `${name.zh}有 ${zh}单元格，核对时按 0 计算；没有数据的应填 0。`,
    en: `${name.en}: ${en}; they count as 0 in the checks; where there is nothing to report, state 0.`,
  };
}

/** What of the form was not found, or found more than once. */
export type FormPart =
  | { readonly part: 'table'; readonly table: TableId }
  | { readonly part: 'section'; readonly label: Label }
  | { readonly part: 'row' | 'column'; readonly table: TableId; readonly label: Label };

const PART_WORDS = { row: { zh: '行', en: 'row' }, column: { zh: '列', en: 'column' } } as const;

export function sayFormComplete(part: FormPart, found: number, cause: Finding['cause']): Message {
  const name = namePart(part);
  const doubt = cause === 'possibly-misread' ? MISREAD_LABEL : { zh: '', en: '' };
  return found === 0
    ? { zh: `未找到${name.zh}。${doubt.zh}`, en: `${name.en} was not found.${doubt.en}` }
    : { zh: `${name.zh}出现 ${found} 次，应为 1 次。`, en: `${name.en} stands ${found} times instead of once.` };
}

const MISREAD_LABEL = {
  zh: '文件中有未能辨认的内容，可能为误读，请先核对原文。',
  en: ' Part of the document was not recognised: possibly misread, compare with the original first.',
};

function namePart(part: FormPart): Message {
  if (part.part === 'section')
    return { zh: `「${part.label.zh}」部分的标题`, en: `The heading of section “${part.label.en}”` };
  const table = nameTable(part.table);
  if (part.part === 'table') {
    const section = FORMS.at(-1)?.sections.find((candidate) => candidate.table === part.table)?.title;
    return { zh: `${table.zh}（${section?.zh ?? ''}）`, en: `${table.en} (${section?.en ?? ''})` };
  }
  const word = PART_WORDS[part.part];
  return { zh: `${table.zh}「${part.label.zh}」${word.zh}`, en: `${table.en}, ${word.en} “${part.label.en}”` };
}

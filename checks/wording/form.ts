import { FORMS } from '../../forms/catalogue.ts';
import type { FigureId, Label, TableForm, TableId } from '../../forms/form.ts';
import type { Finding, Message } from '../finding.ts';
import { type Doubt, sayDoubt } from './doubt.ts';
import { nameFigure, nameTable } from './names.ts';

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

import { UNREADABLE } from '../../parsers/bytes/unreadable.ts';
import { DOUBTS, NOTES } from '../../parsers/document/notes.ts';
import { isDoubt, MISSING_REASONS } from '../../parsers/figures/figure.ts';
import { FIGURE_NOTES } from '../../parsers/figures/figure-notes.ts';
import { CELL_NOTES, FITTING_NOTES } from '../../parsers/tables/statutory-table.ts';
import { FAILURES } from '../../records/failures.ts';
import { REVIEW_REASONS } from '../../records/report-record.ts';
import { code, page, table } from './markdown.ts';

type Catalogue = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** `docs/codes.md`: every code that an answer can carry besides rule ids. */
export function describeCodes(): string {
  return page(
    '# 代码 Codes',
    '除规则编号（[rules.md](rules.md)）外，结果中可能出现的全部代码。同一份文件重读，代码不变。\n\n' +
      'Every code that an answer can carry besides rule ids ([rules.md](rules.md)). The same file always gets the same codes.',
    '## 未能读取 Rejections',
    '`code` of a rejected file, with what its sender is told. Never retried.',
    list(UNREADABLE),
    '## 处理失败的原因 Failures',
    '`code` of an upload that ended without an answer about its file. `fault` stands for the name of the exception.',
    list(FAILURES),
    '## 需复核的原因 Reasons for review',
    '`reviewReasons` of a report that was read and is not accepted as it stands.',
    list(REVIEW_REASONS),
    '## 数字未找到的原因 Why a figure is missing',
    'The note of a figure whose `state` is `missing`.',
    list(MISSING_REASONS),
    '## 数字的附注 Notes of a figure',
    'Those marked “?” make the reading doubtful: the report goes to review, and a broken sum is “possibly misread”.',
    marked({ ...FIGURE_NOTES, ...CELL_NOTES }, isDoubt),
    '## 文件的附注 Notes of the document',
    'Of the document as a whole, or of the cell where it was met; “?” as above.',
    marked(NOTES, (note) => DOUBTS_BY_NAME.has(note)),
    '## 表格的附注 Notes of a table',
    list(FITTING_NOTES),
  );
}

const DOUBTS_BY_NAME: ReadonlySet<string> = DOUBTS;

const list = (codes: Catalogue) =>
  table(
    ['代码 code', '中文', 'English'],
    Object.entries(codes).map(([name, { zh, en }]) => [code(name), zh, en]),
  );

const marked = (codes: Catalogue, isDoubtful: (code: string) => boolean) =>
  table(
    ['代码 code', '?', '中文', 'English'],
    Object.entries(codes).map(([name, { zh, en }]) => [code(name), isDoubtful(name) ? '?' : '', zh, en]),
  );

import type { ExportKind, ExportTable } from '../../records/exports/export-table.ts';
import { FIGURES_TABLE } from '../../records/exports/figures-table.ts';
import { FINDINGS_TABLE } from '../../records/exports/findings-table.ts';
import { REPORTS_TABLE } from '../../records/exports/reports-table.ts';
import { code, page, table } from './markdown.ts';

const KINDS: Readonly<Record<ExportKind, string>> = {
  text: '文本 text',
  integer: '整数 integer',
  number: '数字 number',
  boolean: '真假 boolean',
};

/** `docs/exports.md`: what is in the files that are handed on. */
export function describeExports(): string {
  return page(
    '# 导出 Exports',
    '`npx gouji export figures|findings|reports` 导出已通过的修订；`--revision newest` 导出最新修订，含尚待复核的。未知的数为空，不是 0；金额单位为元。列名不随语言和版本改变。',
    '`npx gouji export figures|findings|reports` hands on accepted revisions, or the newest ones, reviewed or not, with `--revision newest`. An unknown number is empty, not 0; money is in yuan. The names of columns do not change with language or version.',
    table(
      ['格式 format', ''],
      [
        [
          code('csv'),
          'UTF-8 with byte order mark, RFC 4180; a text that a spreadsheet would run has an apostrophe before it',
        ],
        [code('jsonl'), 'one JSON object a line; texts as they are'],
        [code('parquet'), 'Snappy, every column nullable; texts as they are'],
        [
          code('xlsx'),
          'one sheet with the titles in place of the names (`--lang en` for English ones), up to 200,000 rows',
        ],
      ],
    ),
    ...section(FIGURES_TABLE),
    ...section(FINDINGS_TABLE),
    ...section(REPORTS_TABLE),
  );
}

const section = <Row>({ name, title, columns }: ExportTable<Row>) => [
  `## ${title.zh} ${code(name)}`,
  table(
    ['列 column', '标题', 'Title', '类型 type'],
    columns.map((column) => [code(column.name), column.title.zh, column.title.en, KINDS[column.kind]]),
  ),
];

import type { ExportColumn } from './export-table.ts';
import type { StoredReport } from './stored-report.ts';

/** Whose report it is and where it came from: the first columns of every export. */
export const REPORT_COLUMNS: readonly ExportColumn<{ readonly report: StoredReport }>[] = [
  {
    name: 'body_key',
    title: { zh: '机关键', en: 'Body key' },
    kind: 'text',
    of: ({ report }) => report.head.bodyKey,
  },
  { name: 'body', title: { zh: '机关', en: 'Body' }, kind: 'text', of: ({ report }) => report.record.body },
  { name: 'year', title: { zh: '年度', en: 'Fiscal year' }, kind: 'integer', of: ({ report }) => report.record.year },
  {
    name: 'revision',
    title: { zh: '修订', en: 'Revision' },
    kind: 'text',
    of: ({ report }) => report.revision.revision,
  },
  {
    name: 'status',
    title: { zh: '状态', en: 'Status' },
    kind: 'text',
    of: ({ report: { head, revision } }) =>
      revision.revision === head.accepted?.revision ? 'accepted' : 'needs-review',
  },
];

/** The file that it was read from: the last columns of every export. */
export const SOURCE_COLUMNS: readonly ExportColumn<{ readonly report: StoredReport }>[] = [
  {
    name: 'file',
    title: { zh: '文件', en: 'File' },
    kind: 'text',
    of: ({ report }) => report.record.source.fileName,
  },
  {
    name: 'sha256',
    title: { zh: '文件 SHA-256', en: 'SHA-256 of the file' },
    kind: 'text',
    of: ({ report }) => report.record.source.sha256,
  },
];

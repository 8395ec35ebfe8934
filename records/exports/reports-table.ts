import { officeOf } from '../keys.ts';
import type { ExportTable } from './export-table.ts';
import { REPORT_COLUMNS, SOURCE_COLUMNS } from './report-columns.ts';
import type { StoredReport } from './stored-report.ts';

/** One report. */
export interface ReportRow {
  readonly report: StoredReport;
}

/** The findings of this revision; beside its neighbours too where it is the newest. */
const countsOf = ({ head, revision }: StoredReport) =>
  revision.revision === head.newest.revision ? head.counts : revision.counts;

/** How many figures are in this state. */
const countState = ({ record }: StoredReport, state: string) =>
  Object.values(record.figures).filter((figure) => figure.state === state).length;

/** A line for each report: how it was read and how much does not hold. */
export const REPORTS_TABLE: ExportTable<ReportRow> = {
  name: 'reports',
  title: { zh: '报告', en: 'Reports' },
  columns: [
    ...REPORT_COLUMNS,
    {
      name: 'errors',
      title: { zh: '错误', en: 'Errors' },
      kind: 'integer',
      of: ({ report }) => countsOf(report).error,
    },
    {
      name: 'to_explain',
      title: { zh: '需说明', en: 'To explain' },
      kind: 'integer',
      of: ({ report }) => countsOf(report).explain,
    },
    { name: 'hints', title: { zh: '提示', en: 'Hints' }, kind: 'integer', of: ({ report }) => countsOf(report).hint },
    {
      name: 'review_reasons',
      title: { zh: '复核原因', en: 'Reasons for review' },
      kind: 'text',
      of: ({ report }) => report.record.reviewReasons.join(' ') || null,
    },
    {
      name: 'figures',
      title: { zh: '数字个数', en: 'Figures' },
      kind: 'integer',
      of: ({ report }) => Object.keys(report.record.figures).length,
    },
    {
      name: 'missing',
      title: { zh: '未找到', en: 'Missing' },
      kind: 'integer',
      of: ({ report }) => countState(report, 'missing'),
    },
    {
      name: 'unreadable',
      title: { zh: '无法读取', en: 'Unreadable' },
      kind: 'integer',
      of: ({ report }) => countState(report, 'unreadable'),
    },
    {
      name: 'doubtful',
      title: { zh: '读取存疑', en: 'Read with doubt' },
      kind: 'integer',
      of: ({ report }) => Object.values(report.record.figures).filter(({ doubtful }) => doubtful).length,
    },
    {
      name: 'revisions',
      title: { zh: '修订次数', en: 'Revisions' },
      kind: 'integer',
      of: ({ report }) => report.head.revisions,
    },
    {
      name: 'format',
      title: { zh: '文件类型', en: 'Format' },
      kind: 'text',
      of: ({ report }) => report.record.source.format,
    },
    {
      name: 'uploaded_at',
      title: { zh: '上传时间', en: 'Uploaded at' },
      kind: 'text',
      of: ({ report }) => report.revision.uploadedAt,
    },
    {
      name: 'published_on',
      title: { zh: '发布日期', en: 'Published on' },
      kind: 'text',
      of: ({ report }) => report.record.publishedOn,
    },
    {
      name: 'office',
      title: { zh: '政务公开办', en: 'Office' },
      kind: 'text',
      of: ({ report }) => officeOf(report.revision.upload.key),
    },
    {
      name: 'parser_version',
      title: { zh: '读取程序版本', en: 'Parser version' },
      kind: 'text',
      of: ({ report }) => report.revision.versions.parser,
    },
    {
      name: 'rule_set',
      title: { zh: '规则版本', en: 'Rule set' },
      kind: 'text',
      of: ({ report }) => report.revision.versions.rules,
    },
    ...SOURCE_COLUMNS,
  ],
  rowsOf: (report) => [{ report }],
};

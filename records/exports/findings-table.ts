import type { Finding } from '../../checks/finding.ts';
import { withFindingsAcross } from '../across.ts';
import { type Decision, decisionKeyOf } from '../decision.ts';
import type { ExportTable } from './export-table.ts';
import { REPORT_COLUMNS, SOURCE_COLUMNS } from './report-columns.ts';
import type { StoredReport } from './stored-report.ts';

/** One rule that one report breaks, with what was decided of it. */
export interface FindingRow {
  readonly report: StoredReport;
  readonly finding: Finding;
  readonly decision: Decision | undefined;
}

/** Every finding, the gravest of a report first, those beside its neighbours included. */
export const FINDINGS_TABLE: ExportTable<FindingRow> = {
  name: 'findings',
  title: { zh: '问题', en: 'Findings' },
  columns: [
    ...REPORT_COLUMNS,
    { name: 'rule', title: { zh: '规则', en: 'Rule' }, kind: 'text', of: ({ finding }) => finding.rule },
    { name: 'scope', title: { zh: '范围', en: 'Scope' }, kind: 'text', of: ({ finding }) => finding.scope },
    { name: 'severity', title: { zh: '级别', en: 'Severity' }, kind: 'text', of: ({ finding }) => finding.severity },
    { name: 'cause', title: { zh: '原因', en: 'Cause' }, kind: 'text', of: ({ finding }) => finding.cause },
    {
      name: 'expected',
      title: { zh: '应为', en: 'Expected' },
      kind: 'number',
      of: ({ finding }) => finding.expected ?? null,
    },
    { name: 'found', title: { zh: '填报', en: 'Found' }, kind: 'number', of: ({ finding }) => finding.found ?? null },
    {
      name: 'difference',
      title: { zh: '相差', en: 'Difference' },
      kind: 'number',
      of: ({ finding }) => finding.difference ?? null,
    },
    {
      name: 'figures',
      title: { zh: '所涉数字', en: 'Figures' },
      kind: 'text',
      of: ({ finding }) => finding.figures.join(' '),
    },
    {
      name: 'message',
      title: { zh: '说明', en: 'Message (Chinese)' },
      kind: 'text',
      of: ({ finding }) => finding.message.zh,
    },
    {
      name: 'message_en',
      title: { zh: '说明（英文）', en: 'Message' },
      kind: 'text',
      of: ({ finding }) => finding.message.en,
    },
    {
      name: 'suspected',
      title: { zh: '可能有误的单元格', en: 'Cells that may be wrong (Chinese)' },
      kind: 'text',
      of: ({ finding }) => finding.suspected?.zh ?? null,
    },
    {
      name: 'decision',
      title: { zh: '审核意见', en: 'Decision' },
      kind: 'text',
      of: ({ decision }) => decision?.decision ?? null,
    },
    {
      name: 'decided_by',
      title: { zh: '审核人', en: 'Decided by' },
      kind: 'text',
      of: ({ decision }) => decision?.by ?? null,
    },
    {
      name: 'decided_at',
      title: { zh: '审核时间', en: 'Decided at' },
      kind: 'text',
      of: ({ decision }) => decision?.at ?? null,
    },
    { name: 'note', title: { zh: '审核说明', en: 'Note' }, kind: 'text', of: ({ decision }) => decision?.note || null },
    ...SOURCE_COLUMNS,
  ],
  rowsOf: (report) => {
    const { record, across, decisions, digest } = report;
    const decided = new Map(decisions.map((decision) => [decision.key, decision]));
    return withFindingsAcross(record, across).findings.map((finding) => ({
      report,
      finding,
      decision: decided.get(decisionKeyOf(finding, record.figures, digest)),
    }));
  },
};

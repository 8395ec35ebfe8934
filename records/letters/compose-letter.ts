import { ALL_RULES } from '../../checks/catalogue.ts';
import type { Finding } from '../../checks/finding.ts';
import { nameFigure } from '../../checks/wording/names.ts';
import { nameScope } from '../../checks/wording/scope.ts';
import { TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, TableId } from '../../forms/form.ts';
import { withFindingsAcross } from '../across.ts';
import type { LetterContent, LetterPoint } from '../contract/api/overview.ts';
import { decisionKeyOf } from '../decision.ts';
import type { StoredReport } from '../exports/stored-report.ts';
import { headKey } from '../keys.ts';
import type { ReportRecord } from '../report-record.ts';

/** Cells that are named one by one; of more the row, column or block is. */
const NAMED_CELLS = 4;

/**
 * The letter to a body about those findings of its newest revision whose correction was requested; nothing where there
 * is none. What may be our misreading is never asked to be corrected. The same revision, findings and remarks make the
 * same letter, under the same number.
 */
export function composeLetter({ head, record, across, decisions, digest }: StoredReport): LetterContent | undefined {
  const remarks = new Map(
    decisions.filter(({ decision }) => decision === 'correction-requested').map(({ key, note }) => [key, note.trim()]),
  );
  const points = withFindingsAcross(record, across).findings.flatMap((finding) => {
    const key = decisionKeyOf(finding, record.figures, digest);
    const remark = remarks.get(key);
    if (finding.cause !== 'report' || remark === undefined) return [];
    return [{ key, remark, point: pointOf(finding, record, remark) }];
  });
  if (points.length === 0) return undefined;
  const asked = points.map(({ key, remark }) => [key, remark]).sort();
  const number = digest(JSON.stringify([headKey(head).pk, head.newest.revision, asked])).slice(0, 10);
  return {
    id: `${head.year ?? '0'}-${number}`,
    body: head.body ?? '',
    opening: `经审核，你单位报送的${head.year === null ? '' : `${head.year}年`}政府信息公开工作年度报告（文件：${record.source.fileName}）有下列${points.length}处需要更正。请对照原始记录核实，更正后重新公开并报送。`,
    closing: '请于　　　　年　　月　　日前完成更正。确认无误的，请书面说明理由。',
    points: points.map(({ point }) => point),
  };
}

function pointOf(finding: Finding, record: ReportRecord, remark: string): LetterPoint {
  const { rule: id, found, expected, message } = finding;
  const rule = ALL_RULES.find((candidate) => candidate.id === id);
  return {
    place: placeOf(finding, record),
    found,
    expected,
    rule: rule ? `${rule.title.zh}（${id}；${rule.basis}）` : id,
    message: remark === '' ? message.zh : `${message.zh}审核意见：${remark}`,
  };
}

function placeOf({ rule, scope, figures }: Finding, { forms }: ReportRecord): string {
  if (figures.length === 0 || figures.length > NAMED_CELLS) return nameScope({ rule, scope }).zh;
  const names = figures.flatMap((id) => {
    const table = TABLE_IDS.find((candidate) => id.startsWith(`${candidate}.`));
    return table && isOf(id, table) ? [nameFigure(id, tableForm(forms[table], table)).zh] : [];
  });
  return names.join('；');
}

const isOf = (id: string, table: TableId): id is FigureId => id.startsWith(`${table}.`);

import { ALL_RULES } from '../../checks/catalogue.ts';
import type { Finding } from '../../checks/finding.ts';
import { nameFigure, nameTable } from '../../checks/wording/names.ts';
import { TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, TableId } from '../../forms/form.ts';
import { withFindingsAcross } from '../across.ts';
import type { LetterContent, LetterPoint } from '../contract/api/overview.ts';
import { decisionKeyOf } from '../decision.ts';
import type { StoredReport } from '../exports/stored-report.ts';
import { headKey } from '../keys.ts';
import type { ReportRecord } from '../report-record.ts';

/** Cells that are named one by one; the finding's sentence has all of them. */
const NAMED_CELLS = 4;

/**
 * The letter to a body about those findings of its newest revision whose correction was requested; nothing where there
 * is none. What may be our misreading is never asked to be corrected. The same revision and findings make the same
 * letter, under the same number.
 */
export function composeLetter({ head, record, across, decisions, digest }: StoredReport): LetterContent | undefined {
  const requested = new Set(
    decisions.filter(({ decision }) => decision === 'correction-requested').map(({ key }) => key),
  );
  const points = withFindingsAcross(record, across).findings.flatMap((finding) => {
    const key = decisionKeyOf(finding, record.figures, digest);
    return finding.cause === 'report' && requested.has(key) ? [{ key, point: pointOf(finding, record) }] : [];
  });
  if (points.length === 0) return undefined;
  const keys = points.map(({ key }) => key).sort();
  const number = digest(JSON.stringify([headKey(head).pk, head.newest.revision, keys])).slice(0, 10);
  return {
    id: `${head.year ?? '0'}-${number}`,
    body: head.body ?? '',
    opening: `经审核，你单位报送的${head.year === null ? '' : `${head.year}年`}政府信息公开工作年度报告（文件：${record.source.fileName}）有下列${points.length}处需要更正。请对照原始记录核实，更正后重新公开并报送。`,
    closing: '请于　　　　年　　月　　日前完成更正。确认无误的，请书面说明理由。',
    points: points.map(({ point }) => point),
  };
}

function pointOf({ rule: id, figures, found, expected, message }: Finding, record: ReportRecord): LetterPoint {
  const rule = ALL_RULES.find((candidate) => candidate.id === id);
  return {
    place: placeOf(figures, record),
    found,
    expected,
    rule: rule ? `${rule.title.zh}（${id}；${rule.basis}）` : id,
    message: message.zh,
  };
}

function placeOf(figures: readonly string[], { forms }: ReportRecord): string {
  const tables = TABLE_IDS.filter((table) => figures.some((id) => id.startsWith(`${table}.`)));
  if (figures.length === 0 || figures.length > NAMED_CELLS)
    return tables.map((table) => nameTable(table).zh).join('、');
  const names = figures.flatMap((id) => {
    const table = tables.find((candidate) => id.startsWith(`${candidate}.`));
    return table && isOf(id, table) ? [nameFigure(id, tableForm(forms[table], table)).zh] : [];
  });
  return names.join('；');
}

const isOf = (id: string, table: TableId): id is FigureId => id.startsWith(`${table}.`);

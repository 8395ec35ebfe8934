import type { Finding, NotEvaluable } from '../../checks/finding.ts';
import { TABLE_IDS } from '../../forms/catalogue.ts';
import type { FormId, TableId } from '../../forms/form.ts';
import { NOTES } from '../../parsers/document/notes.ts';
import { ALL_FIGURE_NOTES, type AnyFigureNote } from '../../parsers/figures/figure.ts';
import { FITTING_NOTES } from '../../parsers/tables/statutory-table.ts';
import type { CheckResult } from '../../records/contract/check-result.ts';
import { REVIEW_REASONS } from '../../records/report-record.ts';
import type { AcrossFile } from '../collect-years.ts';
import { type Language, say, WORDS } from '../language.ts';
import { padEnd } from './columns.ts';
import { paint, paintSeverity } from './paint.ts';
import { renderTable } from './statutory-table.ts';

const OUTCOME_PAINT = { accepted: paint.good, 'needs-review': paint.warn, rejected: paint.bad } as const;
const OUTCOME_MARK = { accepted: '✓', 'needs-review': '!', rejected: '✗' } as const;

type ReportView = Pick<
  CheckResult,
  'outcome' | 'body' | 'year' | 'forms' | 'figures' | 'findings' | 'notEvaluable' | 'held' | 'reviewReasons' | 'notes'
> & { readonly code?: string | null; readonly message?: { zh: string; en: string } | null };

/** `✓ 通过  body year  name` */
export function renderHeadline(view: ReportView, name: string, language: Language): string {
  const mark = OUTCOME_PAINT[view.outcome](`${OUTCOME_MARK[view.outcome]} ${say(WORDS[view.outcome], language)}`);
  const body = view.body ?? (view.outcome === 'rejected' ? '' : say(WORDS.unknownBody, language));
  const year = view.year ?? (view.outcome === 'rejected' ? '' : say(WORDS.unknownYear, language));
  return [mark, paint.strong(`${body} ${year}`.trim()), paint.quiet(name)].filter((part) => part !== '').join('  ');
}

/** Everything below the headline that somebody has to know: rejection, reasons for review, findings. */
export function renderFindings(view: ReportView, language: Language): string[] {
  if (view.outcome === 'rejected') {
    return [`    ${paint.bad(view.code ?? '')}  ${view.message ? say(view.message, language) : ''}`];
  }
  const lines = view.findings.flatMap((finding, at) => [
    `    ${renderFinding(finding, language)}`,
    ...renderSuspected(finding, view.findings[at + 1], language),
  ]);
  const reasons = view.reviewReasons.filter((reason) => reason !== 'error-findings');
  for (const reason of reasons) lines.push(`    ${paint.warn(say(REVIEW_REASONS[reason], language))}`);
  lines.push(...renderTroubledFigures(view, language));
  const wanting = view.notEvaluable.filter(({ reason }) => FOR_WANT_OF_A_FIGURE.has(reason));
  if (wanting.length > 0) lines.push(paint.quiet(`    ${sayNotEvaluable(wanting.length, language)}`));
  return lines;
}

/** Others say only that there was nothing to compare with, which nobody needs to act on. */
const FOR_WANT_OF_A_FIGURE: ReadonlySet<NotEvaluable['reason']> = new Set<NotEvaluable['reason']>([
  'missing-figure',
  'unreadable-figure',
  'blank-total',
  'nothing-stated',
]);

function renderFinding(finding: Finding, language: Language): string {
  const severity = padEnd(say(WORDS[finding.severity], language), 7);
  return `${paintSeverity(finding.severity, severity)} ${padEnd(finding.rule, 15)} ${say(finding.message, language)}`;
}

/** Which cells are probably wrong, below the last of the sums that they explain together. */
function renderSuspected({ suspected }: Finding, next: Finding | undefined, language: Language): string[] {
  if (!suspected || next?.suspected?.zh === suspected.zh) return [];
  return [paint.quiet(`      → ${say(suspected, language)}`)];
}

/** What the rules that look beyond one report found, a report after the other; what holds between years is counted. */
export function renderAcross(files: readonly AcrossFile[], language: Language): string[] {
  const shown = files.filter(({ across }) => across.compared.length > 0 || across.findings.length > 0);
  if (shown.length === 0) return [];
  return [
    '',
    paint.strong(language === 'zh' ? '跨年、跨级和期限' : 'Years, levels and deadlines'),
    ...shown.flatMap(({ body, year, across }) => {
      const held = Object.values(across.held).reduce((sum, count) => sum + count, 0);
      const holds = language === 'zh' ? `${held} 项相符` : `${held} hold`;
      const years = across.compared.length > 0 ? `${year - 1} → ${year}` : String(year);
      return [
        [`  ${paint.strong(`${body} ${years}`)}`, held > 0 ? paint.quiet(holds) : ''].join('  ').trimEnd(),
        ...across.findings.map((finding) => `    ${renderFinding(finding, language)}`),
      ];
    }),
  ];
}

/** Figures read with doubt or not at all, each with its reason; the first few. */
function renderTroubledFigures(view: ReportView, language: Language): string[] {
  const troubled = Object.entries(view.figures).filter(([, figure]) => figure.doubtful || figure.state === 'missing');
  const shown = troubled.slice(0, MOST_TROUBLED).map(([id, figure]) => {
    const notes = figure.notes.map((note) => sayNote(note, language)).join(language === 'zh' ? '；' : '; ');
    return paint.quiet(`      ${id}  ${figure.raw === null ? '' : `“${figure.raw.trim()}”  `}${notes}`);
  });
  const rest = troubled.length - shown.length;
  if (rest > 0)
    shown.push(paint.quiet(language === 'zh' ? `      …… 另有 ${rest} 个单元格` : `      … and ${rest} more cells`));
  return shown;
}

const MOST_TROUBLED = 8;

function isFigureNote(code: string): code is AnyFigureNote {
  return code in ALL_FIGURE_NOTES;
}

const sayNote = (code: string, language: Language) =>
  isFigureNote(code) ? say(ALL_FIGURE_NOTES[code], language) : code;

const sayNotEvaluable = (count: number, language: Language) =>
  language === 'zh'
    ? `另有 ${count} 项因单元格空白或未找到而未能核对`
    : `${count} checks could not be evaluated for want of a figure`;

/** Notes of the document and its tables. */
export function renderNotes(view: ReportView, language: Language): string[] {
  return view.notes.map(({ code, table, detail }) => {
    const catalogue: Readonly<Record<string, { zh: string; en: string }>> = { ...NOTES, ...FITTING_NOTES };
    const sentence = catalogue[code];
    const text = sentence ? say(sentence, language).replace('{label}', detail ?? '') : code;
    return paint.quiet(`    · ${table ? `${table}: ` : ''}${text}`);
  });
}

/** The statutory tables with their figures, those of broken sums marked. */
export function renderTables(view: ReportView, language: Language, only: readonly TableId[] = TABLE_IDS): string[] {
  const { forms, figures, findings } = view;
  if (!forms) return [];
  const formOf = (table: TableId): FormId => forms[table];
  return only.flatMap((table) => ['', ...renderTable(table, formOf(table), { figures, findings, language })]);
}

/** Tables that a broken sum stands in. */
export function brokenTables(view: ReportView): TableId[] {
  const tables = TABLE_IDS.filter((table) =>
    view.findings.some((finding) => finding.severity === 'error' && finding.figures.some((id) => id.startsWith(table))),
  );
  return [...tables];
}

import { nameFigure } from '../../checks/wording/names.ts';
import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, TableForm } from '../../forms/form.ts';
import type { Figure } from '../../parsers/figures/figure.ts';
import type { ExportTable } from './export-table.ts';
import { REPORT_COLUMNS, SOURCE_COLUMNS } from './report-columns.ts';
import type { StoredReport } from './stored-report.ts';

/** One statutory cell of one report. */
export interface FigureRow {
  readonly report: StoredReport;
  readonly form: TableForm;
  readonly id: FigureId;
  readonly figure: Figure;
}

/** Every figure of the form in reading order, missing ones included. */
export const FIGURES_TABLE: ExportTable<FigureRow> = {
  name: 'figures',
  title: { zh: '数字', en: 'Figures' },
  columns: [
    ...REPORT_COLUMNS,
    { name: 'table', title: { zh: '表', en: 'Table' }, kind: 'text', of: ({ form }) => form.table },
    {
      name: 'form',
      title: { zh: '格式', en: 'Form' },
      kind: 'text',
      of: ({ form, report }) => report.record.forms[form.table],
    },
    { name: 'figure', title: { zh: '数字编号', en: 'Figure id' }, kind: 'text', of: ({ id }) => id },
    {
      name: 'label',
      title: { zh: '名称', en: 'Label (Chinese)' },
      kind: 'text',
      of: ({ id, form }) => nameFigure(id, form).zh,
    },
    {
      name: 'label_en',
      title: { zh: '名称（英文）', en: 'Label' },
      kind: 'text',
      of: ({ id, form }) => nameFigure(id, form).en,
    },
    { name: 'value', title: { zh: '数值', en: 'Value' }, kind: 'number', of: ({ figure }) => figure.value },
    { name: 'state', title: { zh: '填报情况', en: 'State' }, kind: 'text', of: ({ figure }) => figure.state },
    { name: 'raw', title: { zh: '原文', en: 'As published' }, kind: 'text', of: ({ figure }) => figure.raw },
    {
      name: 'unit',
      title: { zh: '原文单位', en: 'Unit as published' },
      kind: 'text',
      of: ({ figure }) => figure.unit ?? null,
    },
    {
      name: 'doubtful',
      title: { zh: '读取存疑', en: 'Read with doubt' },
      kind: 'boolean',
      of: ({ figure }) => figure.doubtful,
    },
    {
      name: 'notes',
      title: { zh: '备注', en: 'Notes' },
      kind: 'text',
      of: ({ figure }) => figure.notes.join(' ') || null,
    },
    {
      name: 'page',
      title: { zh: '页', en: 'Page' },
      kind: 'integer',
      of: ({ figure }) => (figure.where && 'page' in figure.where ? figure.where.page : null),
    },
    ...SOURCE_COLUMNS,
  ],
  rowsOf: (report) =>
    TABLE_IDS.flatMap((table) => {
      const form = tableForm(report.record.forms[table], table);
      return figuresOf(form).flatMap(({ id }) => {
        const figure = report.record.figures[id];
        return figure ? [{ report, form, id, figure }] : [];
      });
    }),
};

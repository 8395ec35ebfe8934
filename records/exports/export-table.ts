import type { Label } from '../../forms/form.ts';
import type { StoredReport } from './stored-report.ts';

/** What a cell of an export holds. Numbers stay numbers; nothing stands for an unknown one. */
export type ExportCell = string | number | boolean | null;

export type ExportKind = 'text' | 'integer' | 'number' | 'boolean';

/** One column of an export. */
export interface ExportColumn<Row> {
  /** For programs: never changes its meaning. */
  readonly name: string;
  /** For people. */
  readonly title: Label;
  readonly kind: ExportKind;
  readonly of: (row: Row) => ExportCell;
}

/** What can be handed on as rows of equal shape, in whatever file format. */
export interface ExportTable<Row> {
  readonly name: string;
  readonly title: Label;
  readonly columns: readonly ExportColumn<Row>[];
  /** The rows of one stored report. */
  readonly rowsOf: (report: StoredReport) => readonly Row[];
}

export const cellsOf = <Row>({ columns }: Pick<ExportTable<Row>, 'columns'>, row: Row): ExportCell[] =>
  columns.map(({ of }) => of(row));

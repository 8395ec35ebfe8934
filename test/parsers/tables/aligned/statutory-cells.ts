import { figuresOf } from '../../../../forms/catalogue.ts';
import { type FigureId, figureId, type Label, type TableForm } from '../../../../forms/form.ts';

export type Role = 'header' | 'group' | 'label' | 'figure';

export interface SimulatedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly role: Role;
}

export interface SimulatedTable {
  readonly columns: number;
  /** How many of them hold labels. */
  readonly labels: number;
  readonly headerRows: number;
  readonly cells: readonly SimulatedCell[];
}

export type Texts = Readonly<Record<FigureId, string>>;

/** The tables that a statutory table is printed as: one for each band. */
export function simulatedTables(form: TableForm, texts: Texts): readonly SimulatedTable[] {
  return form.bands.map((band) => {
    const depth = Math.max(...band.columns.map(({ path }) => path.length));
    const labels = Math.max(...band.rows.map(({ path }) => path.length));
    const cells: SimulatedCell[] = [];
    const header = { rowSpan: 1, columnSpan: 1, role: 'header' as const };
    const title = band.title ? 1 : 0;
    const columns = labels + band.columns.length;
    if (band.title) cells.push({ ...header, row: 0, column: 0, columnSpan: columns, text: band.title.zh });
    if (band.corner) {
      cells.push({ ...header, row: title, column: 0, rowSpan: depth, columnSpan: labels, text: band.corner.zh });
    }
    for (const run of runsOf(band.columns.map(({ path }) => path))) {
      const { level, from, length, label, isOwn } = run;
      const rowSpan = isOwn ? depth - level : 1;
      cells.push({ ...header, row: title + level, column: labels + from, rowSpan, columnSpan: length, text: label.zh });
    }
    const top = title + depth;
    for (const { level, from, length, label, isOwn } of runsOf(band.rows.map(({ path }) => path))) {
      const columnSpan = isOwn ? labels - level : 1;
      const role = isOwn ? 'label' : 'group';
      cells.push({ row: top + from, column: level, rowSpan: length, columnSpan, text: label.zh, role });
    }
    band.rows.forEach((row, r) => {
      band.columns.forEach((column, c) => {
        const text = texts[figureId(form.table, row, column)] ?? '';
        cells.push({ row: top + r, column: labels + c, rowSpan: 1, columnSpan: 1, text, role: 'figure' });
      });
    });
    return { columns, labels, headerRows: top, cells };
  });
}

interface Run {
  readonly level: number;
  readonly from: number;
  readonly length: number;
  readonly label: Label;
  readonly isOwn: boolean;
}

/** Labels that follow one another on one level are one cell. */
function runsOf(paths: readonly (readonly Label[])[]): readonly Run[] {
  return paths.flatMap((path, from) =>
    path.flatMap((label, level): Run[] => {
      const isOwn = level === path.length - 1;
      if (!isOwn && paths[from - 1]?.[level] === label) return [];
      let length = 1;
      while (!isOwn && paths[from + length]?.[level] === label) length++;
      return [{ level, from, length, label, isOwn }];
    }),
  );
}

export const idsOf = (form: TableForm): readonly FigureId[] => figuresOf(form).map(({ id }) => id);

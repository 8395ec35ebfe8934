import type { Group } from './group-squares.ts';

/** A rectangle of grid squares. */
export interface Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The rectangles that a group falls into: its runs of squares by row, equal ones under one another joined. */
export function splitGroup(group: Group, columns: number): Span[] {
  const spans: Span[] = [];
  let open: Span[] = [];
  for (const [row, runs] of runsByRow(group, columns)) {
    const next: Span[] = [];
    for (const { column, columnSpan } of runs) {
      const above = open.find((span) => {
        return span.row + span.rowSpan === row && span.column === column && span.columnSpan === columnSpan;
      });
      next.push(above ? { ...above, rowSpan: above.rowSpan + 1 } : { row, column, rowSpan: 1, columnSpan });
    }
    spans.push(...open.filter((span) => !next.some((one) => one.row === span.row && one.column === span.column)));
    open = next;
  }
  return [...spans, ...open];
}

function runsByRow(group: Group, columns: number): Map<number, { column: number; columnSpan: number }[]> {
  const rows = new Map<number, { column: number; columnSpan: number }[]>();
  for (const square of group) {
    const [row, column] = [Math.floor(square / columns), square % columns];
    const runs = rows.get(row) ?? [];
    const last = runs.at(-1);
    if (last && last.column + last.columnSpan === column) last.columnSpan++;
    else runs.push({ column, columnSpan: 1 });
    rows.set(row, runs);
  }
  return rows;
}

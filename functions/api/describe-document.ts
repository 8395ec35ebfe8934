import type { Cell, Document, Where } from '../../parsers/document/document.ts';
import type { DocumentAnswer } from '../../records/contract/api/reports.ts';
import type { ReportRecord } from '../../records/report-record.ts';

type TableId = ReportRecord['tables'][number]['table'];

/** What was read of a file, with the id of its figure on each cell that a figure was read from. */
export function describeDocument(
  document: Document,
  { figures, source }: Pick<ReportRecord, 'figures' | 'source'>,
): DocumentAnswer {
  const figureAt = new Map<string, string>();
  for (const [id, { where }] of Object.entries(figures)) if (where) figureAt.set(placeOf(where), id);
  const describeCell = (cell: Cell) => {
    const { row, column, rowSpan, columnSpan, text, where } = cell;
    const figure = figureAt.get(placeOf(where));
    return { row, column, rowSpan, columnSpan, text, where: copyWhere(where), ...(figure ? { figure } : {}) };
  };
  const blocks = document.blocks.map((block): DocumentAnswer['blocks'][number] => {
    if (block.kind === 'paragraph') {
      return { kind: 'paragraph', text: block.text, ...(block.where ? { page: block.where.page } : {}) };
    }
    const cells = block.cells.map(describeCell);
    const { rowCount, columnCount } = block;
    const table = cells.map(({ figure }) => tableOf(figure)).find((id) => id !== null) ?? null;
    return { kind: 'grid', rowCount, columnCount, cells, table };
  });
  const pages = (document.pages ?? []).map(({ page, width, height }) => ({ page, width, height }));
  return { format: document.format, fileName: source.fileName, blocks, pages };
}

const TABLES: ReadonlySet<string> = new Set<TableId>(['t2', 't3', 't4']);

function tableOf(figure: string | undefined): TableId | null {
  const table = figure?.split('.')[0] ?? '';
  return TABLES.has(table) ? (table as TableId) : null;
}

/** The same for the same place, in whatever order its parts were written. */
function placeOf(where: Where): string {
  if ('page' in where) return `${where.page}@${where.boxes.map((box) => box.join(' ')).join(';')}`;
  return [where.table, where.row, where.column, where.rowSpan, where.columnSpan].join(' ');
}

function copyWhere(where: Where) {
  if (!('page' in where)) return { ...where };
  return { page: where.page, boxes: where.boxes.map(([x0, y0, x1, y1]): Box => [x0, y0, x1, y1]) };
}

type Box = [number, number, number, number];

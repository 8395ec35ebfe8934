import {
  type Draft,
  type DraftBlock,
  type DraftCell,
  type DraftParagraph,
  type DraftTable,
  visibleText,
} from '../../../samples/writers/draft.ts';

export interface HtmlWriting {
  /** The style sheet: classes are the roles of paragraphs and cells. */
  readonly css: string;
  /** The header rows of tables 3 and 4 are repeated on every page that the table reaches. */
  readonly repeatsHeaders: boolean;
  /** The widths of the draft are given to the browser. */
  readonly statesWidths: boolean;
}

/** A draft as a web page, for a browser to print. */
export function writeHtml(draft: Draft, writing: HtmlWriting): string {
  const body = draft.blocks.map((block) => blockHtml(block, writing)).join('\n');
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>${writing.css}</style></head><body>${body}</body></html>`;
}

function blockHtml(block: DraftBlock, writing: HtmlWriting): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block);
    case 'table':
      return tableHtml(block, writing);
    case 'frame':
      return `<table class="frame"><tr><td>${block.blocks.map((each) => blockHtml(each, writing)).join('')}</td></tr></table>`;
    default:
      return block satisfies never;
  }
}

const paragraphHtml = (line: DraftParagraph): string => `<p class="${line.role}">${lineHtml(line) || '&nbsp;'}</p>`;

function tableHtml(table: DraftTable, { repeatsHeaders, statesWidths }: HtmlWriting): string {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) =>
    statesWidths ? `<col style="width:${((100 * width) / total).toFixed(2)}%">` : '<col>',
  );
  const rows = Array.from({ length: table.rowCount }, (_, row) => rowHtml(table, row));
  const head = repeatsHeaders ? headerRows(table) : 0;
  const thead = head > 0 ? `<thead>${rows.slice(0, head).join('')}</thead>` : '';
  return `<table class="drawn columns${table.widths.length}"><colgroup>${columns.join('')}</colgroup>${thead}<tbody>${rows.slice(head).join('')}</tbody></table>`;
}

/** Rows above the first figures, in a table that has one header only and nothing that reaches down out of it. */
export function headerRows(table: DraftTable): number {
  const first = Math.min(...table.cells.filter((cell) => cell.figure).map((cell) => cell.row));
  if (!Number.isFinite(first)) return 0;
  const isHeading = (cell: DraftCell) => cell.role === 'header' || cell.role === 'corner' || cell.role === 'band-title';
  const isOnly = table.cells.every((cell) => cell.row < first || !isHeading(cell));
  const isClosed = table.cells.every((cell) => cell.row >= first || cell.row + cell.rowSpan <= first);
  return isOnly && isClosed ? first : 0;
}

function rowHtml(table: DraftTable, row: number): string {
  const cells = table.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
  return `<tr>${cells.map((cell) => cellHtml(cell, table)).join('')}</tr>`;
}

function cellHtml(cell: DraftCell, table: DraftTable): string {
  const spans = [
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '',
  ].join('');
  const isGroup = cell.role === 'label' && cell.rowSpan > 1 && cell.column === 0 && table.widths.length > 8;
  const text = cell.paragraphs.map(lineHtml).join('<br>');
  const shown = isGroup ? `<div class="outer">${text}</div>` : text;
  return `<td class="${cell.role}${cell.rowSpan > 1 ? ' tall' : ''}"${spans}>${shown}</td>`;
}

function lineHtml(line: DraftParagraph): string {
  const escaped = visibleText(line).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replaceAll('\u00a0', '&nbsp;').replaceAll('\n', '<br>');
}

import { LIMITS } from '../bytes/limits.ts';
import { isUnreadable } from '../bytes/unreadable.ts';
import type { Block, Cell, Document, Grid } from '../document/document.ts';
import { parseXml, type XmlHandlers } from './parse-xml.ts';

/**
 * The Document of a .docx that another reader turned into HTML: well-formed, of paragraphs and tables with spans, as
 * mammoth writes it. Made for a second reading: cells say nothing of where they stand in the file but their place in the
 * HTML, and automatic numbers are not there. Tables nested in a cell follow the one that holds them.
 * @returns nothing when the HTML is not well-formed
 */
export function readHtml(html: string): Document | undefined {
  const reading = new HtmlReading();
  const failed = parseXml(`<html>${html}</html>`, reading);
  return failed && isUnreadable(failed) ? undefined : { format: 'docx', blocks: reading.blocks, notes: [] };
}

interface OpenCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
  text: string;
}

const isPlaced = (block: Block | OpenTable): block is Block => 'kind' in block;

/** A table being read: its cells as they come. */
interface OpenTable {
  readonly rows: OpenCell[][];
}

const LINES = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

class HtmlReading implements XmlHandlers {
  readonly #blocks: (Block | OpenTable)[] = [];
  readonly #open: OpenTable[] = [];
  #text = '';

  get blocks(): readonly Block[] {
    return this.#blocks.map((block, index) => (isPlaced(block) ? block : layOutTable(block, index + 1)));
  }

  open(name: string, attributes: () => Readonly<Record<string, string>>): 'skip' | undefined {
    // Marks of footnotes, and pictures, are no part of a figure.
    if (name === 'sup' || name === 'img') return 'skip';
    const table = this.#open.at(-1);
    if (name === 'table') {
      const opened: OpenTable = { rows: [] };
      this.#open.push(opened);
      this.#blocks.push(opened);
    } else if (name === 'tr') table?.rows.push([]);
    else if (name === 'td' || name === 'th') table?.rows.at(-1)?.push(openCell(attributes()));
    else if (name === 'br') this.text('\n');
    return undefined;
  }

  close(name: string): void {
    if (name === 'table') this.#open.pop();
    else if (LINES.has(name)) this.#endLine();
  }

  text(text: string): void {
    const cell = this.#cell();
    if (cell) cell.text += text;
    else this.#text += text;
  }

  #cell(): OpenCell | undefined {
    return this.#open.at(-1)?.rows.at(-1)?.at(-1);
  }

  #endLine(): void {
    const cell = this.#cell();
    if (cell) cell.text += '\n';
    else {
      this.#blocks.push({ kind: 'paragraph', text: this.#text, notes: [] });
      this.#text = '';
    }
  }
}

function openCell(attributes: Readonly<Record<string, string>>): OpenCell {
  const span = (name: string, most: number) =>
    Math.min(Math.max(1, Math.trunc(Number(attributes[name] ?? 1)) || 1), most);
  return { rowSpan: span('rowspan', LIMITS.rows), columnSpan: span('colspan', LIMITS.gridColumns), text: '' };
}

/** Gives each cell the first free column of its row, as HTML lays tables out. */
function layOutTable({ rows }: OpenTable, table: number): Grid {
  const cells: Cell[] = [];
  /** For each column, the first row in which it is free again. */
  const freeFrom: number[] = [];
  rows.forEach((row, at) => {
    let column = 0;
    for (const { text, columnSpan, rowSpan: stated } of row) {
      while ((freeFrom[column] ?? 0) > at) column++;
      const rowSpan = Math.min(stated, rows.length - at);
      const where = { table, row: at + 1, column: column + 1, rowSpan, columnSpan };
      cells.push({ row: at, column, rowSpan, columnSpan, text: text.replace(/\n+$/u, ''), where, notes: [] });
      for (const end = column + columnSpan; column < end; column++) freeFrom[column] = at + rowSpan;
    }
  });
  return { kind: 'grid', rowCount: rows.length, columnCount: freeFrom.length, cells, notes: [] };
}

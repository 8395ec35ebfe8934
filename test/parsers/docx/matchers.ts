import { expect } from 'vitest';
import { isUnreadable, type Unreadable } from '../../../parsers/bytes/unreadable.ts';
import type { Cell, Document, Grid, Note } from '../../../parsers/document/document.ts';
import type { NoteCode } from '../../../parsers/document/notes.ts';
import { readDocx } from '../../../parsers/docx/read-docx.ts';
import { docx, type Parts } from './build-docx.ts';

/** Reads a body, which must be readable. */
export function read(body: string, parts: Parts = {}): Document {
  return readable(readDocx(docx(body, parts)));
}

export function readable(result: Document | Unreadable): Document {
  if (isUnreadable(result)) throw new Error(`could not be read: ${result.code}`);
  return result;
}

export function grids(document: Document): Grid[] {
  return document.blocks.filter((block) => block.kind === 'grid');
}

export function onlyGrid(document: Document): Grid {
  const [grid, ...others] = grids(document);
  if (grid === undefined || others.length > 0) throw new Error(`expected one grid, found ${others.length}`);
  return grid;
}

export function texts(document: Document): string[] {
  return document.blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text);
}

export function cellAt(grid: Grid, row: number, column: number): Cell {
  const found = grid.cells.find((cell) => cell.row === row && cell.column === column);
  if (found === undefined) throw new Error(`no cell starts at row ${row}, column ${column}`);
  return found;
}

/**
 * A grid as lines of text: cells apart by ` | `, `<` where a cell to the left and `^` where a cell above reaches over,
 * `.` where there is no cell.
 */
export function drawGrid({ rowCount, columnCount, cells }: Grid): string[] {
  const drawn = Array.from({ length: rowCount }, () => Array<string>(columnCount).fill('.'));
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const line = drawn[row];
        if (line === undefined || line[column] !== '.') throw new Error(`cells overlap at ${row}, ${column}`);
        line[column] = row > cell.row ? '^' : column > cell.column ? '<' : cell.text;
      }
    }
  }
  return drawn.map((line) => line.join(' | '));
}

function codes(notes: readonly Note[]): NoteCode[] {
  return notes.map((note) => note.code);
}

expect.extend({
  toBeDrawnAs(grid: Grid, lines: readonly string[]) {
    const drawn = drawGrid(grid);
    return {
      pass: this.equals(drawn, lines),
      message: () => `the grid should be\n  ${lines.join('\n  ')}\nbut was read as\n  ${drawn.join('\n  ')}`,
    };
  },
  toReadAs(document: Document, paragraphs: readonly string[]) {
    const read = texts(document);
    return {
      pass: this.equals(read, paragraphs),
      message: () => `the paragraphs should read\n  ${paragraphs.join('\n  ')}\nbut read\n  ${read.join('\n  ')}`,
    };
  },
  toBeNoted(noted: { notes: readonly Note[] }, ...expected: readonly NoteCode[]) {
    const found = codes(noted.notes);
    return {
      pass: this.equals(found.toSorted(), expected.toSorted()),
      message: () => `expected exactly the notes [${expected.join(', ')}], found [${found.join(', ')}]`,
    };
  },
  toBeUnreadable(result: object, code: string) {
    const found = isUnreadable(result) ? result.code : 'a readable result';
    return { pass: found === code, message: () => `expected ${code}, found ${found}` };
  },
});

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the signature that vitest declares
  interface Matchers<T = any> {
    /** Compares the {@link drawGrid drawing} of a grid. */
    toBeDrawnAs(lines: readonly string[]): T;
    /** Compares the texts of all paragraphs outside grids. */
    toReadAs(paragraphs: readonly string[]): T;
    /** Compares the codes of all notes, in any order. */
    toBeNoted(...codes: readonly NoteCode[]): T;
    toBeUnreadable(code: string): T;
  }
}

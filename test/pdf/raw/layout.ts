import type { FigureId } from '../../../forms/form.ts';
import type { DraftCell, TextRole } from '../../../samples/writers/draft.ts';

/** A report laid out on pages, before anything is drawn. Points from the top left corner, y downwards. */
export interface LaidOutPage {
  readonly lines: PlacedLine[];
  readonly cells: PlacedCell[];
}

/** A cell, or the part of it that stands on this page. */
export interface PlacedCell {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly role: DraftCell['role'];
  /** Counts the table's appearances on pages: cells of one number are one drawing. */
  readonly table: number;
  /** The figure of the draft's cell; of a figure cut by the page, on both pages. */
  readonly figure?: FigureId;
}

/** A line of text. */
export interface PlacedLine {
  readonly text: string;
  /** Left end of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly role: TextRole | 'running';
  /** What it stands in, if in a table. */
  readonly cell?: PlacedCell;
  /** One character to a line, in a column of its own. */
  readonly upright?: boolean;
}

export interface LayoutLook {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly bottom: number; readonly side: number };
  /** Size of the prose and of the tables, in points. */
  readonly size: number;
  readonly tableSize: number;
  /** Of the size of the tables. */
  readonly lineHeight: number;
  readonly paddingX: number;
  readonly paddingY: number;
  readonly figures: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle';
  /** Rows that the foot of a page meets: moved to the next page, or cut. */
  readonly rows: 'kept' | 'cut';
  /** A break after so many rows, if any. */
  readonly forcedBreak: number;
  readonly repeatsHeaders: boolean;
  readonly runningHead: string;
  readonly pageNumber: 'none' | 'dashes' | 'plain' | 'words';
  /** Advance of a character in em as it will be drawn. */
  readonly advance: (character: string, role: TextRole | 'running') => number;
}

export const widthOf = (text: string, role: PlacedLine['role'], { advance }: LayoutLook): number =>
  [...text].reduce((sum, character) => sum + advance(character, role), 0);

/** Breaks a text into lines of at most `width` em: Chinese anywhere, numbers where they fit or else anywhere. */
export function wrap(text: string, width: number, role: PlacedLine['role'], look: LayoutLook): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width, role, look));
}

const UNIT = /[\d.,]+|[\s\S]/gu;

function wrapLine(text: string, width: number, role: PlacedLine['role'], look: LayoutLook): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of text.match(UNIT) ?? []) {
    if (line !== '' && widthOf(line + unit, role, look) > width) {
      lines.push(line);
      line = '';
    }
    // A number wider than its cell goes on on the next line.
    for (const character of unit) {
      if (line !== '' && widthOf(line + character, role, look) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return [...lines, line];
}

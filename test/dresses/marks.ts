import { type DraftCell, type DraftTable, type Piece, visibleText } from '../../samples/writers/draft.ts';
import type { Dress } from './dress.ts';
import type { Random } from './random.ts';

const CHANCE = 0.25;

/** Tracked changes, hidden digits or fields in figure cells. What is read from them stays the same. */
export function markFigures(table: DraftTable, marks: Dress['marks'], random: Random): DraftTable {
  if (marks === 'none') return table;
  const cells = table.cells.map((cell) => {
    const isSum = cell.figure?.id.endsWith('.total') || cell.figure?.id.includes('.processed_total.');
    const isField = marks === 'simple-fields' || marks === 'complex-fields';
    if (cell.figure?.state !== 'stated' || (isField ? !isSum : !random.chance(CHANCE))) return cell;
    return withPieces(cell, (text) => markedPieces(text, marks, random));
  });
  return { ...table, cells };
}

const withPieces = (cell: DraftCell, pieces: (text: string) => Piece[]): DraftCell => ({
  ...cell,
  paragraphs: cell.paragraphs.map((line) => ({ ...line, pieces: pieces(visibleText(line)) })),
});

function markedPieces(text: string, marks: Exclude<Dress['marks'], 'none'>, random: Random): Piece[] {
  const stray = String(1 + random.int(9));
  switch (marks) {
    case 'tracked':
      return [
        { kind: 'deleted', text: stray },
        { kind: 'text', text: text.slice(0, -1) },
        { kind: 'inserted', text: text.slice(-1) },
        { kind: 'deleted', text: stray },
      ];
    case 'hidden':
      return [
        { kind: 'hidden', text: `${stray}9` },
        { kind: 'text', text },
      ];
    case 'simple-fields':
      return [{ kind: 'simple-field', instruction: '=SUM(ABOVE)', text }];
    case 'complex-fields':
      return [{ kind: 'complex-field', instruction: '=SUM(LEFT) \\# "0"', text }];
    default:
      return marks satisfies never;
  }
}

/** Group labels and narrow headers set one character to a line, by breaks or as paragraphs. */
export function breakLines(table: DraftTable, style: Dress['lineBreaks']): DraftTable {
  if (style === 'none') return table;
  const cells = table.cells.map((cell) => {
    const isGroup = cell.role === 'label' && cell.rowSpan > 1;
    const isNarrow = cell.role === 'header' && cell.columnSpan === 1 && table.widths.length > 8;
    if (!isGroup && !isNarrow) return cell;
    if (style === 'breaks') return withPieces(cell, (text) => [{ kind: 'text', text: [...text].join('\n') }]);
    const paragraphs = cell.paragraphs.flatMap((line) =>
      [...visibleText(line)].map((text) => ({ ...line, pieces: [{ kind: 'text' as const, text }] })),
    );
    return { ...cell, paragraphs };
  });
  return { ...table, cells };
}

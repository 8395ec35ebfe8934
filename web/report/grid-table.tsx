import { useEffect, useRef } from 'preact/hooks';
import { type Language, useWords } from '../words/use-words.ts';
import { FigureCell, type FigureView } from './figure-cell.tsx';
import { isSamePlace, useFocusedCell } from './focused-cell.ts';
import { markClasses } from './mark-classes.ts';
import type { FigureMark } from './mark-figures.ts';
import { type Cell, type Grid, nextCell } from './next-cell.ts';

interface Props {
  readonly grid: Grid;
  /** Position of the grid among the document's blocks. */
  readonly block: number;
  readonly label: string;
  readonly marks: ReadonlyMap<string, FigureMark>;
  readonly view: FigureView | undefined;
}

/**
 * A table as published: its rows, columns, spans and words. The cells of figures can be walked through by the arrow
 * keys; the one that is looked at here is looked at in the source as well, and the other way round.
 */
export function GridTable({ grid, block, label, marks, view }: Props) {
  const { language } = useWords();
  const { place, by, focus } = useFocusedCell();
  const table = useRef<HTMLTableElement>(null);
  const isHere = place?.block === block;
  const entry = grid.cells.find(({ figure }) => figure !== undefined && marks.has(figure)) ?? firstFigure(grid);
  useEffect(() => {
    if (!isHere || by === 'tables' || by === 'chosen') return;
    const cell = table.current?.querySelector<HTMLElement>('.looked-at');
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (by === 'finding') cell?.focus({ preventScroll: true });
  }, [place, by, isHere]);
  const move = (cell: Cell, event: KeyboardEvent) => {
    const next = nextCell(grid, cell, event.key);
    if (!next) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" aria-label={label} tabIndex={0}>
      <table class="published" ref={table} data-block={block}>
        <tbody>
          {Array.from({ length: grid.rowCount }, (_, row) => (
            <tr key={row}>
              {grid.cells
                .filter((cell) => cell.row === row)
                .map((cell) => {
                  const { column, rowSpan, columnSpan, text, figure } = cell;
                  if (figure === undefined) {
                    return (
                      <td key={column} rowSpan={rowSpan} colSpan={columnSpan}>
                        {text}
                      </td>
                    );
                  }
                  const mark = marks.get(figure);
                  const at = { block, row, column };
                  const isLookedAt = isSamePlace(place, at);
                  return (
                    <td
                      key={column}
                      rowSpan={rowSpan}
                      colSpan={columnSpan}
                      class={markClasses(mark, isLookedAt, view?.figures[figure])}
                      title={titleOf(figure, view, language)}
                      data-at={`${row} ${column}`}
                      // One stop for the whole table; from there the arrow keys lead.
                      tabIndex={(isHere ? isLookedAt : cell === entry) ? 0 : -1}
                      onFocus={() => isLookedAt || focus(at, 'tables')}
                      onKeyDown={(event) => move(cell, event)}
                    >
                      <FigureCell text={text} figure={figure} mark={mark} view={view} />
                    </td>
                  );
                })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const firstFigure = ({ cells }: Grid): Cell | undefined => cells.find(({ figure }) => figure !== undefined);

/** The figure's name and what is to be said about its reading. */
function titleOf(figure: string, view: FigureView | undefined, language: Language): string | undefined {
  const notes = view?.figures[figure]?.notes.map((note) => view.says[note]?.[language] ?? note) ?? [];
  return view && [view.names[figure]?.[language] ?? figure, ...notes].join('\n');
}

import { useEffect, useRef } from 'preact/hooks';

import { isSamePlace, useFocusedCell } from '../report/focused-cell.ts';
import { markClasses } from '../report/mark-classes.ts';
import type { FigureMark } from '../report/mark-figures.ts';
import type { Grid } from '../report/next-cell.ts';
import { useWords } from '../words/use-words.ts';
import type { SourceProps } from './pdf-pages.tsx';

/** A .docx by what was read of it: its paragraphs and tables in the order of the file, with the cells of figures boxed. */
export function DocxText({ document, marks }: Pick<SourceProps, 'document' | 'marks'>) {
  const { words } = useWords();
  const frame = useRef<HTMLElement>(null);
  const { place, by } = useFocusedCell();
  useEffect(() => {
    if (place && by !== 'source')
      frame.current?.querySelector('.looked-at')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place, by]);
  return (
    <>
      <p class="quiet">{words.docxAsRead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="pages paper" tabIndex={0} aria-label={words.source} lang="zh-CN" ref={frame}>
        {document.blocks.map((block, index) =>
          block.kind === 'paragraph' ? (
            <p key={index}>{block.text}</p>
          ) : (
            <SourceGrid key={index} grid={block} block={index} marks={marks} />
          ),
        )}
      </section>
    </>
  );
}

interface GridProps {
  readonly grid: Grid;
  readonly block: number;
  readonly marks: ReadonlyMap<string, FigureMark>;
}

function SourceGrid({ grid, block, marks }: GridProps) {
  const { place, focus } = useFocusedCell();
  return (
    <table class="published">
      <tbody>
        {Array.from({ length: grid.rowCount }, (_, row) => (
          <tr key={row}>
            {grid.cells
              .filter((cell) => cell.row === row)
              .map(({ column, rowSpan, columnSpan, text, figure }) => {
                const at = { block, row, column };
                return (
                  // The tables beside are walked through by keyboard, and lead here.
                  // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
                  <td
                    key={column}
                    rowSpan={rowSpan}
                    colSpan={columnSpan}
                    class={figure === undefined ? undefined : markClasses(marks.get(figure), isSamePlace(place, at))}
                    onClick={figure === undefined ? undefined : () => focus(at, 'source')}
                  >
                    {text}
                  </td>
                );
              })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

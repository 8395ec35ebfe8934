import { useEffect, useRef } from 'preact/hooks';
import type { DocumentAnswer, ReportFinding } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';

type Grid = Extract<DocumentAnswer['blocks'][number], { kind: 'grid' }>;

interface Props {
  readonly document: DocumentAnswer;
  /** Its cells are marked. */
  readonly finding?: ReportFinding;
  /** Only the grids that the finding is about. */
  readonly only?: boolean;
}

/**
 * The tables as published: rows, columns, spans and words of the file itself. Cells of the finding are tinted, those
 * that one change would mend are outlined.
 */
export function PublishedGrids({ document: { blocks }, finding, only = false }: Props) {
  const { words } = useWords();
  const concerned = new Set(finding?.figures);
  const suspects = new Set(finding?.suspects.flatMap(({ changes }) => changes.map(({ figure }) => figure)));
  const grids = blocks
    .filter((block): block is Grid => block.kind === 'grid')
    .filter(({ cells }) => !only || cells.some(({ figure }) => figure !== undefined && concerned.has(figure)));
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector('.suspect, .concerned')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  if (grids.length === 0) return <p class="quiet">{only ? words.noTable : words.published_tables_empty}</p>;
  return (
    <div ref={frame} lang="zh-CN">
      {grids.map((grid, index) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section key={index} class="scroll" aria-label={`${words.sourceTables} ${index + 1}`} tabIndex={0}>
          <table class="published">
            <tbody>
              {Array.from({ length: grid.rowCount }, (_, row) => (
                <tr key={row}>
                  {grid.cells
                    .filter((cell) => cell.row === row)
                    .map(({ column, rowSpan, columnSpan, text, figure }) => (
                      <td
                        key={column}
                        rowSpan={rowSpan}
                        colSpan={columnSpan}
                        class={figure === undefined ? undefined : markOf(figure, concerned, suspects)}
                      >
                        {text}
                      </td>
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

function markOf(figure: string, concerned: ReadonlySet<string>, suspects: ReadonlySet<string>): string {
  return `figure${concerned.has(figure) ? ' concerned' : ''}${suspects.has(figure) ? ' suspect' : ''}`;
}

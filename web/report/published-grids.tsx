import { useEffect, useRef } from 'preact/hooks';
import type { DocumentAnswer, ReportFinding } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import type { FigureView } from './figure-cell.tsx';
import { GridTable } from './grid-table.tsx';
import { markFigures } from './mark-figures.ts';

interface Props {
  readonly document: DocumentAnswer;
  /** Its cells are marked. */
  readonly finding?: ReportFinding | undefined;
  /** Only the grids that the finding is about. */
  readonly only?: boolean;
  readonly view?: FigureView | undefined;
}

/**
 * The tables as published: of a broken sum what is added up is tinted, the total says what it should be, and the cells
 * that one change would mend are outlined.
 */
export function PublishedGrids({ document: { blocks }, finding, only = false, view }: Props) {
  const { words } = useWords();
  const marks = markFigures(finding);
  const grids = blocks
    .map((grid, block) => ({ grid, block }))
    .flatMap(({ grid, block }) => (grid.kind === 'grid' ? [{ grid, block }] : []))
    .filter(({ grid }) => !only || grid.cells.some(({ figure }) => figure !== undefined && marks.has(figure)));
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (finding) frame.current?.querySelector('.suspect, .total, .concerned')?.scrollIntoView({ block: 'nearest' });
  }, [finding?.key]);
  if (grids.length === 0) return <p class="quiet">{only ? words.noTable : words.published_tables_empty}</p>;
  return (
    <div ref={frame} lang="zh-CN">
      {grids.map(({ grid, block }, index) => (
        <GridTable
          key={block}
          grid={grid}
          block={block}
          label={`${words.sourceTables} ${index + 1}`}
          marks={marks}
          view={view}
        />
      ))}
    </div>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import type { DocumentAnswer, ReportFinding } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import type { FigureView } from './figure-cell.tsx';
import { placesOf, useFocusedCell } from './focused-cell.ts';
import { GridTable } from './grid-table.tsx';
import { markFigures } from './mark-figures.ts';

/** Where findings and tables stand side by side; as in report.css. */
const BESIDE = '(min-width: 1100px)';

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
export function PublishedGrids({ document, finding, only = false, view }: Props) {
  const { words } = useWords();
  const { focus } = useFocusedCell();
  const marks = markFigures(finding);
  const grids = document.blocks
    .map((grid, block) => ({ grid, block }))
    .flatMap(({ grid, block }) => (grid.kind === 'grid' ? [{ grid, block }] : []))
    .filter(({ grid }) => !only || grid.cells.some(({ figure }) => figure !== undefined && marks.has(figure)));
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = finding && placesOf(document).get(tellingFigure(finding));
    // Where the findings stand above the tables they stay in view: what was pressed must not run away.
    if (!place || !(only || matchMedia(BESIDE).matches)) return;
    focus(place, 'chosen');
    const cell = frame.current?.querySelector(`[data-block="${place.block}"] [data-at="${place.row} ${place.column}"]`);
    cell?.scrollIntoView({ block: only ? 'nearest' : 'center', inline: 'nearest' });
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

/** The figure that shows best what is the matter: the total, or a suspect, or the first one concerned. */
const tellingFigure = ({ sum, suspects, figures }: ReportFinding): string =>
  sum?.totals.at(-1) ?? suspects[0]?.changes[0]?.figure ?? figures[0] ?? '';

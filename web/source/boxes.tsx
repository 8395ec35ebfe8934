import { useEffect, useRef } from 'preact/hooks';
import type { DocumentAnswer, ReportAnswer } from '../../records/contract/api/reports.ts';
import { type CellPlace, isSamePlace, useFocusedCell } from '../report/focused-cell.ts';
import { markClasses } from '../report/mark-classes.ts';
import type { FigureMark } from '../report/mark-figures.ts';
import { useWords } from '../words/use-words.ts';

type Box = readonly [number, number, number, number];

/** A figure's cell on a page; a cell that a page break cuts has several boxes. */
export interface BoxedCell {
  readonly place: CellPlace;
  readonly figure: string;
  readonly text: string;
  readonly boxes: readonly Box[];
}

/** The cells of figures on each page of a PDF, by page number. */
export function boxedCells({ blocks }: DocumentAnswer): ReadonlyMap<number, readonly BoxedCell[]> {
  const pages = new Map<number, BoxedCell[]>();
  blocks.forEach((one, block) => {
    if (one.kind !== 'grid') return;
    for (const { figure, where, row, column, text } of one.cells) {
      if (figure === undefined || !('page' in where)) continue;
      const cells = pages.get(where.page) ?? [];
      pages.set(where.page, [...cells, { place: { block, row, column }, figure, text, boxes: where.boxes }]);
    }
  });
  return pages;
}

interface Props {
  readonly page: { readonly width: number; readonly height: number };
  readonly cells: readonly BoxedCell[];
  readonly marks: ReadonlyMap<string, FigureMark>;
  readonly names: ReportAnswer['names'];
}

/** The figures' cells over a painted page; the one that is looked at in the tables is shown here, and the other way round. */
export function Boxes({ page, cells, marks, names }: Props) {
  const { language } = useWords();
  const { place, by, focus } = useFocusedCell();
  const layer = useRef<HTMLDivElement>(null);
  const isHere = cells.some((cell) => isSamePlace(place, cell.place));
  useEffect(() => {
    if (isHere && by !== 'source')
      layer.current?.querySelector('.looked-at')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place, by, isHere]);
  const share = (length: number, of: number) => `${(100 * length) / of}%`;
  return (
    <div class="boxes" ref={layer}>
      {cells.flatMap(({ place: at, figure, text, boxes }) =>
        boxes.map(([x0, y0, x1, y1], index) => (
          <button
            key={`${figure} ${index}`}
            type="button"
            // The tables are walked through by keyboard, and lead here.
            tabIndex={-1}
            class={markClasses(marks.get(figure), isSamePlace(place, at))}
            title={names[figure]?.[language]}
            aria-label={`${names[figure]?.[language] ?? figure}: ${text.trim()}`}
            style={{
              left: share(x0, page.width),
              top: share(y0, page.height),
              width: share(x1 - x0, page.width),
              height: share(y1 - y0, page.height),
            }}
            onClick={() => focus(at, 'source')}
          />
        )),
      )}
    </div>
  );
}

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DocumentAnswer, ReportAnswer } from '../../records/contract/api/reports.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { FigureMark } from '../report/mark-figures.ts';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { boxedCells } from './boxes.tsx';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';

export interface SourceProps {
  readonly document: DocumentAnswer;
  readonly sha256: string;
  readonly marks: ReadonlyMap<string, FigureMark>;
  readonly names: ReportAnswer['names'];
}

const ZOOMS = [1, 1.5, 2, 3] as const;

/** The pages of a PDF as they are, with the cells of figures boxed. */
export function PdfPages({ document, sha256, marks, names }: SourceProps) {
  const { words } = useWords();
  const [zoom, setZoom] = useState(0);
  const [room, setRoom] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const pdf = useAnswer(`pdf ${sha256}`, (signal) => openPdf(sha256, signal));
  useCloseAfter(pdf.answer);
  useLayoutEffect(() => {
    if (!frame.current) return;
    const watcher = new ResizeObserver(([seen]) => setRoom(Math.floor(seen?.contentRect.width ?? 0)));
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  const cells = boxedCells(document);
  return (
    <>
      <p class="bar">
        <button type="button" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          − <span class="hidden">{words.smaller}</span>
        </button>
        <span role="status">{Math.round((ZOOMS[zoom] ?? 1) * 100)} %</span>
        <button type="button" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          + <span class="hidden">{words.larger}</span>
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="pages" tabIndex={0} aria-label={words.source}>
        <div ref={frame} />
        <Awaited asking={pdf}>
          {(opened) =>
            room > 0 &&
            document.pages.map((page) => (
              <PdfPage
                key={page.page}
                pdf={opened}
                page={page}
                cells={cells.get(page.page) ?? []}
                marks={marks}
                names={names}
                width={Math.round(room * (ZOOMS[zoom] ?? 1))}
              />
            ))
          }
        </Awaited>
      </section>
    </>
  );
}

/** What pdf.js holds of a file is let go when another is shown. */
function useCloseAfter(pdf: PDFDocumentProxy | undefined): void {
  useEffect(() => () => void pdf?.destroy(), [pdf]);
}

import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentAnswer, ReportAnswer } from '../../records/contract/api/reports.ts';
import type { FigureMark } from '../report/mark-figures.ts';
import { useWords } from '../words/use-words.ts';
import { type BoxedCell, Boxes } from './boxes.tsx';

interface Props {
  readonly pdf: PDFDocumentProxy;
  readonly page: DocumentAnswer['pages'][number];
  readonly cells: readonly BoxedCell[];
  readonly marks: ReadonlyMap<string, FigureMark>;
  readonly names: ReportAnswer['names'];
  /** CSS pixels. */
  readonly width: number;
}

/** More pixels than this a side make browsers of small machines give up. */
const MOST_PIXELS = 4096;

/** A page of the PDF, painted once it comes near the window; it keeps its place before. */
export function PdfPage({ pdf, page, cells, marks, names, width }: Props) {
  const { words } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setIsNear] = useState(false);
  const [isPainted, setIsPainted] = useState(false);
  const [isFailed, setIsFailed] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const watcher = new IntersectionObserver((seen) => setIsNear(seen.some((one) => one.isIntersecting)), {
      rootMargin: '400px',
    });
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (!isNear) return;
    let task: RenderTask | undefined;
    let isOver = false;
    const paint = async () => {
      const opened = await pdf.getPage(page.page);
      const surface = canvas.current;
      if (isOver || !surface) return;
      const plain = opened.getViewport({ scale: 1 });
      const pixels = Math.min(width * (globalThis.devicePixelRatio || 1), MOST_PIXELS);
      const viewport = opened.getViewport({ scale: pixels / plain.width });
      surface.width = Math.floor(viewport.width);
      surface.height = Math.floor(viewport.height);
      task = opened.render({ canvas: surface, viewport });
      await task.promise;
      setIsPainted(true);
      setIsFailed(false);
    };
    // A painting that another one overtakes is no fault.
    paint().catch(() => {
      if (!isOver) setIsFailed(true);
    });
    return () => {
      isOver = true;
      task?.cancel();
    };
  }, [pdf, page.page, isNear, width]);
  return (
    <div
      ref={frame}
      class="page"
      data-page={page.page}
      data-painted={isPainted ? 'true' : undefined}
      style={{ width: `${width}px`, aspectRatio: `${page.width} / ${page.height}` }}
    >
      {isFailed && <p class="notice">{words.pageNotPainted}</p>}
      <canvas ref={canvas} role="img" aria-label={`${words.pageOfSource} ${page.page}`} />
      <Boxes page={page} cells={cells} marks={marks} names={names} />
    </div>
  );
}

import type { EngineOutcome } from '../engine.ts';
import type { PdfFile, PdfPage } from '../file/pdf-objects.ts';
import { PdfTrouble } from '../file/pdf-trouble.ts';
import { IDENTITY } from '../page/matrix.ts';
import type { PageContent } from '../page/page-content.ts';
import { PageRecorder } from '../page/recorder.ts';
import { drawAnnotation } from './draw-annotation.ts';
import { interpret } from './interpret.ts';
import { Reading } from './reading.ts';
import { Scene } from './scene.ts';

/**
 * The lean engine: reads what the pages of an opened file draw. What it does not read on one page, it declines for the
 * whole file.
 * @throws PdfTrouble `declined` for such a file, `too-complex` beyond LIMITS, and what PdfFile throws
 */
export function readPages(file: PdfFile): EngineOutcome {
  if (file.encrypted) throw new PdfTrouble('declined', 'encrypted');
  const reading = new Reading(file);
  return { outcome: 'read', pages: file.pages.map((page, index) => readPage(page, index + 1, reading)) };
}

function readPage(page: PdfPage, number: number, reading: Reading): PageContent {
  const recorder = new PageRecorder({ page: number, box: page.box, rotate: page.rotate }, reading.drawing);
  const scene = new Scene(reading, recorder, page.resources, interpret);
  // Annotations begin from the state that the page began with, whatever it leaves behind.
  recorder.beginForm(IDENTITY, null);
  scene.play(contentOf(page, reading), page.resources);
  recorder.endForm();
  for (const annotation of page.annotations) drawAnnotation(scene, annotation);
  return recorder.finish();
}

/** The content streams of a page as one, with white space between (ISO 32000-1, 7.8.2). */
function contentOf(page: PdfPage, { file, budget }: Reading): Uint8Array {
  const parts = page.contents.map((stream) => {
    const part = file.decode(stream);
    budget.takeBytes(part.length + 1);
    return part;
  });
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const content = new Uint8Array(parts.reduce((length, part) => length + part.length + 1, 0)).fill(0x20);
  let at = 0;
  for (const part of parts) {
    content.set(part, at);
    at += part.length + 1;
  }
  return content;
}

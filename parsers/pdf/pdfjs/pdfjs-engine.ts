import { LIMITS } from '../../bytes/limits.ts';
import { type UnreadableCode, unreadable } from '../../bytes/unreadable.ts';
import type { EngineOutcome, PdfEngine } from '../engine.ts';
import { PdfTrouble } from '../file/pdf-trouble.ts';
import { DrawingBudget } from '../page/drawing-budget.ts';
import type { PageContent } from '../page/page-content.ts';
import { PageRecorder } from '../page/recorder.ts';
import { drawPage } from './draw-page.ts';
import { type KnownFont, knownFont } from './known-font.ts';
import { loadPdfjs, type PdfjsSources } from './open-document.ts';
import { OPERATORS } from './operators.ts';
import type { PdfjsDocument, PdfjsOperatorList, PdfjsOptionalContent, PdfjsPage } from './pdfjs-document.ts';
import { statedPageCount } from './stated-page-count.ts';
import { Visibility } from './visibility.ts';

/**
 * pdf.js, for what the lean engine declines. Its own drawing is not used: it parses, and its lists of operators are
 * played into a recorder. It has no bounds on time or memory: run it where it can be ended. The packages are loaded
 * with the first file.
 */
export function pdfjsEngine(sources: PdfjsSources): PdfEngine {
  let loaded: ReturnType<typeof loadPdfjs> | undefined;
  return {
    name: 'pdf.js',
    async readPages(bytes) {
      loaded ??= loadPdfjs(sources);
      return readBy(await loaded, bytes);
    },
  };
}

async function readBy(open: Awaited<ReturnType<typeof loadPdfjs>>, bytes: Uint8Array): Promise<EngineOutcome> {
  let document: PdfjsDocument | undefined;
  try {
    document = await parsing(open(bytes));
    if ((statedPageCount(bytes) ?? 0) > document.numPages) throw new PdfTrouble('damaged', 'pages');
    return { outcome: 'read', pages: await readAll(document) };
  } catch (trouble) {
    if (!(trouble instanceof PdfTrouble) || trouble.code === 'declined') throw trouble;
    return { outcome: 'unreadable', unreadable: unreadable(trouble.code) };
  } finally {
    await document?.destroy();
  }
}

async function readAll(document: PdfjsDocument): Promise<PageContent[]> {
  if (document.numPages > LIMITS.pdfPages) throw new PdfTrouble('too-complex', 'pages');
  const layers = await parsing(document.getOptionalContentConfig({ intent: 'display' }));
  const budget = new DrawingBudget();
  const pages: PageContent[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await parsing(document.getPage(number));
    pages.push(await readPage(page, number, layers, budget));
    page.cleanup();
  }
  return pages;
}

/** What annotations show on a page (stamps, filled fields) belongs to it. */
const WITH_ANNOTATIONS = 1;

async function readPage(
  page: PdfjsPage,
  number: number,
  layers: PdfjsOptionalContent,
  budget: DrawingBudget,
): Promise<PageContent> {
  const list = await wholeList(page);
  const fonts = await fontsOf(list, page);
  const recorder = new PageRecorder({ page: number, box: page.view, rotate: page.rotate }, budget);
  drawPage(list, { recorder, fonts, visibility: new Visibility(layers, recorder) });
  return recorder.finish();
}

/**
 * pdf.js gives what it has of a page when it fails there, as if that were all. Of a whole list the last piece says that
 * it is the last.
 * @throws PdfTrouble `damaged` where the page was not read to its end
 */
async function wholeList(page: PdfjsPage): Promise<PdfjsOperatorList> {
  let isWhole = false;
  const take = page._renderPageChunk.bind(page);
  page._renderPageChunk = (chunk, state) => {
    isWhole ||= chunk.lastChunk;
    take(chunk, state);
  };
  const list = await parsing(page.getOperatorList({ intent: 'display', annotationMode: WITH_ANNOTATIONS }));
  if (!isWhole) throw new PdfTrouble('damaged', 'page');
  return list;
}

/** The fonts that a page uses. They may arrive a moment after the operators. */
async function fontsOf(list: PdfjsOperatorList, page: PdfjsPage): Promise<Map<string, KnownFont>> {
  const fonts = new Map<string, KnownFont>();
  for (const id of fontIds(list)) {
    const found = await new Promise<unknown>((resolve) => page.commonObjs.get(id, resolve));
    fonts.set(id, knownFont(found));
  }
  return fonts;
}

function fontIds(list: PdfjsOperatorList): Set<string> {
  const ids = new Set<string>();
  list.fnArray.forEach((operator, index) => {
    const [first] = list.argsArray[index] ?? [];
    if (operator === OPERATORS.setFont && typeof first === 'string') ids.add(first);
    if (operator !== OPERATORS.setGState || !Array.isArray(first)) return;
    for (const [key, value] of first) if (key === 'Font') ids.add(String(value[0]));
  });
  return ids;
}

/** What pdf.js throws is about the file. */
async function parsing<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new PdfTrouble(CODES[name] ?? 'damaged', name);
  }
}

const CODES: Readonly<Record<string, UnreadableCode>> = { PasswordException: 'encrypted' };

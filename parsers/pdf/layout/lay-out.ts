import type { Document, Note, Page } from '../../document/document.ts';
import type { PageContent } from '../page/page-content.ts';
import { blocksOf } from './blocks-of.ts';
import { linesOf, type TextLine, wordsOf } from './lines-of.ts';
import { around, type Mark, withoutDigits } from './mark.ts';
import { preparePage } from './prepare-page.ts';
import { type ReadPage, readPage } from './read-page.ts';
import { findRunningHeads } from './running-heads.ts';
import { joinText } from './text-of-line.ts';

/**
 * The text of a .pdf as paragraphs and grids in reading order, and where each stood. Tables that a page break cuts are
 * given as their parts. Never throws.
 */
export function layOut(contents: readonly PageContent[]): Document {
  const pages = contents.map((content) => readPage(preparePage(content)));
  const heads = findRunningHeads(
    pages.map(({ prose, prepared }) => ({
      height: prepared.page.height,
      lines: prose.map(({ line }) => line),
      tables: prepared.lattices.map(({ box }) => box),
    })),
  );
  const inHeads = new Set([...heads].flatMap((line) => line.marks));
  const notes = [...new Set(pages.flatMap((page) => page.notes))].map((code): Note => ({ code }));
  return {
    format: 'pdf',
    blocks: blocksOf(pages, heads),
    notes,
    pages: pages.map((page, at) => pageOf(page, contents[at], inHeads)),
  };
}

/** Every line of a page with its words, whether in a table or not. */
function pageOf(
  { prepared, marks, masked }: ReadPage,
  content: PageContent | undefined,
  inHeads: ReadonlySet<Mark>,
): Page {
  const { page, shown } = prepared;
  const { width, height } = content ?? page;
  const { lines } = linesOf(marks.filter((mark) => !inHeads.has(mark)));
  const words = (line: TextLine) =>
    wordsOf(line).flatMap((word) => {
      const box = around(word.map((mark) => mark.box));
      return box
        ? [
            {
              text: word.some((mark) => masked.has(mark)) ? withoutDigits(joinText(word)) : joinText(word),
              box: shown(box),
            },
          ]
        : [];
    });
  return { page: page.page, width, height, lines: lines.map((line) => ({ words: words(line) })) };
}

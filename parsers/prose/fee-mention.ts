import type { Document } from '../document/document.ts';
import type { Headings } from '../tables/find-sections.ts';
import type { Prose } from './prose.ts';
import { PROSE } from './settings.ts';

const SECTION = 'section_6';
const FEE = /信息处理费|处理费|收取.{0,12}费|收费|费用|未收取|缴费|缴纳|免费|无偿/u;

/** Whether section six says anything of the fee for processing requests; that there was none is an answer. */
export function feeMentionOf({ blocks }: Document, { found }: Headings): Prose['feeMention'] {
  const headed = found.filter(({ section }) => section === SECTION);
  if (headed.length === 0) return 'no-section';
  const texts = headed.flatMap(({ block }) => {
    const next = found.find((heading) => heading.block > block)?.block ?? blocks.length;
    return blocks.slice(block, next);
  });
  const words = texts.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text),
  );
  // Line by line would miss a word that a line break cuts.
  const text = words.join('').slice(0, PROSE.longestParagraph).normalize('NFKC').replace(/\s+/gu, '');
  return FEE.test(text) ? 'mentioned' : 'absent';
}

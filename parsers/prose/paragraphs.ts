import type { Block, Document } from '../document/document.ts';
import type { Headings } from '../tables/find-sections.ts';
import { PROSE } from './settings.ts';

/** A paragraph put together again: its text, and which block each stretch of it came from. */
export interface ProseParagraph {
  readonly section: string | null;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** From `at` in the paragraph on, the text is that of `block` from its character `offset` on. */
export interface Piece {
  readonly at: number;
  readonly block: number;
  readonly offset: number;
  readonly page: number | null;
}

const ENDS = /[。！？!?；;：:]["'”’」』)）]*$/u;
/** A running page number: `- 4 -`, `— 4 —`, `第4页`. */
const PAGE_NUMBER = /^(?:[-—–－·\s]{0,4}\d{1,4}[-—–－·\s]{0,4}|第\s{0,2}\d{1,4}\s{0,2}页.{0,12})$/u;
/** What a new paragraph begins with. */
const BEGINS =
  /^\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、.．](?!\d)|第[一二三四五六七八九十]+[部章条]|注[:：])/u;

/**
 * The paragraphs outside the tables in reading order, each with its section. Lines of one that a reader left apart,
 * also with a running page number in between, are joined: a line ends one when it ends a sentence or is short.
 */
export function paragraphsOf({ format, blocks }: Document, { found }: Headings): readonly ProseParagraph[] {
  const sections = new Map(found.map(({ block, section }) => [block, section]));
  const paragraphs: ProseParagraph[] = [];
  let section: string | null = null;
  let open: ProseParagraph | undefined;
  const close = () => {
    if (open) paragraphs.push(open);
    open = undefined;
  };
  blocks.forEach((block, index) => {
    const begins = sections.get(index);
    if (begins) {
      close();
      section = begins;
    }
    if (block.kind === 'grid') {
      close();
      return;
    }
    const text = block.text.slice(0, PROSE.longestParagraph);
    if (format === 'pdf' && (text.trim() === '' || PAGE_NUMBER.test(text.trim().slice(0, 30)))) return;
    const goesOn = format === 'pdf' && open && !begins && isCut(open, text);
    if (open && goesOn) {
      open = append(open, block, index, text);
      return;
    }
    close();
    open = { section, text, pieces: [{ at: 0, block: index, offset: 0, page: pageOf(block) }] };
    if (begins) close();
  });
  close();
  return paragraphs;
}

/** Whether a paragraph stops in the middle of a sentence and the next text goes on with it. */
function isCut({ text, pieces }: ProseParagraph, next: string): boolean {
  if (pieces.length >= PROSE.mostJoined || text.length + next.length > PROSE.longestParagraph) return false;
  const end = text.slice(-60).trimEnd();
  return text.trim().length >= PROSE.leastCutLine && !ENDS.test(end) && !BEGINS.test(next.slice(0, 20));
}

const append = (open: ProseParagraph, block: Block, index: number, text: string): ProseParagraph => ({
  ...open,
  text: open.text + text,
  pieces: [...open.pieces, { at: open.text.length, block: index, offset: 0, page: pageOf(block) }],
});

const pageOf = (block: Block): number | null => (block.kind === 'paragraph' ? (block.where?.page ?? null) : null);

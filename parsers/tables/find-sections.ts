import type { Section } from '../../forms/form.ts';
import type { Block, Document } from '../document/document.ts';
import { normaliseLabel } from './normalise-label.ts';
import { similarity, wordingsOf } from './similarity.ts';

/** A statutory section's heading: which section, and the index of its block in the document. */
export interface Heading {
  readonly section: string;
  readonly block: number;
}

export interface Headings {
  /** Every heading of a section, in reading order; some stand twice, where the tables follow all the prose. */
  readonly found: readonly Heading[];
  /** Lines numbered like a section's heading that name none. */
  readonly unknown: number;
}

/** Ids of the sections whose heading was found. */
export const sectionsFound = ({ found }: Headings): readonly string[] => [
  ...new Set(found.map(({ section }) => section)),
];

const HEADINGS = {
  /** Least likeness of a heading; one character in six may be lost or wrong (`行政法复议`). */
  leastSimilarity: 0.7,
  /** A heading that runs into its text is recognised up to this many characters. */
  longestRead: 60,
  /** A numbered line of words that are a section's is its heading up to this length; longer ones are prose. */
  longestNumbered: 34,
  /** So many headings in a row, with no text under any, are a table of contents. */
  leastContents: 4,
} as const;

/** `四、`, `l六、`: numbered as sections are, not as `（一）` or `1.` below them. */
const NUMBERED = /^[lI|]?[一二三四五六七八九十]{1,2}\s*[、.．,，:：]/u;

/**
 * Finds the headings of the sections by their words; their numbers are often wrong or missing. A section whose title is
 * nowhere printed may be headed in other words; a table of contents heads nothing.
 */
export function findSections(document: Document, sections: readonly Section[]): Headings {
  const printed: Heading[] = [];
  const worded: { readonly sections: readonly Section[]; readonly block: number }[] = [];
  document.blocks.forEach((block, index) => {
    for (const line of headingLines(block)) {
      const text = normaliseLabel(line);
      if (text === '') continue;
      const numbered = NUMBERED.test(line) && line.length <= HEADINGS.longestNumbered && !line.includes('。');
      const section = nearestSection(text, sections, numbered);
      if (section) printed.push({ section: section.id, block: index });
      else if (numbered) worded.push({ sections: sectionsByWords(text, sections), block: index });
    }
  });
  const titles = withoutContents(document, printed);
  const known = new Set(titles.map(({ section }) => section));
  const others = worded.flatMap(({ sections: meant, block }) =>
    meant.filter(({ id }) => !known.has(id)).map(({ id }) => ({ section: id, block })),
  );
  const found = [...titles, ...others].sort((a, b) => a.block - b.block);
  return { found, unknown: worded.filter(({ sections: meant }) => meant.length === 0).length };
}

/** Drops runs of headings with nothing but blank lines between them. */
function withoutContents(document: Document, headings: readonly Heading[]): readonly Heading[] {
  const follows = (heading: Heading, before: Heading | undefined) =>
    before !== undefined && document.blocks.slice(before.block + 1, heading.block).every(isBlankLine);
  const runs: Heading[][] = [];
  for (const heading of headings) {
    const run = runs.at(-1);
    if (run && heading.block > (run.at(-1)?.block ?? -1) && follows(heading, run.at(-1))) run.push(heading);
    else runs.push([heading]);
  }
  return runs.filter((run) => run.length < HEADINGS.leastContents).flat();
}

const isBlankLine = (block: Block) => block.kind === 'paragraph' && block.text.trim() === '';

/** Lines that may be headings: of paragraphs, and of cells that hold nothing else in their row. */
function headingLines(block: Block): readonly string[] {
  const texts =
    block.kind === 'paragraph'
      ? [block.text]
      : block.cells.filter((cell) => cell.columnSpan === block.columnCount).map((cell) => cell.text);
  return texts.flatMap((text) => text.split('\n')).map((line) => line.trim().slice(0, HEADINGS.longestRead));
}

function nearestSection(text: string, sections: readonly Section[], numbered: boolean): Section | undefined {
  let nearest: Section | undefined;
  let best: number = HEADINGS.leastSimilarity;
  for (const section of sections) {
    const [title = '', ...variants] = wordingsOf(section.title);
    // Sub-headings of section one come near the variants: those count only when met exactly and numbered as sections.
    for (const wording of numbered ? [title, ...variants] : [title]) {
      const runsOn = text.length > wording.length && text.startsWith(wording);
      const likeness = runsOn ? 0.99 : wording === title ? similarity(text, wording) : Number(text === wording);
      if (likeness > best) {
        nearest = section;
        best = likeness;
      }
    }
  }
  return nearest;
}

/** The sections all of whose words stand in the line; the last one, of other matters, only where no other does. */
function sectionsByWords(text: string, sections: readonly Section[]): readonly Section[] {
  const meant = sections.filter(({ words }) => words.every((list) => list.some((wording) => text.includes(wording))));
  return meant.length > 1 ? meant.filter((section) => section !== sections.at(-1)) : meant;
}

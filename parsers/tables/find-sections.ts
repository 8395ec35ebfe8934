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
} as const;

/** `四、`, `l六、`: numbered as sections are, not as `（一）` or `1.` below them. */
const NUMBERED = /^[lI|]?[一二三四五六七八九十]{1,2}\s*[、.．,，:：]/u;

/** Finds the headings of the sections by their words; their numbers are often wrong or missing. */
export function findSections(document: Document, sections: readonly Section[]): Headings {
  const found: Heading[] = [];
  let unknown = 0;
  document.blocks.forEach((block, index) => {
    for (const line of headingLines(block)) {
      const text = normaliseLabel(line);
      if (text === '') continue;
      const numbered = NUMBERED.test(line) && line.length <= HEADINGS.longestNumbered && !line.includes('。');
      const section = nearestSection(text, sections) ?? (numbered ? sectionByWords(text, sections) : undefined);
      if (section) found.push({ section: section.id, block: index });
      else if (numbered) unknown++;
    }
  });
  return { found, unknown };
}

/** Lines that may be headings: of paragraphs, and of cells that hold nothing else in their row. */
function headingLines(block: Block): readonly string[] {
  const texts =
    block.kind === 'paragraph'
      ? [block.text]
      : block.cells.filter((cell) => cell.columnSpan === block.columnCount).map((cell) => cell.text);
  return texts.flatMap((text) => text.split('\n')).map((line) => line.trim().slice(0, HEADINGS.longestRead));
}

function nearestSection(text: string, sections: readonly Section[]): Section | undefined {
  let nearest: Section | undefined;
  let best: number = HEADINGS.leastSimilarity;
  for (const section of sections) {
    const [title, ...variants] = wordingsOf(section.title);
    for (const wording of [title ?? '', ...variants]) {
      const runsOn = text.length > wording.length && text.startsWith(wording);
      // Sub-headings of section one come near the variants, so those have to be met exactly.
      const likeness = runsOn ? 0.99 : wording === title ? similarity(text, wording) : Number(text === wording);
      if (likeness > best) {
        nearest = section;
        best = likeness;
      }
    }
  }
  return nearest;
}

/** The last section all of whose words stand in the line: 因申请被提起诉讼 is of disputes, though it names requests. */
function sectionByWords(text: string, sections: readonly Section[]): Section | undefined {
  return sections.findLast(({ words }) =>
    words.every((wordings) => wordings.some((wording) => text.includes(wording))),
  );
}

import type { Section } from '../../forms/form.ts';
import type { Block, Document } from '../document/document.ts';
import { normaliseLabel } from './normalise-label.ts';
import { similarity, wordingsOf } from './similarity.ts';

/** Where the statutory sections begin: index into the document's blocks by section id; absent where not found. */
export type SectionStarts = ReadonlyMap<string, number>;

const HEADINGS = {
  /** Least likeness of a heading; one character in six may be lost or wrong (`行政法复议`). */
  leastSimilarity: 0.7,
  /** A heading that runs into its text is recognised up to this many characters. */
  longestRead: 60,
} as const;

/** Finds the headings of the sections by their words; their numbers are often wrong or missing. */
export function findSections(document: Document, sections: readonly Section[]): SectionStarts {
  const starts = new Map<string, number>();
  document.blocks.forEach((block, index) => {
    for (const line of headingLines(block)) {
      const text = normaliseLabel(line);
      if (text === '') continue;
      const section = nearestSection(text, sections);
      if (section && !starts.has(section.id)) starts.set(section.id, index);
    }
  });
  return starts;
}

/** Lines that may be headings: of paragraphs, and of cells that hold nothing else in their row. */
function headingLines(block: Block): readonly string[] {
  const texts =
    block.kind === 'paragraph'
      ? [block.text]
      : block.cells.filter((cell) => cell.columnSpan === block.columnCount).map((cell) => cell.text);
  return texts.flatMap((text) => text.split('\n')).map((line) => line.slice(0, HEADINGS.longestRead));
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

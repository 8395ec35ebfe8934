import type { Box } from '../../document/document.ts';
import type { TextLine } from './lines-of.ts';
import { LAYOUT } from './settings.ts';
import { textOfLine } from './text-of-line.ts';

/** Of one page: its lines outside of tables from top to bottom, and where its tables stand. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly tables: readonly Box[];
}

interface Candidate {
  readonly line: TextLine;
  readonly page: number;
  /** From the top of the page, or from its bottom when it stands there, in em. */
  readonly place: string;
  readonly text: string;
  /** A page number that stands further from the end of the page than page numbers do. */
  readonly isFar: boolean;
}

/**
 * Finds page numbers, and lines that most pages repeat at the same height: only the outermost lines of a page, outside
 * of its tables, in the bands at its top and bottom.
 */
export function findRunningHeads(pages: readonly PageLines[]): ReadonlySet<TextLine> {
  const heads = new Set<TextLine>();
  for (const end of ['top', 'bottom'] as const) {
    for (let depth = 0; depth < LAYOUT.mostHeadLines; depth++) {
      const outermost = pages.flatMap((page, at) => outermostLine(page, at, end, depth, heads) ?? []);
      const before = heads.size;
      for (const { line } of pageNumbers(outermost)) heads.add(line);
      for (const { line } of repeated(outermost, pages.length)) heads.add(line);
      if (heads.size === before) break;
    }
  }
  return heads;
}

/** The line at an end of a page, given that all lines beyond it are running heads. */
function outermostLine(
  { lines, tables, height }: PageLines,
  page: number,
  end: 'top' | 'bottom',
  depth: number,
  heads: ReadonlySet<TextLine>,
): Candidate | undefined {
  const ordered = end === 'top' ? lines : lines.toReversed();
  const line = ordered[depth];
  if (!line || !ordered.slice(0, depth).every((outer) => heads.has(outer))) return undefined;
  const fromEnd = end === 'top' ? line.box[3] : height - line.box[1];
  const isBeyondTables = tables.every(([, top, , bottom]) =>
    end === 'top' ? line.box[3] <= top : line.box[1] >= bottom,
  );
  const text = textOfLine(line).normalize('NFKC').replace(/\s+/gu, '');
  const band = PAGE_NUMBER.test(text) ? LAYOUT.pageNumberBand : LAYOUT.headBand;
  const isFar = fromEnd > band * height;
  // A page may be larger than what is printed on it; a bare number there may be anything.
  if (!isBeyondTables || (isFar && (isBareNumber(text) || fromEnd > height / 2 || !PAGE_NUMBER.test(text))))
    return undefined;
  return { line, isFar, page, place: `${Math.round(fromEnd / line.size)}`, text };
}

/** `- 4 -`, `第4页 共6页`, `4/6`, `4`. */
const PAGE_NUMBER =
  /^[-–—―─·.~•|]*(?:第|Page)?(?<page>\d{1,4})(?:页)?(?:[/,，、]?(?:共|of)?(?<all>\d{1,4})页?)?[-–—―─·.~•|]*$/iu;

const isBareNumber = (text: string) => /^\d+$/u.test(text);

/** Page numbers count up with the pages; a bare number that does not is left in the text. */
function pageNumbers(candidates: readonly Candidate[]): readonly Candidate[] {
  const numbered = candidates.flatMap((candidate) => {
    const groups = PAGE_NUMBER.exec(candidate.text)?.groups;
    return groups ? [{ candidate, offset: Number(groups.page) - candidate.page }] : [];
  });
  const counts = new Map<number, number>();
  for (const { offset } of numbered) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  return numbered.flatMap(({ candidate, offset }) => {
    const pages = counts.get(offset) ?? 0;
    if (candidate.isFar) return pages > 1 ? [candidate] : [];
    return pages > 1 || offset === 1 || !isBareNumber(candidate.text) ? [candidate] : [];
  });
}

const SECTION_NUMBER = /^[一二三四五六七八九十]{1,2}[、.．]/u;

function repeated(candidates: readonly Candidate[], pages: number): readonly Candidate[] {
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    // A bare number, such as the year, is a head only when it is the same on all these pages.
    const isWords = /\p{L}/u.test(candidate.text);
    const key = isWords ? candidate.text.replace(/\d+/gu, '0') : candidate.text;
    if (key === '' || SECTION_NUMBER.test(key)) continue;
    const found = byKey.get(`${candidate.place} ${key}`);
    if (found) found.push(candidate);
    else byKey.set(`${candidate.place} ${key}`, [candidate]);
  }
  const leastOf = ({ text }: Candidate) => Math.max(/\p{L}/u.test(text) ? 2 : 3, LAYOUT.repeatedShare * pages);
  return [...byKey.values()].filter((found) => found[0] && found.length >= leastOf(found[0])).flat();
}

import { FORMS, TABLE_IDS } from '../../forms/catalogue.ts';
import { SECTIONS } from '../../forms/sections.ts';
import { type Unreadable, type UnreadableCode, unreadable } from '../bytes/unreadable.ts';
import type { Box } from '../document/document.ts';
import type { Glyph, PageContent } from './page/page-content.ts';

const JUDGING = {
  /** Pictures over this share of a page make it a picture of a page; a letterhead takes a fifth. */
  pictureShare: 0.5,
  /** Scanning software prints its own name and a page number on what is otherwise a picture. */
  mostStampedCharacters: 60,
  /** Of the characters of a scanned page, this share is not painted, or painted before the picture that covers them. */
  hiddenShare: 0.9,
  /** Fewer characters tell nothing about a font or a file. */
  leastCharacters: 100,
  /** Characters that the fonts do not name: one in four spoils more than single figures. */
  unmappedShare: 0.25,
  /** Accented letters of other alphabets in place of Chinese: GBK bytes read as Latin. A Chinese report has none. */
  accentedShare: 0.2,
  /**
   * Characters that also stand in the statutory labels are 55 to 75 % of the Chinese characters of seven real reports,
   * 57 % of other official prose, and 1 % of characters drawn at random.
   */
  familiarShare: 0.2,
} as const;

/**
 * Whether the text of a file can be relied on at all.
 * @returns why not: it has none (`no-text-layer`), it was put behind a scan by recognition (`ocr-layer`), or its fonts
 * do not say, or say wrongly, which characters they draw (`unreliable-text`)
 */
export function judgeText(pages: readonly PageContent[]): Unreadable | undefined {
  const kinds = pages.map(kindOf);
  const code = kinds.includes('text') ? judgeMappings(pages) : kinds.includes('ocr') ? 'ocr-layer' : 'no-text-layer';
  return code && unreadable(code);
}

function kindOf(page: PageContent): 'text' | 'ocr' | 'picture' | 'empty' {
  const cover = lastOfLargePictures(page);
  const isHidden = (glyph: Glyph) => glyph.invisible || glyph.paint.alpha === 0 || glyph.order < cover;
  const characters = page.glyphs.filter(isCharacter);
  const shown = characters.filter((glyph) => !isHidden(glyph)).length;
  if (cover < 0) return shown > 0 ? 'text' : 'empty';
  if (shown > JUDGING.mostStampedCharacters) return 'text';
  const hidden = characters.length - shown;
  return hidden > 0 && hidden >= JUDGING.hiddenShare * characters.length ? 'ocr' : 'picture';
}

/** A glyph without text is a character that its font does not name; one of white space is none. */
const isCharacter = ({ text }: Glyph) => text === '' || text.trim() !== '';

/** Paint order of the last picture where pictures cover the page (a scan may come in strips); −1 where they do not. */
function lastOfLargePictures({ images, width, height }: PageContent): number {
  const covered = images.reduce((sum, { box, clip }) => sum + areaOf(meet(meet(box, clip), [0, 0, width, height])), 0);
  return covered >= JUDGING.pictureShare * width * height ? Math.max(...images.map(({ order }) => order)) : -1;
}

const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];
const areaOf = ([x0, y0, x1, y1]: Box) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

/** What the characters drawn in one font are. */
interface Tally {
  all: number;
  unmapped: number;
  accented: number;
  han: number;
  familiar: number;
}

function judgeMappings(pages: readonly PageContent[]): UnreadableCode | undefined {
  const byFont = new Map<string, Tally>();
  for (const { glyphs } of pages)
    for (const glyph of glyphs.filter(isCharacter)) count(glyph, tallyOf(byFont, glyph.font));
  const tallies = [...byFont.values()];
  const sum = (of: keyof Tally) => tallies.reduce((total, tally) => total + tally[of], 0);
  const all = Math.max(sum('all'), JUDGING.leastCharacters);
  const unnamed = sum('unmapped') > JUDGING.unmappedShare * all || sum('accented') > JUDGING.accentedShare * all;
  return unnamed || tallies.some(isConfused) ? 'unreliable-text' : undefined;
}

const isConfused = ({ han, familiar }: Tally) =>
  han >= JUDGING.leastCharacters && familiar < JUDGING.familiarShare * han;

function tallyOf(byFont: Map<string, Tally>, font: string): Tally {
  const known = byFont.get(font);
  if (known) return known;
  const tally: Tally = { all: 0, unmapped: 0, accented: 0, han: 0, familiar: 0 };
  byFont.set(font, tally);
  return tally;
}

const HAN = /^\p{Script=Han}/u;
const ACCENTED = /^[\u00a1-\u024f]/u;
const NOT_LETTERS = /^[\u00a1-\u00bf\u00d7\u00f7]/u;

function count({ text }: Glyph, tally: Tally): void {
  tally.all++;
  if (text === '') tally.unmapped++;
  else if (HAN.test(text)) {
    tally.han++;
    // Some writers give 一 and others as radicals, which look the same.
    if (FAMILIAR.has(text.normalize('NFKC'))) tally.familiar++;
  } else if (ACCENTED.test(text) && !NOT_LETTERS.test(text)) tally.accented++;
}

/** The Chinese characters of the statutory labels and headings: about 200. */
const FAMILIAR: ReadonlySet<string> = familiarCharacters();

function familiarCharacters(): ReadonlySet<string> {
  const bands = FORMS.flatMap((form) => TABLE_IDS.flatMap((table) => form.tables[table].bands));
  const labels = bands.flatMap(({ columns, rows }) => [...columns, ...rows].flatMap(({ path }) => path));
  const printed = [...labels, ...SECTIONS.map(({ title }) => title)].map(({ zh }) => zh).join('');
  return new Set([...printed].filter((character) => HAN.test(character)));
}

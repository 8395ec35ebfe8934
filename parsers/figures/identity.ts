import type { Block, Document } from '../document/document.ts';
import type { Headings } from '../tables/find-sections.ts';
import { readAuthor, readPeriod, readTitles, type Title } from './title.ts';

/** Where a body or year was read, in the order in which they are believed. */
export const IDENTITY_SOURCES = ['title', 'opening', 'section-1', 'file-name'] as const;
export type IdentitySource = (typeof IDENTITY_SOURCES)[number];

export interface Evidence<Value> {
  readonly value: Value;
  readonly source: IdentitySource;
  /** The words that say it. */
  readonly text: string;
}

/** Which body's report of which fiscal year this is, as far as its content tells; the strongest evidence first. */
export interface Identity {
  readonly body: readonly Evidence<string>[];
  readonly year: readonly Evidence<number>[];
  /** The title as read, for recognising what kind of document this is; empty where none was found. */
  readonly title: string;
  /** The title names an annual report on government information disclosure. */
  readonly titled: boolean;
}

/** The day or month of publication in a file name: 20210120, 2021-01-20, 2021年1月. */
const DAY =
  /(?<!\d)20\d{2}(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)|([-._])\d{1,2}\1\d{1,2}(?!\d)|年\d{1,2}月(?:\d{1,2}日)?)/gu;

const IDENTITY = {
  /** Lines before the first section among which title and opening stand. */
  openingLines: 24,
  /** A title is no longer than this; longer lines are prose. */
  longestTitleLine: 60,
} as const;

/** Reads body and fiscal year from the title, the opening, section one and the file name, each with its words. */
export function readIdentity(document: Document, headings: Headings, fileName: string): Identity {
  const firstSection = headings.found[0]?.block ?? document.blocks.length;
  const opening = linesOf(document.blocks.slice(0, firstSection)).slice(0, IDENTITY.openingLines);
  const titles = readTitles(opening.filter(mayBeTitle));
  const named = readTitles([stem(fileName).replace(DAY, '')]);
  const sectionOne = linesOf(document.blocks.slice(firstSection + 1, firstSection + 4)).slice(0, 3);
  const year = [
    ...titles.flatMap((title) => evidence(title.year, 'title', title)),
    ...opening.flatMap((line) => period(line)),
    ...yearOfSection(sectionOne, titles[0]?.year),
    ...named.flatMap((title) => evidence(title.year, 'file-name', title)),
  ];
  const body = [
    ...titles.flatMap((title) => evidence(title.body, 'title', title)),
    ...titles.flatMap((title) => evidence(title.other, 'title', title)),
    ...opening.flatMap((line) => author(line)),
    ...named.flatMap((title) => evidence(title.body, 'file-name', title)),
  ];
  return { body, year, title: titles[0]?.text ?? opening[0] ?? '', titled: titles.length > 0 };
}

function evidence<Value>(
  value: Value | undefined,
  source: IdentitySource,
  title: Title | undefined,
): Evidence<Value>[] {
  return value === undefined || !title ? [] : [{ value, source, text: title.text }];
}

function period(line: string): Evidence<number>[] {
  const found = readPeriod(line);
  return found ? [{ value: found.year, source: 'opening', text: found.text }] : [];
}

function author(line: string): Evidence<string>[] {
  const found = readAuthor(line);
  return found ? [{ value: found.body, source: 'opening', text: found.text }] : [];
}

/** A section that speaks of the report's year begins with another one to tell what happened before. */
function yearOfSection(lines: readonly string[], told: number | undefined): Evidence<number>[] {
  const leading = lines.flatMap(leadingYear);
  const own = leading.find(({ value }) => value === told);
  const isSpokenOf = told !== undefined && lines.some((line) => line.includes(`${told}年`));
  return own ? [own] : isSpokenOf ? [] : leading.slice(0, 1);
}

function leadingYear(line: string): Evidence<number>[] {
  const match = /^(20\d{2})年(?:度)?[，,]/u.exec(line);
  return match ? [{ value: Number(match[1]), source: 'section-1', text: match[0] }] : [];
}

/** Lines with the punctuation of prose are none. */
const mayBeTitle = (line: string) =>
  line.length <= IDENTITY.longestTitleLine && !/[,，。;；]|[:：]$|^(?:现将|根据|按照|依据)/u.test(line);

const stem = (fileName: string) => fileName.replace(/^.*[/\\]/u, '').replace(/\.[^.]*$/u, '');

function linesOf(blocks: readonly Block[]): string[] {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : loneCells(block)));
  return texts
    .flatMap((text) => text.split('\n'))
    .map(squeeze)
    .filter((line) => line !== '');
}

/** A title is sometimes laid out in a table: cells that have a row to themselves. */
function loneCells(grid: Extract<Block, { kind: 'grid' }>): string[] {
  return grid.cells.filter((cell) => cell.columnSpan === grid.columnCount).map((cell) => cell.text);
}

const squeeze = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');

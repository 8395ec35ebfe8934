import type { SecondReading } from '../checks/reading.ts';
import { SECTIONS } from '../forms/sections.ts';
import type { Document } from '../parsers/document/document.ts';
import { readHtml } from '../parsers/docx/read-html.ts';
import { isSure } from '../parsers/figures/complete-figures.ts';
import type { Figure } from '../parsers/figures/figure.ts';
import { readFigures } from '../parsers/figures/read-figures.ts';
import { readByLines } from '../parsers/tables/aligned/read-by-lines.ts';
import { findSections } from '../parsers/tables/find-sections.ts';
import { fitDocument } from '../parsers/tables/fit-document.ts';
import type { StatutoryTable } from '../parsers/tables/statutory-table.ts';
import { readDocument } from './read-document.ts';
import type { Readers } from './readers.ts';

/**
 * Reads the figures of a file a second time by a path that shares as little as may be with the first: a .docx through
 * another package's conversion, a PDF from its lines of text without the rulings.
 * @returns value by figure id, a blank or dash as 0, of the figures that this reading is sure of; nothing where it failed
 */
export async function readAgain(
  bytes: Uint8Array,
  document: Document,
  readers: Readers,
): Promise<SecondReading | undefined> {
  const tables = document.format === 'pdf' ? readByLines(document) : await readOtherwise(bytes, readers);
  return tables && new Map(Object.entries(readFigures(tables)).flatMap(([id, figure]) => certainValue(id, figure)));
}

/** The second reading alone, of a file whose first one is kept. */
export async function readTwice(bytes: Uint8Array, readers: Readers): Promise<SecondReading | undefined> {
  const document = await readDocument(bytes, readers);
  return 'code' in document ? undefined : readAgain(bytes, document, readers);
}

async function readOtherwise(
  bytes: Uint8Array,
  { docxToHtml }: Readers,
): Promise<readonly StatutoryTable[] | undefined> {
  const html = await docxToHtml(bytes);
  const document = html === undefined ? undefined : readHtml(html);
  return document && fitDocument(document, findSections(document, SECTIONS));
}

/** That a figure was read by lines is a doubt in a first reading; here it is the point. */
const certainValue = (id: string, figure: Figure): [string, number][] =>
  isSure(figure) ? [[id, figure.value ?? 0]] : [];

import { RULES } from '../checks/catalogue.ts';
import { checkFigures } from '../checks/check-figures.ts';
import type { Reading, SecondReading } from '../checks/reading.ts';
import { accusesOnOneReading } from '../checks/second-reading.ts';
import type { Unreadable } from '../parsers/bytes/unreadable.ts';
import type { Document } from '../parsers/document/document.ts';
import { completeFigures } from '../parsers/figures/complete-figures.ts';
import type { Figures } from '../parsers/figures/figure.ts';
import { readIdentity } from '../parsers/figures/identity.ts';
import { bodyOf, yearOf } from '../parsers/figures/judge-identity.ts';
import { readFigures } from '../parsers/figures/read-figures.ts';
import { recognise } from '../parsers/figures/recognise.ts';
import { readProse } from '../parsers/prose/read-prose.ts';
import { readByLines } from '../parsers/tables/aligned/read-by-lines.ts';
import { findLeftovers } from '../parsers/tables/find-leftovers.ts';
import { sectionsFound } from '../parsers/tables/find-sections.ts';
import { type FoundTables, findTables } from '../parsers/tables/find-tables.ts';
import type { StatutoryTable } from '../parsers/tables/statutory-table.ts';
import { isAcross } from './across.ts';
import { composeRecord } from './compose-record.ts';
import { readAgain } from './read-again.ts';
import { readDocument } from './read-document.ts';
import type { Readers } from './readers.ts';
import type { ReportRecord } from './report-record.ts';
import type { Upload } from './upload.ts';

/** Either a record with the document that it was read from, or why nothing could be read. */
export type Assessment =
  | { readonly readable: true; readonly record: ReportRecord; readonly document: Document }
  | Unreadable;

/**
 * A report's whole way: bytes → Document → statutory tables → figures → findings → record. Never throws on bad input.
 * @param onFirst is told of a complete reading before a second one is taken of the same file, which may not end
 */
export async function assessReport(
  upload: Upload,
  readers: Readers,
  onFirst: (first: Assessment) => void = () => {},
): Promise<Assessment> {
  const document = await readDocument(upload.bytes, readers);
  if ('code' in document) return document;
  const found = findTables(document);
  const first = assessDocument(document, upload, undefined, found);
  // Nobody is told that a sum does not hold before the cells were read twice.
  if (!first.readable || !first.record.findings.some(accusesOnOneReading)) return first;
  onFirst(first);
  return assessDocument(document, upload, await readAgain(upload.bytes, document, readers), found);
}

/** The figures of the tables; in a PDF those that the tables lack as the lines of text have them. */
function readAll(document: Document, tables: readonly StatutoryTable[]): Figures {
  const figures = readFigures(tables);
  const lacks = Object.values(figures).some(({ state }) => state === 'missing' || state === 'unreadable');
  return document.pages && lacks
    ? completeFigures(figures, readFigures(readByLines(document)), document.pages)
    : figures;
}

/** The others need more than one report: they are evaluated when it is filed among its neighbours. */
const OWN_RULES = RULES.filter((rule) => !isAcross(rule));

/**
 * What follows the reading of the file; pure.
 * @param again what a second reading found, where one was taken
 * @param found its tables, where they are known
 */
export function assessDocument(
  read: Document,
  upload: Upload,
  again?: SecondReading,
  found: FoundTables = findTables(read),
): Assessment {
  const { document, headings, tables } = found;
  const identity = readIdentity(document, headings, upload.fileName);
  const other = recognise(document, tables, identity);
  if (other) return other;
  const body = bodyOf(identity);
  const year = yearOf(identity);
  const reading: Reading = {
    body,
    year,
    identity,
    figures: readAll(document, tables),
    tables,
    sections: sectionsFound(headings),
    leftovers: findLeftovers(document, tables, headings),
    prose: readProse(document, headings, { body, year }),
    again,
  };
  const checks = checkFigures(reading, OWN_RULES);
  return { readable: true, record: composeRecord({ upload, document, tables, identity, reading, checks }), document };
}

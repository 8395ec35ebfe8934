import { type Checks, checkFigures } from '../checks/check-figures.ts';
import { SECTIONS } from '../forms/sections.ts';
import type { Unreadable } from '../parsers/bytes/unreadable.ts';
import type { Document } from '../parsers/document/document.ts';
import { readIdentity } from '../parsers/figures/identity.ts';
import { readFigures } from '../parsers/figures/read-figures.ts';
import { recognise } from '../parsers/figures/recognise.ts';
import { findLeftovers } from '../parsers/tables/find-leftovers.ts';
import { findSections, sectionsFound } from '../parsers/tables/find-sections.ts';
import { fitDocument } from '../parsers/tables/fit-document.ts';
import { composeRecord } from './compose-record.ts';
import { readDocument } from './read-document.ts';
import type { ReportRecord } from './report-record.ts';
import type { Upload } from './upload.ts';

/** Either a record with the document that it was read from, or why nothing could be read. */
export type Assessment =
  | { readonly readable: true; readonly record: ReportRecord; readonly document: Document }
  | Unreadable;

/** A report's whole way: bytes → Document → statutory tables → figures → findings → record. Pure; never throws on bad input. */
export function assessReport(upload: Upload): Assessment {
  const document = readDocument(upload.bytes);
  if ('code' in document) return document;
  const headings = findSections(document, SECTIONS);
  const tables = fitDocument(document, headings);
  const identity = readIdentity(document, headings, upload.fileName);
  const other = recognise(document, tables, identity);
  if (other) return other;
  const figures = readFigures(tables);
  const leftovers = findLeftovers(document, tables, headings);
  const checks: Checks = checkFigures({ figures, tables, sections: sectionsFound(headings), leftovers });
  return {
    readable: true,
    record: composeRecord({ upload, document, tables, identity, figures, headings, checks }),
    document,
  };
}

import { SECTIONS } from '../../forms/sections.ts';
import type { Document } from '../document/document.ts';
import { withAlignedTables } from './aligned/with-aligned-tables.ts';
import { findSections, type Headings } from './find-sections.ts';
import { fitDocument } from './fit-document.ts';
import { joinOverPages } from './join-over-pages.ts';
import type { StatutoryTable } from './statutory-table.ts';

/** The statutory tables of a document, and the document with its tables as they were joined and aligned for it. */
export interface FoundTables {
  readonly document: Document;
  readonly headings: Headings;
  readonly tables: readonly StatutoryTable[];
}

/** Joins, aligns and fits; fits a second time only where tables without rulings were added. */
export function findTables(read: Document): FoundTables {
  const joined = joinOverPages(read);
  const ruled = fitted(joined);
  const document = withAlignedTables(joined, ruled.tables);
  return document === joined ? ruled : fitted(document);
}

function fitted(document: Document): FoundTables {
  const headings = findSections(document, SECTIONS);
  return { document, headings, tables: fitDocument(document, headings) };
}

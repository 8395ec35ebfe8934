import { FORMS } from '../../forms/catalogue.ts';
import { OTHER_DOCUMENTS, type OtherDocument } from '../../forms/other-documents.ts';
import { type Unreadable, unreadable } from '../bytes/unreadable.ts';
import type { Document } from '../document/document.ts';
import { holdsPictures } from '../document/holds-pictures.ts';
import { normaliseLabel } from '../tables/normalise-label.ts';
import type { StatutoryTable } from '../tables/statutory-table.ts';
import type { Identity } from './identity.ts';

/**
 * Tells whether a document is an annual report in a supported form.
 * @returns nothing when it is; otherwise the code and reason to answer the sender with
 */
export function recognise(
  document: Document,
  tables: readonly StatutoryTable[],
  identity: Identity,
): Unreadable | undefined {
  if (tables.some((table) => table.cells.size > 0)) return undefined;
  const other = OTHER_DOCUMENTS.find((candidate) => isOther(candidate, document, identity));
  if (other?.id === 'before-2019') return unreadable('form-not-supported');
  if (other) return unreadable('not-a-report', other.reason);
  if (!identity.titled) {
    return unreadable('not-a-report', {
      zh: '标题不是年度报告，文中也没有法定表格',
      en: 'neither its title nor its tables are those of an annual report',
    });
  }
  const year = identity.year[0]?.value;
  if (year !== undefined && year < FORMS[0].firstFiscalYear) return unreadable('form-not-supported');
  return unreadable(holdsPictures(document) ? 'tables-are-pictures' : 'no-tables');
}

/** The title is that of an interpretation, a letter or another form, whatever tables the document holds. */
export const isOtherDocument = (identity: Identity): boolean =>
  OTHER_DOCUMENTS.some(({ title }) => title?.test(identity.title) ?? false);

function isOther(other: OtherDocument, document: Document, identity: Identity): boolean {
  return (other.title?.test(identity.title) ?? false) || hasTableWords(document, other.tableWords);
}

function hasTableWords(document: Document, words: readonly string[]): boolean {
  const wanted = new Set(words.map(normaliseLabel));
  if (wanted.size === 0) return false;
  return document.blocks.some((block) => {
    if (block.kind !== 'grid') return false;
    const hitsByLine = new Map<string, number>();
    for (const cell of block.cells) {
      if (!wanted.has(normaliseLabel(cell.text))) continue;
      for (const line of [`row ${cell.row}`, `column ${cell.column}`])
        hitsByLine.set(line, (hitsByLine.get(line) ?? 0) + 1);
    }
    return [...hitsByLine.values()].some((hits) => hits >= 2);
  });
}

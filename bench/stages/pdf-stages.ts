import { SECTIONS } from '../../forms/sections.ts';
import { readPages } from '../../parsers/pdf/content/read-pages.ts';
import { openPdf } from '../../parsers/pdf/file/open-pdf.ts';
import { judgeText } from '../../parsers/pdf/judge-text.ts';
import { findLattices } from '../../parsers/pdf/lattice/find-lattices.ts';
import { layOut } from '../../parsers/pdf/layout/lay-out.ts';
import { preparePage } from '../../parsers/pdf/layout/prepare-page.ts';
import { findRulings } from '../../parsers/pdf/rulings/find-rulings.ts';
import { withAlignedTables } from '../../parsers/tables/aligned/with-aligned-tables.ts';
import { findSections } from '../../parsers/tables/find-sections.ts';
import { fitDocument } from '../../parsers/tables/fit-document.ts';
import { joinOverPages } from '../../parsers/tables/join-over-pages.ts';
import { assessDocument } from '../../records/assess-report.ts';
import { run as readFloor } from '../contenders/floor-inflate.ts';
import { run as assessRecord } from '../contenders/record.ts';
import type { Stages } from './stages.ts';

/** The way of a PDF that the lean engine reads; nothing but the whole for another. `a + b` is both together. */
export function pdfStages(bytes: Uint8Array): Stages {
  const whole: Stages = { record: () => assessRecord(bytes), floor: () => readFloor(bytes) };
  const contents = contentsOf(bytes);
  if (!contents) return whole;
  const prepared = contents.map(preparePage);
  const ruled = prepared.map(({ page, em }) => ({ em, rulings: findRulings(page, em) }));
  const read = layOut(contents);
  const joined = joinOverPages(read);
  const ruledTables = fitDocument(joined, findSections(joined, SECTIONS));
  const document = withAlignedTables(joined, ruledTables);
  const headings = findSections(document, SECTIONS);
  const upload = { bytes, sha256: '', fileName: '报告.pdf' };
  return {
    open: () => openPdf(bytes),
    'open + pages': () => readPages(openPdf(bytes)),
    judge: () => judgeText(contents),
    rulings: () => prepared.map(({ page, em }) => findRulings(page, em)),
    lattice: () => ruled.map(({ em, rulings }) => findLattices(rulings, em)),
    prepare: () => contents.map(preparePage),
    'prepare + text': () => layOut(contents),
    join: () => joinOverPages(read),
    align: () => withAlignedTables(joined, ruledTables),
    sections: () => findSections(document, SECTIONS),
    fit: () => fitDocument(document, headings),
    'all after reading': () => assessDocument(read, upload),
    ...whole,
  };
}

function contentsOf(bytes: Uint8Array) {
  try {
    const content = readPages(openPdf(bytes));
    return content.outcome === 'read' ? content.pages : undefined;
  } catch {
    return undefined;
  }
}

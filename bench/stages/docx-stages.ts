import { createHash } from 'node:crypto';
import { checkFigures } from '../../checks/check-figures.ts';
import type { Reading } from '../../checks/reading.ts';
import { SECTIONS } from '../../forms/sections.ts';
import { LIMITS } from '../../parsers/bytes/limits.ts';
import { isUnreadable } from '../../parsers/bytes/unreadable.ts';
import { openArchive } from '../../parsers/bytes/unzip.ts';
import { readDocx } from '../../parsers/docx/read-docx.ts';
import { readIdentity } from '../../parsers/figures/identity.ts';
import { bodyOf, yearOf } from '../../parsers/figures/judge-identity.ts';
import { readFigures } from '../../parsers/figures/read-figures.ts';
import { NO_PROSE } from '../../parsers/prose/prose.ts';
import { findLeftovers } from '../../parsers/tables/find-leftovers.ts';
import { findSections, sectionsFound } from '../../parsers/tables/find-sections.ts';
import { fitDocument } from '../../parsers/tables/fit-document.ts';
import { run as readFloor } from '../contenders/floor-saxen.ts';
import { run as assessRecord } from '../contenders/record.ts';
import type { Stages } from './stages.ts';

function inflate(bytes: Uint8Array): unknown {
  const archive = openArchive(bytes);
  if (archive === null || isUnreadable(archive)) throw new Error('no archive');
  return archive.read('word/document.xml', LIMITS.documentBytes);
}

/** The way of a .docx. */
export function docxStages(bytes: Uint8Array): Stages {
  const document = readDocx(bytes);
  if (isUnreadable(document)) throw new Error(`not read: ${document.code}`);
  const headings = findSections(document, SECTIONS);
  const tables = fitDocument(document, headings);
  const figures = readFigures(tables);
  const identity = readIdentity(document, headings, '报告.docx');
  const reading: Reading = {
    body: bodyOf(identity),
    year: yearOf(identity),
    identity,
    figures,
    tables,
    sections: sectionsFound(headings),
    leftovers: findLeftovers(document, tables, headings),
    prose: NO_PROSE,
  };
  return {
    digest: () => createHash('sha256').update(bytes).digest('hex'),
    inflate: () => inflate(bytes),
    'inflate + xml': () => readDocx(bytes),
    sections: () => findSections(document, SECTIONS),
    fit: () => fitDocument(document, headings),
    identity: () => readIdentity(document, headings, '报告.docx'),
    figures: () => readFigures(tables),
    checks: () => checkFigures(reading),
    record: () => assessRecord(bytes),
    floor: () => readFloor(bytes),
  };
}

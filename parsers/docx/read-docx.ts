import { LIMITS } from '../bytes/limits.ts';
import { isUnreadable, tooLarge, type Unreadable, unreadable } from '../bytes/unreadable.ts';
import { type Archive, openArchive } from '../bytes/unzip.ts';
import type { Document } from '../document/document.ts';
import { emitBlocks } from './emit-blocks.ts';
import { countLists } from './list-counter.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { type NumberingPart, readNumbering } from './numbering.ts';
import { readBody } from './read-body.ts';
import { type Relationships, readRelationships } from './relationships.ts';
import { readStyles, type StyleSheet } from './styles.ts';

/**
 * Reads a .docx (ECMA-376, transitional or strict) as its reader sees it: tracked changes accepted, hidden text left
 * out, automatic numbers written out. Anything odd is a note on its paragraph, cell, grid or the document; a file that
 * cannot be read as a whole is Unreadable with its code. Never throws on account of the bytes.
 */
export function readDocx(bytes: Uint8Array): Document | Unreadable {
  const archive = open(bytes);
  if (isUnreadable(archive)) return archive;
  const main = findMainPart(archive);
  if (typeof main !== 'string') return main;
  const relationships = readRelationships(archive, main);
  if (isUnreadable(relationships)) return relationships;
  return readParts(archive, main, relationships);
}

function open(bytes: Uint8Array): Archive | Unreadable {
  if (bytes.length === 0) return unreadable('empty');
  if (bytes.length > LIMITS.fileBytes) return tooLarge();
  const archive = openArchive(bytes);
  if (archive === null) return unreadable('damaged');
  return !isUnreadable(archive) && archive.encrypted ? unreadable('encrypted') : archive;
}

/** The main part stands where the package says (11.3.10), usually but not always `word/document.xml`. */
function findMainPart(archive: Archive): string | Unreadable {
  const relationships = readRelationships(archive, '');
  if (isUnreadable(relationships)) return relationships;
  return relationships.get('officeDocument') ?? unreadable('not-a-docx');
}

function readParts(archive: Archive, main: string, relationships: Relationships): Document | Unreadable {
  const part = archive.read(main, LIMITS.documentBytes);
  if (part === null) return unreadable('damaged');
  if (isUnreadable(part)) return part;
  const styles = readStyleSheet(archive, relationships.get('styles'));
  if (isUnreadable(styles)) return styles;
  const numbering = readNumberingPart(archive, relationships.get('numbering'));
  if (isUnreadable(numbering)) return numbering;
  const body = readBody(part, styles);
  if (isUnreadable(body)) return body;
  numberParagraphs(body.content, styles, countLists(numbering, styles));
  return { format: 'docx', blocks: emitBlocks(body.content), notes: body.notes };
}

function readStyleSheet(archive: Archive, name: string | undefined): StyleSheet | Unreadable {
  const part = readPart(archive, name);
  return isUnreadablePart(part) ? part : readStyles(part);
}

function readNumberingPart(archive: Archive, name: string | undefined): NumberingPart | Unreadable {
  const part = readPart(archive, name);
  return isUnreadablePart(part) ? part : readNumbering(part);
}

function readPart(archive: Archive, name: string | undefined): Uint8Array | Unreadable | null {
  return name === undefined ? null : archive.read(name, LIMITS.partBytes);
}

function isUnreadablePart(part: Uint8Array | Unreadable | null): part is Unreadable {
  return part !== null && isUnreadable(part);
}

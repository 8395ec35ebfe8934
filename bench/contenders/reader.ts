import { isUnreadable } from '../../parsers/bytes/unreadable.ts';
import { readDocx } from '../../parsers/docx/read-docx.ts';

/** The .docx reader alone: bytes to Document. */
export function run(bytes: Uint8Array): unknown {
  const document = readDocx(bytes);
  if (isUnreadable(document)) throw new Error(`not read: ${document.code}`);
  return document;
}

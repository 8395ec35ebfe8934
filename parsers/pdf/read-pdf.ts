import { type Unreadable, unreadable } from '../bytes/unreadable.ts';
import type { Document } from '../document/document.ts';
import type { PdfEngine } from './engine.ts';
import { judgeText } from './judge-text.ts';
import { layOut } from './layout/lay-out.ts';
import { readContent } from './read-content.ts';

/**
 * Reads a PDF.
 * @param other reads what the lean engine declines
 */
export async function readPdf(bytes: Uint8Array, other: PdfEngine): Promise<Document | Unreadable> {
  const content = await readContent(bytes, other);
  if (content.outcome === 'unreadable') return content.unreadable;
  // No engine is left that could read it.
  if (content.outcome === 'declined') return unreadable('damaged');
  return judgeText(content.pages) ?? layOut(content.pages);
}

import { isArray } from '../../file/pdf-kinds.ts';
import { type PdfArray, PdfName, type PdfObject } from '../../file/pdf-objects.ts';
import type { FontSource } from './font-source.ts';

/** Names of glyphs by code, as the /Differences of an encoding give them (ISO 32000-1, 9.6.6.1). */
export function readDifferences(differences: PdfObject, { file, budget }: FontSource): Map<number, string> {
  const names = new Map<number, string>();
  const entries: PdfArray = isArray(differences) ? differences : [];
  budget.takeEntries(entries.length);
  let code = 0;
  for (const entry of entries) {
    const value = file.resolve(entry);
    if (typeof value === 'number') code = value;
    else if (value instanceof PdfName) {
      names.set(code, value.name);
      code += 1;
    }
  }
  return names;
}

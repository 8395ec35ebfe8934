import type { Letter } from '../../records/contract/api/overview.ts';
import type { ReportRef } from '../../records/keys.ts';
import { composeLetter } from '../../records/letters/compose-letter.ts';
import { writeLetter } from '../../records/letters/write-letter.ts';
import type { Letters } from '../adapters/dynamodb-letters.ts';
import type { StoredReports } from '../adapters/stored-record.ts';
import { readStoredReports } from '../exports/read-stored-reports.ts';

export interface LetterStores {
  readonly reports: StoredReports;
  readonly letters: Letters;
  /** Hex sha256 of a text. */
  readonly digest: (text: string) => string;
  readonly clock: () => Date;
}

/**
 * Writes a letter about each of these reports of which a correction was requested. Asked for again about the same
 * findings of the same revision, it is the letter that was written.
 */
export async function writeLetters(
  asked: readonly ReportRef[],
  by: string,
  stores: LetterStores,
): Promise<{ letters: Letter[]; without: ReportRef[] }> {
  const letters: Letter[] = [];
  const without: ReportRef[] = [];
  for (const report of asked) {
    const letter = await writeAbout(report, by, stores);
    if (letter) letters.push(letter);
    else without.push(report);
  }
  return { letters, without };
}

async function writeAbout(report: ReportRef, by: string, stores: LetterStores): Promise<Letter | undefined> {
  const head = await stores.reports.readHead(report);
  if (!head) return undefined;
  const { bodyKey, body, year } = head;
  for await (const stored of readStoredReports([head], 'newest', { ...stores, onUnreadable: () => undefined })) {
    const content = composeLetter(stored);
    if (!content) return undefined;
    const at = stores.clock().toISOString();
    const about = { report: { bodyKey, body, year }, revision: head.newest.revision, findings: content.points.length };
    return stores.letters.keep({ id: content.id, ...about, by, at }, content, writeLetter(content));
  }
  return undefined;
}

import { COUNTING, LABELS } from './lexicon.ts';
import type { ClaimSubject, Meaning } from './prose.ts';
import { meaning, type Phrase, type Reading, type Understood } from './reading.ts';

/** What words name: 规章, 规范性文件 or both. */
export function documentsOf(words: string): ClaimSubject[] {
  const kinds: ClaimSubject[] = [];
  if (words.includes('规章')) kinds.push('regulations');
  if (words.includes('规范性文件')) kinds.push('normative_documents');
  return kinds;
}

const MEASURES: readonly (readonly [NonNullable<Meaning['measure']>, readonly RegExp[]])[] = [
  ['issued', LABELS.issued],
  ['repealed', LABELS.repealed],
  ['in_force', LABELS.inForce],
];

/** Understands a number of regulations or normative documents that were issued, repealed or are in force. */
export function readDocuments(
  { label, tail, unit, before, sentence }: Phrase,
  { measure: said }: Reading,
): Understood | undefined {
  if (!COUNTING.documents.has(unit) || !/^(?:$|[、和及与并])/u.test(tail)) return undefined;
  for (const [measure, patterns] of MEASURES) {
    for (const pattern of patterns) {
      const groups = pattern.exec(label)?.groups;
      if (!groups || (measure === 'repealed' && isSplit(sentence))) continue;
      const meanings = [meaning(documentsOf(groups.kind ?? ''), { measure })];
      return { meanings, rest: groups.rest ?? '', role: 'document' };
    }
  }
  const next = said && LABELS.nextKind[0].exec(label)?.groups;
  if (next) return { meanings: [meaning(documentsOf(next.kind ?? ''), { measure: said })], rest: '', role: 'document' };
  const bare = LABELS.repealedBare[0].exec(label)?.groups;
  const kinds = documentsOf(before);
  if (!bare || kinds.length !== 1 || !(said || before.includes('清理')) || isSplit(sentence)) return undefined;
  return { meanings: [meaning(kinds, { measure: 'repealed' })], rest: bare.rest ?? '', role: 'document' };
}

/** Repealed and lapsed ones counted apart: the form's one number may be either or both. */
const isSplit = (sentence: string) =>
  /失效[^，。；、和及]{0,12}\d/u.test(sentence) && /废止[^，。；、和及]{0,12}\d/u.test(sentence);

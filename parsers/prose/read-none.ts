import { NONE } from './lexicon.ts';
import type { ClaimSubject } from './prose.ts';
import { disputesOf } from './read-disputes.ts';
import { documentsOf } from './read-documents.ts';
import { meaning, type Reading, type Understood } from './reading.ts';
import { PROSE } from './settings.ts';

const ASKERS = /公民[、,，]?法人(?:和|或者?|及|以及|与|、)其[他它]组织/gu;
const INFORMED = /信息公开|公开申请|申请公开|依申请/u;

/** Understands a clause without numbers that says that there was none: 未收到…申请, 无行政复议、行政诉讼. */
export function readNone(clause: string, before: string, reading: Reading): readonly Understood[] {
  if (clause.length > PROSE.longestLabel || !/[未无没不]/u.test(clause)) return [];
  const text = clause.replace(ASKERS, '公民');
  const documents = NONE.documents.exec(text)?.groups;
  if (documents)
    return [one([meaning(documentsOf(documents.kind ?? ''), { measure: 'issued' })], documents.rest, 'document')];
  if (reading.topic === 'requests') {
    const out = NONE.carriedOut.exec(text)?.groups;
    if (out) return [one([meaning(['carried_out'])], out.rest, 'carried')];
    const into = NONE.carriedIn.exec(text)?.groups;
    if (into) return [one([meaning(['carried_in'])], into.rest, 'carried')];
  }
  return readList(text, before, reading);
}

const one = (meanings: Understood['meanings'], rest: string | undefined, role: Understood['role']): Understood => ({
  meanings,
  rest: rest ?? '',
  role,
});

function readList(text: string, before: string, reading: Reading): readonly Understood[] {
  const groups = NONE.clause.exec(text)?.groups;
  if (!groups) return [];
  const items = (groups.what ?? '')
    .replace(NONE.behind, '')
    .split(NONE.separators)
    .map((item) => item.replace(NONE.behind, ''));
  const known = items.map((item) => readItem(item));
  if (known.some((item) => item === undefined)) return [];
  const isInformed = INFORMED.test(before + text) || reading.isInformed;
  return known
    .flatMap((subjects): readonly ClaimSubject[] => subjects ?? [])
    .flatMap((subject) => {
      if (subject === 'received') return [one([meaning(['received'])], groups.rest, 'received')];
      return isInformed ? [one([meaning([subject])], groups.rest, 'dispute')] : [];
    });
}

/** The subjects that an item names; none for complaints and the like, `undefined` for what the grammar does not know. */
function readItem(item: string): readonly ClaimSubject[] | undefined {
  const named = item.replace(NONE.verbs, '');
  if (NONE.request.test(named)) return ['received'];
  const caused = item.replace(NONE.before, '');
  return NONE.item.test(named) || NONE.item.test(caused) ? disputesOf(caused) : undefined;
}

import { BARE, COUNTING, LABELS, OUTCOMES, TAILS } from './lexicon.ts';
import type { ClaimSubject, Meaning } from './prose.ts';
import { type Dispute, meaning, type Phrase, type Reading, type Understood } from './reading.ts';

const KINDS = /未经复议直接(?:起诉|提起行政诉讼)|直接起诉|经?复议后起诉|行政复议|行政诉讼|行政应诉|复议|诉讼/gu;
const INFORMED = /信息公开|公开申请|申请公开|依申请/u;

/** Behind a number: disputes over the disclosure are a part of it, or others of last year are counted beside it. */
const NOT_THE_WHOLE =
  /^[^；。]{0,60}?(?:其中[^；。]{0,20}信息公开|(?:上一?年度?|去年度?|往年|以前年度|20\d\d年度?)(?:结转|转结|遗留|未审结))/u;

/** The kinds of disputes that words name, in their order. */
export function disputesOf(words: string): ClaimSubject[] {
  const kinds = [...words.matchAll(KINDS)].map(([word]): ClaimSubject => {
    if (word.includes('直接')) return 'litigation_direct';
    if (word.includes('后起诉')) return 'litigation_after_reconsideration';
    return word.includes('复议') ? 'reconsideration' : 'litigation';
  });
  return [...new Set(kinds)];
}

/** Understands a number of reconsiderations or law suits over the disclosure of information, or of their outcomes. */
export function readDisputes(phrase: Phrase, reading: Reading): Understood | undefined {
  if (!COUNTING.disputes.has(phrase.unit)) return undefined;
  return (
    readSecond(phrase, reading) ??
    readCount(phrase, reading) ??
    readOutcome(phrase, reading) ??
    readTail(phrase, reading)
  );
}

/** The second number of 分别为2件和1件. */
function readSecond({ label }: Phrase, reading: Reading): Understood | undefined {
  const { second } = reading;
  reading.second = undefined;
  return second && /^[和、,，]?$/u.test(label) ? { meanings: [...second], rest: '', role: 'dispute' } : undefined;
}

function readCount(phrase: Phrase, reading: Reading): Understood | undefined {
  const { label, before } = phrase;
  if (LABELS.related[0].test(label) && reading.headsDisputes) {
    const rest = LABELS.related[0].exec(label)?.groups?.rest ?? '';
    return { meanings: [meaning(['reconsideration', 'litigation'])], rest, role: 'dispute' };
  }
  const groups = LABELS.disputes[0].exec(label)?.groups;
  if (!groups || !/^(?:$|[、和及与])/u.test(phrase.tail)) return undefined;
  if (NOT_THE_WHOLE.test(phrase.sentence.slice(before.length))) return undefined;
  // A body that decides reconsiderations handles others' too: 办理 needs the disclosure named beside it.
  const isHandled = /办理|参加|应对/u.test(groups.met ?? '') && !groups.caused;
  const isInformed = INFORMED.test(before) || (reading.isInformed && reading.topic !== 'other');
  if (isHandled || !isInformed) return undefined;
  const subjects = disputesOf(groups.disputes ?? '');
  const { rest = '', each } = groups;
  if (each === undefined) return { meanings: [meaning(subjects)], rest, role: 'dispute' };
  const [first, next] = subjects;
  if (!first || !next) return undefined;
  if (each !== '分别为') return { meanings: [meaning([first]), meaning([next])], rest, role: 'dispute' };
  reading.second = [meaning([next])];
  return { meanings: [meaning([first])], rest, role: 'dispute' };
}

/** The dispute that an outcome belongs to, unless several stand before it. */
const disputeMeant = ({ disputes }: Reading): Dispute | undefined => {
  const last = disputes.at(-1);
  return disputes.length === 1 || last?.hasOutcome ? last : undefined;
};

export const withOutcome = (meanings: readonly Meaning[], outcome: NonNullable<Meaning['outcome']>): Meaning[] =>
  meanings.map((one) => ({ ...one, outcome }));

function outcomeMeant(words: string, reading: Reading): Meaning[] | undefined {
  const dispute = disputeMeant(reading);
  const outcome = OUTCOMES.find(([pattern]) => pattern.test(words))?.[1];
  if (!dispute || !outcome) return undefined;
  dispute.hasOutcome = true;
  return withOutcome(dispute.meanings, outcome);
}

function readOutcome({ label, tail }: Phrase, reading: Reading): Understood | undefined {
  const groups = LABELS.outcome[0].exec(label)?.groups;
  if (!groups || !/^(?:$|[、和及与])/u.test(tail) || !/^[、和及其中]*$/u.test(groups.rest ?? '')) return undefined;
  const meanings = outcomeMeant(groups.outcome ?? '', reading);
  return meanings && { meanings, rest: '', role: 'outcome' };
}

/** 1件维持, 2件尚未审结, 1件行政复议. */
function readTail({ label, tail, before }: Phrase, reading: Reading): Understood | undefined {
  if (!BARE.test(label.replace(/^.*[、]/u, ''))) return undefined;
  const words = tail.replace(/[、和及]$/u, '');
  const outcome = TAILS.outcome.exec(words)?.groups?.outcome;
  const meanings = outcome && outcomeMeant(outcome, reading);
  if (meanings) return { meanings, rest: '', role: 'outcome' };
  const groups = TAILS.disputes.exec(words)?.groups;
  const kinds = disputesOf(groups?.disputes ?? '');
  const isInformed = groups?.caused !== undefined || INFORMED.test(before);
  return kinds.length === 1 && isInformed ? { meanings: [meaning(kinds)], rest: '', role: 'dispute' } : undefined;
}

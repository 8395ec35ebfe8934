import { APPLICANTS, BARE, COUNTING, LABELS, REQUEST, RESULT_SUBJECTS, RESULT_WORDS, TAILS } from './lexicon.ts';
import type { ClaimSubject } from './prose.ts';
import { meaning, type Phrase, type Reading, type Understood } from './reading.ts';
import { isKnown, stripHarmless } from './scope.ts';

const NAMED = new RegExp(REQUEST, 'u');
/** Requests answered late or in part are no count of those answered; nor is what is left when some were withdrawn. */
const LATE = /延期|逾期|超期|延长|撤回/u;

/** Villages, schools and firms open their affairs too: 村务公开, 村(居)务公开. */
const OTHER_OPENNESS = /[村居党财校厂院警)]务公开/u;

/** Understands a number of requests. */
export function readRequests(phrase: Phrase, reading: Reading): Understood | undefined {
  if (!COUNTING.requests.has(phrase.unit)) return undefined;
  return (
    readCarried(phrase, reading) ??
    readHandled(phrase, reading) ??
    readParts(phrase, reading) ??
    readTail(phrase, reading)
  );
}

/** The first pattern that leaves nothing before it but a subject that is known. */
const matchAny = (patterns: readonly RegExp[], label: string, { body }: Reading) => {
  for (const pattern of patterns) {
    const groups = pattern.exec(label)?.groups;
    if (groups && isKnown(groups.rest ?? '', body)) return groups;
  }
  return undefined;
};

/**
 * Whose requests are counted where it is somebody who is not known, or one kind of them: 我局北塘分局收到申请31件. What
 * follows without a subject of its own is theirs.
 */
export function nameOfOthers(phrase: Phrase, reading: Reading): string | undefined {
  if (!COUNTING.requests.has(phrase.unit)) return undefined;
  const rests = [...LABELS.both, ...LABELS.received, ...LABELS.processed, ...LABELS.handled].flatMap((pattern) => {
    const found = pattern.exec(phrase.label)?.groups;
    return found && isNamed(found, phrase, reading) ? [found.rest ?? ''] : [];
  });
  const [first] = rests;
  return rests.some((rest) => isKnown(rest, reading.body)) || first === undefined ? undefined : stripHarmless(first);
}

function readCarried({ label, sentence }: Phrase, reading: Reading): Understood | undefined {
  const { year, topic } = reading;
  if (topic !== 'requests' && !NAMED.test(sentence)) return undefined;
  const out = matchAny(LABELS.carriedOut, label, reading);
  const toNamed = /(20\d\d)年/u.exec(label)?.[1];
  if (out && (toNamed === undefined || year === null || Number(toNamed) !== year))
    return { meanings: [meaning(['carried_out'])], rest: out.rest ?? '', role: 'carried' };
  const into = matchAny(LABELS.carriedIn, label, reading);
  if (!into || (into.year !== undefined && Number(into.year) + 1 !== year)) return undefined;
  return { meanings: [meaning(['carried_in'])], rest: into.rest ?? '', role: 'carried' };
}

/** 收到, 答复, 办理 with the request named beside it, or told by what was spoken of. */
function readHandled(phrase: Phrase, reading: Reading): Understood | undefined {
  const { label } = phrase;
  const received = [meaning(['received'])];
  const processed = [meaning(['processed'])];
  const both = matchAny(LABELS.both, label, reading);
  if (both && isNamed(both, phrase, reading)) return take(both, [...received, ...processed], 'received');
  const got = matchAny(LABELS.received, label, reading);
  if (got && isNamed(got, phrase, reading)) {
    const isPart = /其中/u.test(label) && !/新收/u.test(got.verb ?? '');
    return isPart ? undefined : take(got, received, 'received');
  }
  if (LATE.test(phrase.sentence)) return undefined;
  const answered = matchAny(LABELS.processed, label, reading);
  if (answered && isNamed(answered, phrase, reading)) return take(answered, processed, 'processed');
  const handled = matchAny(LABELS.handled, label, reading);
  if (!handled || !isNamed(handled, phrase, reading)) return undefined;
  const hasTotal = reading.total?.role === 'received' && reading.total.sentence === reading.sentence;
  if (hasTotal) return take(handled, processed, 'processed');
  return handled.request ? take(handled, [...processed, ...received], 'processed') : undefined;
}

const take = (
  groups: Record<string, string>,
  meanings: Understood['meanings'],
  role: Understood['role'],
): Understood => ({
  meanings,
  rest: groups.rest ?? '',
  role,
});

/** The request is named before the number or behind it, or nothing else is and requests were spoken of. */
function isNamed({ request }: Record<string, string>, { tail, sentence }: Phrase, { topic }: Reading): boolean {
  const behind = TAILS.request.exec(tail)?.groups?.request;
  const named = request || behind || '';
  const isElse = OTHER_OPENNESS.test(sentence) && !/信息|依申请/u.test(named);
  if (NAMED.test(named) || isElse) return !isElse;
  const stands = named !== '' || endsHere(tail);
  return stands && topic === 'requests' && !/许可|信访|复议|诉讼/u.test(sentence.slice(0, 4));
}

/** Nothing of another kind is counted: the clause ends, or goes on with what was done. */
const endsHere = (tail: string) => /^(?:$|[、和及与并且])/u.test(tail) || TAILS.processed.test(tail);

function resultsOf(words: string): ClaimSubject[] {
  const subjects = [...words.matchAll(RESULT_WORDS)].flatMap(([word]) => {
    const known = RESULT_SUBJECTS.find(([pattern]) => pattern.test(word));
    return known ? [known[1]] : [];
  });
  return [...new Set(subjects)];
}

/** Results and applicants: parts of a number that was given before. */
function readParts(phrase: Phrase, reading: Reading): Understood | undefined {
  if (reading.topic !== 'requests') return undefined;
  const { label, tail } = phrase;
  const results = matchAny(LABELS.results, label, reading);
  if (results && endsHere(tail)) return take(results, [meaning(resultsOf(results.results ?? ''))], 'result');
  const applicant = matchAny(LABELS.applicant, label, reading);
  return applicant && endsHere(tail) ? readApplicant(label, applicant.rest ?? '', phrase, reading) : undefined;
}

function readApplicant(
  words: string,
  rest: string,
  { before }: Phrase,
  { total, sentence }: Reading,
): Understood | undefined {
  const isNear = total?.sentence === sentence || (total?.sentence === sentence - 1 && before.startsWith('其中'));
  const applicant = APPLICANTS.find(([pattern]) => pattern.test(words))?.[1];
  if (!applicant || total?.role !== 'received' || !isNear) return undefined;
  return { meanings: [meaning(['received'], { applicant })], rest, role: 'applicant' };
}

/** 7件已办结, 1件结转下年度, 3件予以公开: the words behind the number tell. */
function readTail(phrase: Phrase, reading: Reading): Understood | undefined {
  const tail = phrase.tail.replace(/[、和及]$/u, '');
  const own = phrase.label.replace(/^.*[、]/u, '');
  if (!BARE.test(own) || reading.topic !== 'requests') return undefined;
  const is = (subject: ClaimSubject, role: Understood['role']) => ({ meanings: [meaning([subject])], rest: '', role });
  if (TAILS.carriedOut.test(tail)) return is('carried_out', 'carried');
  if (TAILS.carriedIn.test(tail)) return is('carried_in', 'carried');
  if (TAILS.processed.test(tail) && !LATE.test(phrase.sentence)) return is('processed', 'processed');
  const results = TAILS.results.exec(tail)?.groups?.results;
  if (results) return { meanings: [meaning(resultsOf(results))], rest: '', role: 'result' };
  return TAILS.applicant.test(tail) ? readApplicant(tail, '', phrase, reading) : undefined;
}

import { type Clause, clausesOf } from './clauses.ts';
import { ALL_CLOSED, ALL_NATURAL, ALL_UPHELD, BARE, COMPARED, COUNTING, OTHER_TIME } from './lexicon.ts';
import type { Quantity } from './numbers.ts';
import { periodOf } from './period.ts';
import { readDisputes, withOutcome } from './read-disputes.ts';
import { readDocuments } from './read-documents.ts';
import { readNone } from './read-none.ts';
import { nameOfOthers, readRequests } from './read-requests.ts';
import { type Dispute, type Draft, meaning, type Phrase, type Reading, type Understood } from './reading.ts';
import { openingSubject, stripHarmless, subjectOf } from './scope.ts';
import { PROSE } from './settings.ts';
import { noteTopic } from './topic.ts';
import { withoutConflicts } from './without-conflicts.ts';

const SHARE =
  /^[、和]?(?:约)?占比?(?:为|达)?(?:(?:全部)?(?:答复|办结|办理|处理)(?:申请)?(?:总数|总量|件)?的?(?:比例为)?)?$/u;
/** By which channel they came: the next clause's number is a part. */
const CHANNEL = /^(?:其中)?(?:通过|经由|以|采用|采取|来自)/u;
const LONGEST_CHANNEL = 20;

/** Reads the claims of one sentence and remembers in `reading` what the next ones refer to. Linear in its length. */
export function readSentence(text: string, reading: Reading): readonly Draft[] {
  reading.sentence += 1;
  reading.disputes = [];
  reading.second = undefined;
  reading.measure = undefined;
  reading.part = undefined;
  reading.isAside = false;
  const before = reading.period;
  const { subject } = reading;
  const isOtherTime = OTHER_TIME.test(text);
  const drafts: Draft[] = [];
  let isPart = false;
  for (const clause of clausesOf(text)) {
    const words = clause.lead + clause.text;
    const period = isOtherTime ? 'unknown' : periodOf(words, reading.year);
    if (period !== undefined) reading.period = period;
    reading.subject = openingSubject(words, reading.body) ?? reading.subject;
    if (clause.sign === '；') {
      reading.disputes = [];
      reading.part = undefined;
    }
    const found =
      clause.quantities.length === 0 ? readWords(clause, text, reading) : readNumbers(clause, text, reading, drafts);
    if (!isPart || clause.sign === '；') drafts.push(...found);
    isPart = clause.quantities.length === 0 && CHANNEL.test(clause.text) && clause.text.length <= LONGEST_CHANNEL;
    noteTopic(text.slice(clause.quantities.at(-1)?.end ?? clause.start, clause.end), reading);
  }
  if (reading.isAside) reading.subject = subject;
  const kept = withoutConflicts(drafts);
  reading.period = periodBehind(before, reading.period, kept.length > 0);
  return kept;
}

/** What follows a sentence with numbers of another year may speak of that year still. */
function periodBehind(before: Reading['period'], now: Reading['period'], hasClaims: boolean): Reading['period'] {
  if (typeof now === 'number') return hasClaims ? 'unknown' : null;
  return now === 'unknown' && before === 'unknown' ? 'unknown' : null;
}

function readNumbers(clause: Clause, text: string, reading: Reading, earlier: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  let last: Understood | undefined;
  clause.quantities.forEach((quantity, index) => {
    const phrase = phraseOf(clause, index, quantity, text);
    noteTopic(phrase.label, reading);
    if (quantity.unit === '%') {
      drafts.push(...readShare(phrase, quantity, text, [...earlier, ...drafts]));
      return;
    }
    const cut = index > 0 && last === undefined && !/^[、和及与并,，其另含]/u.test(phrase.label);
    last = cut || COMPARED.test(phrase.label) || isSlogan(quantity, text) ? undefined : understand(phrase, reading);
    if (!last) {
      const aside = nameOfOthers(phrase, reading);
      if (aside !== undefined) turnTo(aside, reading);
      notePart(phrase, clause, reading);
    }
    const found = last
      ? draftsOf(last, quantity.value, placeIn(clause, index, phrase), quantity.approximate, reading)
      : [];
    if (last && found.length > 0) remember(last, quantity.value, reading);
    drafts.push(...found);
  });
  return drafts;
}

function phraseOf({ quantities, start, end, lead }: Clause, index: number, quantity: Quantity, text: string): Phrase {
  const from = quantities[index - 1]?.end ?? start;
  const to = quantities[index + 1]?.start ?? end;
  const own = text.slice(from, quantity.start);
  const label = `${index === 0 ? lead : ''}${own}`.replace(/(?:约|近|大约|将近|超过?|逾)$/u, '');
  const tail = text
    .slice(quantity.end, Math.min(to, quantity.end + PROSE.longestTail))
    .replace(/^(?:余|多|左右|以上)/u, '');
  return {
    // A longer label is none of the grammar's: what it begins with would be cut away.
    label: label.length > PROSE.longestLabel ? '□' : label,
    tail,
    value: quantity.value,
    unit: quantity.unit,
    before: text.slice(0, quantity.start),
    sentence: text,
  };
}

/** Where a number's words stand; those behind it belong to it where those before it say nothing. */
function placeIn(
  { quantities, start, lead }: Clause,
  index: number,
  { label, tail }: Phrase,
): Pick<Draft, 'first' | 'last'> {
  const from = quantities[index - 1]?.end ?? start;
  const end = quantities[index]?.end ?? start;
  const own = label.replace(/^(?:[、和，,]|及(?!时))/u, '');
  const first = from + (index === 0 && lead !== '' ? 0 : label.length - own.length);
  return { first: Math.min(first, end), last: BARE.test(own) ? end + tail.replace(/[、和及]$/u, '').length : end };
}

/** 收到一件、答复一件: each one, not one. */
const isSlogan = ({ inWords, value }: Quantity, text: string) =>
  inWords && value <= 1 && (/(?:[每任逐某一件].{0,2}[一1]件|一件.{0,6}一件)/u.test(text) || value === 0);

function understand(phrase: Phrase, reading: Reading): Understood | undefined {
  return readDisputes(phrase, reading) ?? readDocuments(phrase, reading) ?? readRequests(phrase, reading);
}

const PARTY =
  /(?:政府|部门|单位|机关|机构|系统|街道|公司|中心|[省市县区州盟旗乡镇村局厅委办院所站处科会])(?:代表.*)?$/u;

/** What follows is counted of whom or of what these words name: somebody, or a kind that only this sentence speaks of. */
function turnTo(name: string, reading: Reading): void {
  if (reading.subject !== 'unknown' && !PARTY.test(name)) reading.isAside = true;
  reading.subject = 'unknown';
}

/** 其中征地拆迁类830件: until the parts fill the whole, what follows may be of the last of them. */
function notePart({ label, unit, value, before }: Phrase, { start }: Clause, reading: Reading): void {
  if (!COUNTING.requests.has(unit) || COMPARED.test(label)) return;
  const begins =
    /其中/u.test(label) || /(?:^|[，,；：。(])其中[^，,；：。()\d]{0,20}[，：]$/u.test(before.slice(0, start));
  if (reading.part !== undefined || begins) reading.part = (reading.part ?? 0) + value;
}

const isOfPart = ({ part, total, disputes }: Reading): boolean =>
  part !== undefined && part < (disputes.at(-1)?.value ?? total?.value ?? Number.POSITIVE_INFINITY);

/** The claims that words are understood as; none where whom or which year they speak of cannot be told. */
function draftsOf(
  { meanings, rest, role }: Understood,
  value: number,
  { first, last }: Pick<Draft, 'first' | 'last'>,
  approximate: boolean,
  reading: Reading,
): Draft[] {
  const { period } = reading;
  const phrase = stripHarmless(rest);
  const named = subjectOf(phrase, reading.body);
  if (named === 'unknown' && PARTY.test(phrase)) turnTo(phrase, reading);
  if (named === 'unknown') return [];
  if (named !== undefined) {
    reading.subject = named;
    reading.isAside = false;
    reading.part = undefined;
  }
  const { subject } = reading;
  if (period === 'unknown' || subject === 'unknown' || isOfPart(reading)) return [];
  // Claims of a list with 各 are several; all others are one, which may have several meanings.
  const isEach = role === 'dispute' && meanings.length > 1;
  const ways = isEach ? meanings.map((one) => [one]) : [meanings];
  return ways.map((ones) => ({
    kind: 'count',
    meanings: ones,
    value,
    approximate,
    decimals: 0,
    scope: subject,
    year: period,
    first,
    last,
  }));
}

function remember({ meanings, role }: Understood, value: number, reading: Reading): void {
  if (role === 'received' || role === 'processed') {
    reading.total = { role, value, sentence: reading.sentence };
    reading.topic = 'requests';
    reading.isInformed = true;
  }
  if (role === 'document') reading.measure = meanings[0]?.measure;
  if (role !== 'dispute') return;
  const year = typeof reading.period === 'number' ? reading.period : null;
  const next = meanings.map((one): Dispute => ({ meanings: [one], value, year, hasOutcome: false }));
  reading.disputes = reading.disputes.some(({ hasOutcome }) => hasOutcome) ? next : [...reading.disputes, ...next];
}

/** A percentage right behind a result is its share of the requests processed. */
function readShare(phrase: Phrase, quantity: Quantity, text: string, drafts: readonly Draft[]): Draft[] {
  const last = drafts.at(-1);
  const between = last ? text.slice(last.last, quantity.start) : '';
  const subjects = last?.meanings[0]?.subjects ?? [];
  const isResult = subjects.every((subject) => RESULTS.has(subject)) && last?.meanings[0]?.applicant === 'all';
  if (!last || !isResult || !SHARE.test(phrase.label) || !/^[，,(的]?[^，,；：。()]*$/u.test(between)) return [];
  const { value, approximate, decimals } = quantity;
  return [{ ...last, kind: 'share', value, approximate, decimals, last: quantity.end }];
}

const RESULTS: ReadonlySet<string> = new Set([
  'granted',
  'partially_granted',
  'refused',
  'unavailable',
  'declined',
  'other',
]);

/** Clauses without numbers: that there was none, or what became of all. */
function readWords(clause: Clause, text: string, reading: Reading): Draft[] {
  const place = { first: clause.start, last: clause.end };
  const none = readNone(clause.lead + clause.text, text.slice(0, clause.start), reading);
  const drafts = none.flatMap((understood) => draftsOf(understood, 0, place, false, reading));
  if (drafts.length > 0) {
    none.forEach((understood) => {
      remember(understood, 0, reading);
    });
    return drafts;
  }
  const meant = clause.depth > 0 ? reading.disputes.slice(-1) : reading.disputes;
  const open = meant.filter(({ hasOutcome }) => !hasOutcome);
  if (ALL_UPHELD.test(clause.text))
    return open.flatMap((dispute) => outcomes(dispute, 'upheld', dispute.value, clause, reading));
  if (ALL_CLOSED.test(clause.text)) return open.flatMap((dispute) => outcomes(dispute, 'pending', 0, clause, reading));
  const { total } = reading;
  if (ALL_NATURAL.test(clause.text) && total?.role === 'received' && total.sentence === reading.sentence) {
    const natural: Understood = {
      meanings: [meaning(['received'], { applicant: 'natural_person' })],
      rest: '',
      role: 'applicant',
    };
    return draftsOf(natural, total.value, place, false, reading);
  }
  return [];
}

function outcomes(
  dispute: Dispute,
  outcome: 'upheld' | 'pending',
  value: number,
  clause: Clause,
  reading: Reading,
): Draft[] {
  dispute.hasOutcome = true;
  const place = { first: clause.start, last: clause.end };
  const understood: Understood = { meanings: withOutcome(dispute.meanings, outcome), rest: '', role: 'outcome' };
  return draftsOf(understood, value, place, false, reading);
}

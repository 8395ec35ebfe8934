import { clausesOf } from './clauses.ts';
import { COMPARED } from './lexicon.ts';
import type { List } from './prose.ts';

/** A list before its place is known. */
export interface DraftList extends Pick<List, 'total' | 'parts' | 'complete'> {
  readonly first: number;
  readonly last: number;
}

interface Item {
  readonly value: number;
  readonly unit: string;
  readonly label: string;
  readonly tail: string;
  readonly depth: number;
  readonly sign: string;
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
  /** Clause that it stands in. */
  readonly clause: number;
}

const REST = /其[他它余]|剩余/u;
const OPENS = /^(?:其中|包括|包含|分别为|分别是|分别)/u;
const NO_LIST = /^(?:含|如|例如|主要|另|折合|约|已|同比)|等$/u;
/** Sets of parts that the forms themselves complete. */
const RESULTS = [/予以公开/u, /部分公开/u, /不予公开/u, /无法提供/u, /不予处理/u, /其[他它]处理/u];
const PARTITIONS: readonly (readonly RegExp[])[] = [
  [/自然人/u, /法人/u],
  [/维持/u, /纠正/u, /其[他它]结果/u, /审结/u],
  RESULTS,
];
const MOST_PARTS = 60;
/** What was counted may stand between a total and its list: 380条财政资金信息，其中. */
const BEHIND = /^[^，,；：。()\d]{0,20}[，,；：]?(其中|分别为|分别是|包括)/u;
const LONGEST_NOUN = 26;
/** What became of things is no part of them. */
const NO_PART = /办理|办结|答复|结转|收到|受理|顺延/u;

const isNoPart = ({ label, tail }: Item) => NO_PART.test(label + tail.replace(/、.*$/u, ''));
/** Of requests received some have no result yet. */
const RECEIVED = /收到|受理|收办|新收|接收|登记|接到/u;
const ANSWERED = /答复|办结|办复|办理|处理/u;

/** Finds totals with their parts beside them: in brackets, or behind 其中. Linear. */
export function listsOf(text: string): readonly DraftList[] {
  const items = itemsOf(text);
  const lists: DraftList[] = [];
  items.forEach((total, index) => {
    const following = items.slice(index + 1, index + 1 + MOST_PARTS);
    const list = inBrackets(total, following, text) ?? behindWord(total, following, text);
    if (list) lists.push(list);
  });
  return lists;
}

function itemsOf(text: string): Item[] {
  return clausesOf(text).flatMap(({ quantities, start, end, depth, sign }, clause) =>
    quantities.map((quantity, index) => ({
      ...quantity,
      label: text.slice(quantities[index - 1]?.end ?? start, quantity.start).slice(-40),
      tail: text.slice(quantity.end, Math.min(quantities[index + 1]?.start ?? end, quantity.end + 20)),
      depth,
      sign,
      clause,
    })),
  );
}

/** 197条(政府预决算32条、部门预决算165条). */
function inBrackets(total: Item, following: readonly Item[], text: string): DraftList | undefined {
  const opening = /^[，,、]?\(/u.exec(text.slice(total.end, total.end + 2))?.[0];
  if (!opening) return undefined;
  const from = total.end + opening.length;
  const end = following.findIndex(({ depth }) => depth <= total.depth);
  const inside = following.slice(0, end < 0 ? following.length : end);
  const own = inside.filter(({ depth }) => depth === total.depth + 1);
  const done = own.findIndex(isNoPart);
  const parts = done < 0 ? own : own.slice(0, done);
  const words = text.slice(from, from + 4);
  if (parts[0] === undefined || parts[0].start - from > 40 || NO_LIST.test(words)) return undefined;
  const list = judge(total, parts, OPENS.test(words) ? words : '', text);
  const closes = text.charAt(closeOf(text, from) - 1);
  return list && { ...list, complete: list.complete && closes !== '等' };
}

function closeOf(text: string, from: number): number {
  const at = text.indexOf(')', from);
  return at < 0 ? text.length : at;
}

/** 351件，其中结果维持72件，…: up to a rest, or to what is no part any more. */
function behindWord(total: Item, following: readonly Item[], text: string): DraftList | undefined {
  const word = BEHIND.exec(text.slice(total.end, total.end + LONGEST_NOUN))?.[1];
  if (!word) return undefined;
  const parts: Item[] = [];
  for (const [index, item] of following.entries()) {
    if (item.depth > total.depth) continue;
    if (item.depth < total.depth) break;
    if (item.unit === '%') continue;
    const next = following.slice(index + 1).find(({ depth }) => depth === item.depth);
    const heads = next !== undefined && /^其中/u.test(next.label);
    // Another total with its own parts ends the list, where a semicolon says so; otherwise it may be a part itself.
    if (heads && parts.length > 0 && item.sign === '；') break;
    if (heads) return undefined;
    if (isNoPart(item)) break;
    parts.push(item);
    if (/^(?:其[他它余]|剩余)(?!处理|结果)/u.test(item.label.replace(/^[、和及]/u, ''))) break;
  }
  return judge(total, parts, word, text);
}

/** Parts up to the first that is of another kind than the first: applicants and results divide the same total twice. */
function withinPartition(parts: readonly Item[]): readonly Item[] {
  const kindOf = ({ label, tail }: Item) => PARTITIONS.find((names) => names.some((name) => name.test(label + tail)));
  const kind = parts[0] && kindOf(parts[0]);
  const end = parts.findIndex((part) => kindOf(part) !== kind);
  return end < 0 ? parts : parts.slice(0, end);
}

function judge(total: Item, parts: readonly Item[], word: string, text: string): DraftList | undefined {
  const counted = withinPartition(parts.filter(({ unit }) => unit !== '%'));
  const last = counted.at(-1);
  const isPlain = counted.every(
    (part) => part.unit === total.unit && !part.approximate && !COMPARED.test(part.label + part.tail),
  );
  const labels = counted.map((part) => part.label + part.tail.replace(/[、和及]$/u, ''));
  const kinds = PARTITIONS.filter((partition) => partition.some((name) => labels.some((label) => name.test(label))));
  if (!last || counted.length < 2 || !isPlain || total.approximate || kinds.length > 1 || COMPARED.test(total.label))
    return undefined;
  const partition = kinds[0];
  const isOpen = partition === RESULTS && RECEIVED.test(total.label) && !ANSWERED.test(total.label);
  const isFilled = !isOpen && partition?.every((name) => labels.some((label) => name.test(label)));
  const hasRest = !partition && labels.some((label) => REST.test(label));
  const isDirect = word === '' && !partition && !labels.some((label) => /其中|含|等$|^(?:同比|已)/u.test(label));
  const complete = isFilled || hasRest || isDirect || word.startsWith('分别');
  const values = counted.map(({ value }) => value);
  return {
    total: total.value,
    parts: values,
    complete: complete && text.charAt(last.end) !== '等',
    first: total.start,
    last: last.end,
  };
}

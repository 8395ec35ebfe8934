import type { List } from '../../parsers/prose/prose.ts';
import { cutAround } from '../claims/quote-claim.ts';
import { type CheckOutcome, WHOLE_REPORT } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';
import { sayList } from '../wording/prose.ts';

/** Parts that make up less of the total, or more, do not divide it: they are examples, or overlap (文字、图片、视频解读). */
const NEAR = { least: 0.8, most: 1.2 } as const;

/** A list in the prose that names every part adds up to the total beside it. Open lists (其中…) owe nothing. */
export const TEXT_PARTS: Rule = {
  id: 'TEXT-PARTS',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'hint',
  title: { zh: '正文列举合计', en: 'Lists in the prose add up' },
  relation: {
    zh: '正文中列全各项的列举，各项之和 = 所称总数；未列全的不核对',
    en: 'The parts of a list in the prose that names them all add up to the total stated; other lists are not checked',
  },
  basis: '文字部分自身的数字关系',
  evaluate: checkLists,
};

function checkLists({ prose, tables }: Reading): readonly CheckOutcome[] {
  if (tables.length === 0) return [];
  const lists = prose.lists.filter((list) => list.complete && isNear(list)).toSorted(inReadingOrder);
  if (lists.length === 0) {
    return [notEvaluable(TEXT_PARTS, WHOLE_REPORT, 'no-claim', [], sayNotEvaluable(TEXT_PARTS.id, 'no-claim'))];
  }
  return lists.map((list, index) => checkList(list, `list-${index + 1}`));
}

function isNear({ parts, total }: List): boolean {
  const sum = sumOf(parts);
  return sum >= total * NEAR.least && sum <= total * NEAR.most;
}

/** Amounts of money have decimals, and binary fractions leave crumbs. */
const sumOf = (parts: readonly number[]): number => Math.round(parts.reduce((sum, part) => sum + part, 0) * 1e6) / 1e6;

const inReadingOrder = (one: List, other: List) =>
  one.where.block - other.where.block || one.where.start - other.where.start;

function checkList({ parts, total, text, where }: List, scope: string): CheckOutcome {
  const expected = sumOf(parts);
  if (expected === total) return holds(TEXT_PARTS, scope);
  return broken(TEXT_PARTS, scope, {
    figures: [],
    expected,
    found: total,
    quote: {
      text: cutAround(text, Math.max(0, text.indexOf(String(total)))),
      section: where.section,
      page: where.page,
    },
    message: sayList(parts, expected, total),
  });
}

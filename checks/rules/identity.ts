import type { Evidence } from '../../parsers/figures/identity.ts';
import { bodyOf, yearOf } from '../../parsers/figures/judge-identity.ts';

import type { CheckOutcome, Finding } from '../finding.ts';
import { mayCompile } from '../identity/compiled-by.ts';
import { isSameBody } from '../identity/same-body.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayBodies, sayYears } from '../wording/identity.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';

/** Title, opening, section one and file name name one body and one year. */
export const IDENTITY: Rule = {
  id: 'IDENTITY',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'explain',
  title: { zh: '机关与年度一致', en: 'Body and year agree' },
  relation: {
    zh: '标题、开头说明、第一部分与文件名所称的机关、年度一致；简称、全称及其办公室视为同一机关',
    en: 'Title, opening, section one and file name state the same body and year; short and full names and the body’s own office are the same',
  },
  basis: '《政府信息公开条例》第四十九条、第五十条',
  evaluate: (reading) => (reading.tables.length === 0 ? [] : [checkYear(reading), checkBody(reading)]),
};

function checkYear({ identity }: Reading): CheckOutcome {
  const told = yearOf(identity);
  if (told === null) return unknown('year');
  const other = identity.year.find(({ value }) => value !== told);
  if (!other) return holds(IDENTITY, 'year');
  return broken(IDENTITY, 'year', {
    figures: [],
    expected: told,
    found: other.value,
    quote: quoteOf(other),
    message: sayYears(identity.year),
  });
}

function checkBody({ identity }: Reading): CheckOutcome {
  const name = bodyOf(identity);
  const told = identity.body.find(({ value }) => value === name);
  if (!told) return unknown('body');
  const agrees = (one: Evidence<string>) => isNameOf(one, told, identity.body);
  const other = identity.body.find((one) => !agrees(one));
  if (!other) return holds(IDENTITY, 'body');
  return broken(IDENTITY, 'body', {
    figures: [],
    expected: null,
    found: null,
    quote: quoteOf(other),
    message: sayBodies(identity.body.filter((one) => one.value === told.value || !agrees(one))),
  });
}

/** Two short forms need not resemble each other: it is enough that a fuller name found here is that of the same body. */
const isNameOf = (one: Evidence<string>, told: Evidence<string>, names: readonly Evidence<string>[]): boolean =>
  agree(one, told) ||
  names.some((fuller) => fuller.value.length > one.value.length && agree(one, fuller) && agree(fuller, told));

const agree = (one: Evidence<string>, other: Evidence<string>): boolean =>
  isSameBody(one.value, other.value) ||
  isLetterhead(one, other) ||
  isLetterhead(other, one) ||
  (one.source === 'opening' && mayCompile(one.value, other.value)) ||
  (other.source === 'opening' && mayCompile(other.value, one.value));

/** 云川市人民政府 above the title of an office names whose site or paper it is. */
const isLetterhead = (one: Evidence<string>, other: Evidence<string>): boolean =>
  one.source === 'title' && other.source === 'title' && isGovernment(one.value) && !isGovernment(other.value);

const isGovernment = (name: string) => /(?:人民政府|政府)$/u.test(name);

const quoteOf = ({ text, source }: Evidence<unknown>): NonNullable<Finding['quote']> => ({
  text: text.slice(0, 160),
  section: source === 'section-1' ? 'section_1' : null,
  page: null,
});

const SCOPE_WORDS = { year: { zh: '年度', en: 'year' }, body: { zh: '机关', en: 'body' } } as const;

const unknown = (scope: keyof typeof SCOPE_WORDS): CheckOutcome =>
  notEvaluable(IDENTITY, scope, 'no-identity', [], sayNotEvaluable(IDENTITY.id, 'no-identity', SCOPE_WORDS[scope]));

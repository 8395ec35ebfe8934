import type { Reading } from '../../checks/reading.ts';
import type { Claim, List, Meaning, Place } from '../../parsers/prose/prose.ts';

/** Sentences of reports as the reader of prose gives them. */

const WHERE: Place = { section: 'section_1', block: 4, page: null, start: 0, end: 10 };

type Meant = Partial<Meaning> & Pick<Meaning, 'subjects'>;

/** A number in the prose that counts what one of the meanings says. */
export function counted(text: string, value: number, meant: Meant | Meant[], more: Partial<Claim> = {}): Claim {
  const meanings = [meant].flat().map((it) => ({ applicant: 'all' as const, ...it }));
  return {
    kind: 'count',
    meanings,
    value,
    approximate: false,
    decimals: 0,
    scope: 'body',
    year: null,
    where: WHERE,
    text,
    ...more,
  };
}

/** A percentage of what was processed. */
export function shared(text: string, value: number, decimals: number, meant: Meant, more: Partial<Claim> = {}): Claim {
  return counted(text, value, meant, { kind: 'share', decimals, ...more });
}

export function listed(text: string, total: number, parts: number[], complete = true, block = 4): List {
  return { total, parts, complete, where: { ...WHERE, block }, text };
}

export const withClaims = (reading: Reading, ...claims: Claim[]): Reading => ({
  ...reading,
  prose: { ...reading.prose, claims },
});

export const withLists = (reading: Reading, ...lists: List[]): Reading => ({
  ...reading,
  prose: { ...reading.prose, lists },
});

/** The reading of something in which no table was found. */
export const withoutTables = (reading: Reading): Reading => ({ ...reading, figures: {}, tables: [] });

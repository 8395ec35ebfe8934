import type { Draft } from './reading.ts';

const keyOf = ({ kind, meanings, scope, year }: Draft) => JSON.stringify([kind, meanings, scope, year]);

/** Drops claims of one sentence that say different numbers of the same: one of them counts a part. */
export function withoutConflicts(drafts: readonly Draft[]): readonly Draft[] {
  const values = new Map<string, Set<number>>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    values.set(key, (values.get(key) ?? new Set()).add(draft.value));
  }
  const carriedIn = drafts.find(({ meanings }) => meanings[0]?.subjects[0] === 'carried_in')?.value;
  return drafts.filter((draft) => {
    const said = values.get(keyOf(draft));
    return said === undefined || said.size === 1 || isNewAndAll(draft, said, carriedIn);
  });
}

/** 新收18件, 上年结转2件, 共受理20件. */
function isNewAndAll({ meanings }: Draft, said: ReadonlySet<number>, carriedIn: number | undefined): boolean {
  const [first = 0, second = 0, third] = said;
  const isReceived = meanings[0]?.subjects[0] === 'received' && meanings[0].applicant === 'all';
  return isReceived && third === undefined && carriedIn !== undefined && Math.abs(first - second) === carriedIn;
}

import { expect, test } from 'vitest';
import { ALL_RULES, RULE_SETS, RULES, rulesOf } from '../../checks/catalogue.ts';

test('a rule set holds the rules that came with it or before it, and none on trial', () => {
  const [first] = RULE_SETS;
  expect(rulesOf(first).length).toBeGreaterThan(0);
  expect(rulesOf(first).every(({ since }) => since === first)).toBe(true);
  expect(RULES).toEqual(ALL_RULES.filter(({ state, until }) => state === 'active' && until === undefined));
});

test('a version that is no rule set is refused, not taken for an older or newer one', () => {
  expect(() => rulesOf('2026.11.10')).toThrow('2026.11.10 is no rule set');
});

test('every rule came with a rule set, and went with a later one', () => {
  const sets: readonly string[] = RULE_SETS;
  for (const { id, since, until } of ALL_RULES) {
    expect(sets, id).toContain(since);
    if (until !== undefined) expect(sets.indexOf(until), id).toBeGreaterThan(sets.indexOf(since));
  }
});

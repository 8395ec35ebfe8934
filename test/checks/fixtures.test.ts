import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../checks/catalogue.ts';
import { evaluateRule } from '../../checks/check-figures.ts';
import { findingSchema, notEvaluableSchema } from '../../checks/finding-schema.ts';
import type { RuleFixtures } from './fixtures/fixture.ts';

/** Every rule that is evaluated shows each of its four outcomes on a reading kept for it. */

const FOLDER = join(import.meta.dirname, 'fixtures');
const KEPT = await Promise.all(
  readdirSync(FOLDER)
    .filter((name) => name !== 'fixture.ts')
    .map(async (name) => ({ name, fixtures: await readFixtures(name) })),
);

async function readFixtures(name: string): Promise<RuleFixtures> {
  const module: { FIXTURES?: RuleFixtures } = await import(join(FOLDER, name));
  if (!module.FIXTURES) throw new Error(`test/checks/fixtures/${name} exports no FIXTURES`);
  return module.FIXTURES;
}

test('every file is named after its rule, and there is such a rule', () => {
  const ids = ALL_RULES.map(({ id }) => id);
  expect(KEPT.filter(({ name, fixtures }) => name !== `${fixtures.rule.toLowerCase()}.ts`)).toEqual([]);
  expect(KEPT.map(({ fixtures }) => fixtures.rule).filter((rule) => !ids.includes(rule))).toEqual([]);
});

describe.each(ALL_RULES.filter(({ state }) => state !== 'retired'))('$id', (rule) => {
  const kept = KEPT.find(({ fixtures }) => fixtures.rule === rule.id)?.fixtures;
  const fixtures = () => {
    if (!kept) throw new Error(`no test/checks/fixtures/${rule.id.toLowerCase()}.ts`);
    return kept;
  };
  const kindsIn = (reading: Parameters<typeof rule.evaluate>[0]) =>
    new Set(evaluateRule(rule, reading).map(({ outcome }) => outcome));

  test('holds', () => {
    const kinds = kindsIn(fixtures().holds);
    expect(kinds).toContain('holds');
    expect(kinds).not.toContain('broken');
    expect(kinds).not.toContain('not-evaluable');
  });

  test('is broken, in these words', () => {
    const { reading, scope, expected, found, zh, en } = fixtures().broken;
    const broken = evaluateRule(rule, reading).flatMap((it) => (it.outcome === 'broken' ? [it] : []));
    expect(broken.map((it) => it.scope)).toEqual([scope]);
    expect(broken[0]).toMatchObject({ severity: rule.severity, expected, found, message: { zh, en } });
    expect(findingSchema.parse(broken[0])).toEqual(broken[0]);
  });

  test('cannot be evaluated', () => {
    const { reading, reason } = fixtures().notEvaluable;
    const unknown = evaluateRule(rule, reading).flatMap((it) => (it.outcome === 'not-evaluable' ? [it] : []));
    expect(new Set(unknown.map((it) => it.reason))).toEqual(new Set([reason]));
    for (const { outcome: _, ...one } of unknown) expect(notEvaluableSchema.parse(one)).toEqual(one);
  });

  test('does not apply', () => {
    expect(kindsIn(fixtures().notApplicable)).toEqual(new Set(['not-applicable']));
  });
});

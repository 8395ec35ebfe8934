import { expect, test } from 'vitest';
import { RULES } from '../../checks/catalogue.ts';
import { checkFigures } from '../../checks/check-figures.ts';
import { findingSchema, notEvaluableSchema } from '../../checks/finding-schema.ts';
import {
  BLANK,
  FORMS_2019,
  FORMS_2021,
  HYBRID,
  missing,
  raised,
  UNREADABLE,
  validReading,
  withEach,
  withFigures,
} from './readings.ts';

test('a valid report has no finding, and every rule held somewhere', () => {
  for (const forms of [FORMS_2019, FORMS_2021, HYBRID]) {
    const { findings, notEvaluable, held } = checkFigures(validReading(forms));
    expect(findings).toEqual([]);
    expect(notEvaluable).toEqual([]);
    expect(Object.keys(held).sort()).toEqual(RULES.map(({ id }) => id).sort());
  }
});

test('the gravest findings come first', () => {
  const reading = withFigures(raised(validReading(FORMS_2021), 't4.reconsideration.total'), {
    't2.fees.amount': BLANK,
  });
  expect(checkFigures(reading).findings.map(({ rule }) => rule)).toEqual(['T4-OUTCOMES', 'BLANK-CELLS']);
});

test('a rule names each scope once, since findings are stored by rule and scope', () => {
  for (const forms of [FORMS_2019, FORMS_2021, HYBRID]) {
    const everyRuleBroken = withEach(validReading(forms), () => true, { value: -0.5 });
    for (const reading of [everyRuleBroken, withEach(validReading(forms), () => true, BLANK)]) {
      for (const rule of RULES) {
        const scopes = rule.evaluate(reading).map(({ scope }) => scope);
        expect(new Set(scopes).size, rule.id).toBe(scopes.length);
      }
    }
  }
});

test('every rule id is named once', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test('findings and what was not evaluated are as the record keeps them', () => {
  const valid = validReading(FORMS_2019);
  const trouble = withFigures(raised(valid, 't3.granted.total'), {
    't3.carried_in.total': UNREADABLE,
    't2.licensing.change': missing('column-not-found'),
    't4.reconsideration.other': { value: 0.5 },
  });
  const { findings, notEvaluable } = checkFigures({ ...trouble, sections: [] });
  expect(findings.length).toBeGreaterThan(3);
  for (const finding of findings) expect(findingSchema.parse(finding)).toEqual(finding);
  for (const one of notEvaluable) expect(notEvaluableSchema.parse(one)).toEqual(one);
});

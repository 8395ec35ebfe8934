import { expect, test } from 'vitest';
import { RULES } from '../../checks/catalogue.ts';
import { checkFigures } from '../../checks/check-figures.ts';
import { findingSchema, notEvaluableSchema } from '../../checks/finding-schema.ts';
import { BLANK_CELLS } from '../../checks/rules/blank-cells.ts';
import { FIGURE_KIND } from '../../checks/rules/figure-kind.ts';
import { FORM_COMPLETE } from '../../checks/rules/form-complete.ts';
import { OTHER_SHARE } from '../../checks/rules/other-share.ts';
import { SUM_RULES } from '../../checks/rules/sum-rules.ts';
import { T2_IN_FORCE } from '../../checks/rules/t2-in-force.ts';
import { NO_PROSE } from '../../parsers/prose/prose.ts';
import {
  BLANK,
  FORMS_2019,
  FORMS_2021,
  HYBRID,
  missing,
  raised,
  stated,
  UNREADABLE,
  validReading,
  withEach,
  withFigures,
} from './readings.ts';

/** Generated documents in force are any number; here they are more than were issued. */
const validIn = (forms: Parameters<typeof validReading>[0]) =>
  withEach(validReading(forms), (id) => /\.(?:in_force|public_total)$/.test(id), stated(1_000_000));

test('a valid report has no finding, and whatever looks at its own figures alone held somewhere', () => {
  for (const forms of [FORMS_2019, FORMS_2021, HYBRID]) {
    const { findings, notEvaluable, held, notApplicable } = checkFigures(validIn(forms), [
      ...SUM_RULES,
      FIGURE_KIND,
      FORM_COMPLETE,
      T2_IN_FORCE,
      OTHER_SHARE,
      BLANK_CELLS,
    ]);
    expect(findings).toEqual([]);
    expect(notEvaluable).toEqual([]);
    expect(notApplicable).toEqual(forms.t2 === '2019' ? ['T2-IN-FORCE'] : []);
    expect(Object.keys(held)).toHaveLength(SUM_RULES.length + 5 - notApplicable.length);
  }
});

test('of a valid report that stands alone nothing else is said than that there is nothing to compare with', () => {
  for (const forms of [FORMS_2019, FORMS_2021, HYBRID]) {
    const { findings, notEvaluable } = checkFigures({
      ...validIn(forms),
      prose: { ...NO_PROSE, feeMention: 'mentioned' },
    });
    expect(findings).toEqual([]);
    expect(new Set(notEvaluable.map(({ reason }) => reason))).toEqual(
      new Set(['no-report-before', 'no-claim', 'no-identity']),
    );
  }
});

test('every rule holds, is broken, cannot be evaluated or does not apply', () => {
  const { findings, notEvaluable, held, notApplicable } = checkFigures(validReading(FORMS_2021));
  const named = [...[...findings, ...notEvaluable].map(({ rule }) => rule), ...Object.keys(held), ...notApplicable];
  expect([...new Set(named)].sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test('the gravest findings come first', () => {
  const reading = withFigures(raised(validIn(FORMS_2021), 't4.reconsideration.total'), {
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

import { describe, expect, test } from 'vitest';
import { checkFigures } from '../../checks/check-figures.ts';
import type { Reading, SecondReading } from '../../checks/reading.ts';
import { accusesOnOneReading } from '../../checks/second-reading.ts';
import { after } from './neighbours.ts';
import { FORMS_2021, readingOf, stated, validReading } from './readings.ts';

/** A report in which one sum does not hold, and its cells. */
const valid = validReading(FORMS_2021);
const TOTAL = 't4.reconsideration.total';
const published = (valid.figures[TOTAL]?.value ?? 0) + 1;
const broken: Reading = { ...valid, figures: { ...valid.figures, [TOTAL]: stated(published) } };
const values = new Map(Object.entries(broken.figures).map(([id, { value }]) => [id, value ?? 0]));

const findingWith = (again: ReadonlyMap<string, number> | undefined) =>
  checkFigures({ ...broken, again }).findings.find(({ rule }) => rule === 'T4-OUTCOMES');

describe('what a second reading does to a finding', () => {
  test('none was taken', () => {
    expect(findingWith(undefined)).toMatchObject({ cause: 'report' });
    expect(findingWith(undefined)).not.toHaveProperty('secondReading');
  });

  test('it found the same figures', () => {
    expect(findingWith(values)).toMatchObject({ cause: 'report', secondReading: 'agrees' });
  });

  test('it found another figure: the finding says that it may be misread', () => {
    const finding = findingWith(new Map(values).set(TOTAL, published - 1));
    expect(finding).toMatchObject({ cause: 'possibly-misread', secondReading: 'disagrees' });
    expect(finding?.message.zh).toContain('另一种读取方式得到的数字不同，可能为误读');
    expect(finding?.message.en).toContain('possibly misread');
  });

  test('it found another figure where the first found a blank', () => {
    const figures = {
      ...broken.figures,
      't4.reconsideration.upheld': { ...stated(0), value: null, state: 'blank' } as const,
    };
    const again = new Map(values).set('t4.reconsideration.upheld', 3);
    const [finding] = checkFigures({ ...broken, figures, again }).findings.filter(({ rule }) => rule === 'T4-OUTCOMES');
    expect(finding).toMatchObject({ secondReading: 'disagrees' });
  });

  test('it did not find them all', () => {
    const again = new Map(values);
    again.delete(TOTAL);
    expect(findingWith(again)).toMatchObject({ cause: 'report', secondReading: 'silent' });
  });

  test('it differs elsewhere', () => {
    const again = new Map(values).set('t4.litigation_direct.total', -1);
    expect(findingWith(again)).toMatchObject({ cause: 'report', secondReading: 'agrees' });
  });
});

test('a figure that cannot be what it is asks for the original where the second reading differs', () => {
  const id = 't3.granted.natural_person';
  const figures = { ...valid.figures, [id]: stated(-3) };
  const [finding] = checkFigures({ ...valid, figures, again: new Map([[id, 3]]) }).findings.filter(
    ({ rule }) => rule === 'FIGURE-KIND',
  );
  expect(finding).toMatchObject({ cause: 'possibly-misread', secondReading: 'disagrees' });
  expect(finding?.message.zh).toContain('可能为误读');
});

describe('what second readings of two years do to a carry that breaks', () => {
  const OUT = 't3.carried_out.natural_person';
  const IN = 't3.carried_in.natural_person';
  const carry = (before: SecondReading | undefined, own: SecondReading | undefined) =>
    checkFigures(
      after(
        { ...readingOf(FORMS_2021, { [OUT]: 2 }), again: before },
        { ...readingOf(FORMS_2021, { [IN]: 3 }), again: own },
      ),
    ).findings.find(({ rule, scope }) => rule === 'T3-CARRY' && scope === 'natural_person');
  const out = (value: number) => new Map([[OUT, value]]);
  const carriedIn = (value: number) => new Map([[IN, value]]);

  test('both files were read twice and found the same', () => {
    expect(carry(out(2), carriedIn(3))).toMatchObject({ cause: 'report', secondReading: 'agrees' });
  });

  test.each([
    ['last year’s', out(3), carriedIn(3)],
    ['this year’s', out(2), carriedIn(2)],
    ['last year’s, and this year’s was read once', out(3), undefined],
  ])('%s file may be misread', (_, before, own) => {
    const finding = carry(before, own);
    expect(finding).toMatchObject({ cause: 'possibly-misread', secondReading: 'disagrees' });
    expect(finding?.message.zh).toContain('可能为误读');
  });

  test('a second reading of one file alone does not speak for both', () => {
    const finding = carry(undefined, carriedIn(3));
    expect(finding).toMatchObject({ cause: 'report' });
    expect(finding?.secondReading).toBeUndefined();
    expect(finding && accusesOnOneReading(finding)).toBe(true);
  });

  test('one that did not find its cell is silent', () => {
    expect(carry(out(2), new Map())).toMatchObject({ cause: 'report', secondReading: 'silent' });
  });
});

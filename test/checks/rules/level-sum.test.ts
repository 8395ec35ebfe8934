import { describe, expect, test } from 'vitest';
import type { Below, Reading } from '../../../checks/reading.ts';
import { LEVEL_SUM } from '../../../checks/rules/level-sum.ts';
import { above } from '../neighbours.ts';
import { BLANK, FORMS_2021, outcomeOf, readingOf, withFigures } from '../readings.ts';

const SCOPE = 't3.new_received.total';
const received = (count: number) => readingOf(FORMS_2021, { [SCOPE]: count });
const outcome = (reading: Reading) => outcomeOf(LEVEL_SUM, SCOPE, reading)?.outcome;

const withoutOffice = (reading: Reading): Reading => {
  const below: Below = reading.below ?? { reports: [], missing: [] };
  return { ...reading, below: { ...below, reports: below.reports.slice(1) } };
};

describe('LEVEL-SUM', () => {
  test('while a report below is not on file, more is no contradiction and less is', () => {
    expect(outcome(above([received(4)], received(10), ['示例县水利局']))).toBe('holds');
    expect(outcome(above([received(4)], received(3), ['示例县水利局']))).toBe('broken');
  });

  test('a roster without the government’s own office does not name all, so that more is no contradiction', () => {
    expect(outcome(above([received(1), received(4)], received(10)))).toBe('broken');
    expect(outcome(withoutOffice(above([received(1), received(4)], received(10))))).toBe('holds');
  });

  test('a total that a body below left blank over stated parts is not 0', () => {
    const part = withFigures(readingOf(FORMS_2021, { 't3.new_received.natural_person': 35 }), { [SCOPE]: BLANK });
    expect(outcome(above([received(60), part], received(95)))).toBe('not-evaluable');
  });

  test('of many bodies below the largest are named', () => {
    const reading = above(
      Array.from({ length: 50 }, (_, at) => received(at)),
      received(1),
    );
    const found = outcomeOf(LEVEL_SUM, SCOPE, reading);
    expect(found?.outcome === 'broken' && found.elsewhere?.length).toBe(20);
    expect(found?.outcome === 'broken' && found.elsewhere?.[0]?.body).toBe('示例县第49局');
  });
});

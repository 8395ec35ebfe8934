import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFigures } from '../../../checks/check-figures.ts';
import type { Reading } from '../../../checks/reading.ts';
import { formsOf } from '../../../checks/reading.ts';
import { BOUNDS, findSuspects } from '../../../checks/suspects/find-suspects.ts';
import type { FigureId } from '../../../forms/form.ts';
import { consistentReport } from '../../dresses/arbitrary.ts';
import { FORMS_2021, raised, readingOfReport, stated, validReading, withFigures } from '../readings.ts';

const REPORTS = 10_000;
const SUMMED = /^t[34]/;
const isSummed = (id: string): id is FigureId => SUMMED.test(id);

/** Generated reports whose sums hold, drawn once and broken many times. */
const SOUND = fc.sample(consistentReport(), { seed: 11, numRuns: 500 }).map(readingOfReport);

type Damage = readonly [at: number, value: number | 'next'];

/** Up to six cells of tables 3 and 4 get another number, or up to three of them that of the next cell, which gets theirs. */
const damage: fc.Arbitrary<Damage[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(9), fc.nat(200), fc.nat(4_000_000))), {
      minLength: 1,
      maxLength: 6,
    }),
  },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(), fc.constant('next' as const)), { minLength: 1, maxLength: 3 }) },
);

function broken(sound: Reading, damages: readonly Damage[]): Reading {
  const ids = Object.keys(sound.figures).filter(isSummed);
  const values = new Map<FigureId, number>();
  const number = (id: FigureId) => values.get(id) ?? sound.figures[id]?.value ?? 0;
  for (const [at, value] of damages) {
    const id = ids[at % ids.length] ?? 't3..';
    const next = ids[(at + 1) % ids.length] ?? 't3..';
    const before = number(id);
    values.set(id, value === 'next' ? number(next) : value);
    if (value === 'next') values.set(next, before);
  }
  return withFigures(sound, Object.fromEntries([...values].map(([id, value]) => [id, stated(value)])));
}

test('broken reports are explained within the bounds, and soon', () => {
  // Time of the processor, since tests share the machine; what bounds the search itself is a number of steps.
  const times: number[] = [];
  const told = { told: 0, several: 0, 'cannot-be-told': 0 };
  let bound = 0;
  fc.sample(damage, { seed: 12, numRuns: REPORTS }).forEach((damages, at) => {
    const sound = SOUND[at % SOUND.length];
    if (!sound) throw new Error('nothing drawn');
    const reading = broken(sound, damages);
    const forms = formsOf(reading);
    const start = process.cpuUsage().user;
    checkFigures(reading);
    const { components } = findSuspects({ forms, figures: reading.figures });
    times.push((process.cpuUsage().user - start) / 1000);
    for (const { suspicion, suspects } of components) {
      told[suspicion]++;
      if (suspects.length === 0) bound++;
    }
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(2);
  console.log(
    `${REPORTS} reports with up to six broken cells, checks and suspects: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, ` +
      `worst ${at(1)} ms; components: ${JSON.stringify(told)}, bound reached in ${bound}`,
  );
  expect(bound).toBeLessThan(REPORTS / 100);
}, 120_000);

test('beyond a bound nothing is named', () => {
  const reading = raised(raised(validReading(FORMS_2021), 't3.granted.natural_person', 70), 't3.granted.other_org', 9);
  const input = { forms: formsOf(reading), figures: reading.figures };
  for (const bounds of [
    { ...BOUNDS, steps: 3 },
    { ...BOUNDS, cells: 1 },
  ]) {
    const { components } = findSuspects(input, bounds);
    expect(components).toMatchObject([{ suspects: [], suspicion: 'cannot-be-told' }]);
  }
  expect(findSuspects(input).components.every(({ suspects }) => suspects.length > 0)).toBe(true);
});

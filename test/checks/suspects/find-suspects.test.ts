import { expect, test } from 'vitest';
import { formsOf, type Reading } from '../../../checks/reading.ts';
import { type Evidence, findSuspects } from '../../../checks/suspects/find-suspects.ts';
import type { FigureId } from '../../../forms/form.ts';
import { transcriptions } from '../../dresses/samples-on-disk.ts';
import { BLANK, FORMS_2019, FORMS_2021, readingOf, stated, UNREADABLE, withFigures } from '../readings.ts';
import { published } from './slips-of-hand.ts';

const find = (reading: Reading, more: { evidence?: Evidence; again?: ReadonlyMap<string, number> } = {}) =>
  findSuspects({ forms: formsOf(reading), figures: reading.figures, ...more }).components.map(
    ({ identities, suspects, suspicion }) => ({
      broken: identities.map(({ rule, scope }) => `${rule} ${scope}`),
      suspicion,
      suspects: suspects.map(({ changes, fits, supportedBy }) => {
        const values = changes.map(({ figure, value }) => `${figure.slice(3)} ${value}`).join(', ');
        return [values, fits, ...supportedBy].join(' | ');
      }),
    }),
  );

/** Twelve natural persons asked: nine were answered, three were not by the end of the year; one company was answered. */
const SOUND: Readonly<Record<FigureId, number>> = {
  't3.new_received.natural_person': 12,
  't3.new_received.commercial_enterprise': 1,
  't3.new_received.total': 13,
  't3.granted.natural_person': 7,
  't3.granted.commercial_enterprise': 1,
  't3.granted.total': 8,
  't3.partially_granted.natural_person': 2,
  't3.partially_granted.total': 2,
  't3.processed_total.natural_person': 9,
  't3.processed_total.commercial_enterprise': 1,
  't3.processed_total.total': 10,
  't3.carried_out.natural_person': 3,
  't3.carried_out.total': 3,
};
const sound = (changes: Readonly<Record<FigureId, number>> = {}) => readingOf(FORMS_2021, { ...SOUND, ...changes });

test('nothing is suspected where every sum holds', () => {
  expect(find(sound())).toEqual([]);
});

test('a cell in two sums is told', () => {
  expect(find(sound({ 't3.granted.natural_person': 77 }))).toEqual([
    {
      broken: ['T3-RESULTS natural_person', 'T3-APPLICANTS granted'],
      suspicion: 'told',
      suspects: ['granted.natural_person 7 | digit-doubled'],
    },
  ]);
});

test('a total of （七） stands in three sums', () => {
  expect(find(sound({ 't3.processed_total.natural_person': 7 }))).toEqual([
    {
      broken: ['T3-BALANCE natural_person', 'T3-RESULTS natural_person', 'T3-APPLICANTS processed_total'],
      suspicion: 'told',
      suspects: ['processed_total.natural_person 9 | total-not-recalculated'],
    },
  ]);
});

test('平潭 2020: two results of two columns, and nothing tells which row', () => {
  // 自然人: the results 6+6+4+3+3+4 = 26 where （七） says 20; 总计: 7+6+4+3+3+4 = 27 where it says 21. Every row adds up,
  // and so does every balance: 20+0 = 20+0, 21+0 = 21+0.
  // One cell cannot do it: no cell stands in both sums. So one cell of each column has to change.
  // If （七） 自然人 became 26, its balance would break, and 结转 or 新收 would have to change as well, and all of them in the
  // column 总计 too: four cells. So it is a result of each column that goes down by 6; and both in one row, since that
  // row holds and has to go on holding. A result of at least 6 in both columns is （一） with 6 and 7, or （二） with 6 and
  // 6; the others are 4 at most. 其他处理 4 → 0 would only take the results down to 22.
  const report = transcriptions().find(({ id }) => id === 'pingtan_2020');
  if (!report) throw new Error('no such sample');
  const { forms, figures } = published(report);
  expect(
    find({ ...readingOf(FORMS_2019), tables: forms.map(({ table, form }) => ({ table, form, notes: [] })), figures }),
  ).toEqual([
    {
      broken: ['T3-RESULTS natural_person', 'T3-RESULTS total'],
      suspicion: 'several',
      suspects: [
        'granted.natural_person 0, granted.total 1 | digit-changed',
        'partially_granted.natural_person 0, partially_granted.total 0 | digit-changed',
      ],
    },
  ]);
});

test('neighbouring cells swapped are one slip', () => {
  // 商业企业 and 科研机构 of （一）: the row holds. No other row has a 1 to give back to 商业企业.
  const swapped = sound({ 't3.granted.commercial_enterprise': 0, 't3.granted.research_institution': 1 });
  expect(find(swapped)).toEqual([
    {
      broken: ['T3-RESULTS commercial_enterprise', 'T3-RESULTS research_institution'],
      suspicion: 'told',
      suspects: ['granted.commercial_enterprise 1, granted.research_institution 0 | shifted'],
    },
  ]);
});

test('what is broken in different places is explained apart', () => {
  const reading = sound({
    't3.granted.natural_person': 77,
    't3.new_received.total': 31,
    't4.reconsideration.total': 4,
  });
  expect(find(reading).map(({ broken, suspicion, suspects }) => [broken.length, suspicion, suspects[0]])).toEqual([
    [2, 'told', 'new_received.total 13 | digits-swapped'],
    [2, 'told', 'granted.natural_person 7 | digit-doubled'],
    [1, 'cannot-be-told', expect.any(String)],
  ]);
});

const BLOCK = { 't4.reconsideration.upheld': 5, 't4.reconsideration.pending': 2 } as const;

test('one block of table 4 cannot be told where no slip stands out', () => {
  const [component] = find(sound({ ...BLOCK, 't4.reconsideration.total': 8 }));
  expect(component?.suspicion).toBe('cannot-be-told');
  expect(component?.suspects.toSorted()).toEqual([
    'reconsideration.corrected 1 | digit-changed',
    'reconsideration.other 1 | digit-changed',
    'reconsideration.pending 3 | digit-changed',
    'reconsideration.total 7 | digit-changed',
    'reconsideration.upheld 6 | digit-changed',
  ]);
});

test('a total left at 0, or without its last part, stands out', () => {
  // 洪泽 2023 published 0 over parts of 11.
  const parts = { 't4.reconsideration.upheld': 8, 't4.reconsideration.other': 3 } as const;
  for (const total of [0, 8]) {
    const [component] = find(sound({ ...parts, 't4.reconsideration.total': total }));
    expect(component?.suspects[0]).toBe('reconsideration.total 11 | total-not-recalculated');
    expect(component?.suspicion).toBe('told');
  }
});

test('two neighbours swapped explain one sum where a digit would as well', () => {
  // 尚未审结 2 and 总计 7 the other way round.
  const reading = sound({
    't4.reconsideration.upheld': 5,
    't4.reconsideration.pending': 7,
    't4.reconsideration.total': 2,
  });
  const [component] = find(reading);
  expect(component?.suspects).toEqual([
    'reconsideration.total 12 | digit-dropped',
    'reconsideration.pending 2, reconsideration.total 7 | cells-swapped',
  ]);
  expect(component?.suspicion).toBe('several');
});

test('what is said elsewhere decides between cells', () => {
  const reading = sound({ ...BLOCK, 't4.reconsideration.total': 8 });
  const evidence: Evidence = new Map([
    ['t4.reconsideration.total', [{ value: 8, source: 'prose' as const }]],
    ['t4.reconsideration.upheld', [{ value: 6, source: 'prose' as const }]],
  ]);
  const [component] = find(reading, { evidence });
  expect(component?.suspicion).toBe('told');
  expect(component?.suspects[0]).toBe('reconsideration.upheld 6 | digit-changed | prose');
  // A change away from what is said comes last.
  expect(component?.suspects.at(-1)).toBe('reconsideration.total 7 | digit-changed');
});

test('a cell that may have been misread is the first suspect', () => {
  const reading = sound({ ...BLOCK, 't4.reconsideration.total': 8 });
  const doubted = withFigures(reading, { 't4.reconsideration.pending': { doubtful: true } });
  const again = new Map([['t4.reconsideration.pending', 3]]);
  expect(find(doubted)[0]).toMatchObject({ suspicion: 'told', suspects: { 0: 'reconsideration.pending 3 | misread' } });
  expect(find(reading, { again })[0]).toMatchObject({
    suspicion: 'told',
    suspects: { 0: 'reconsideration.pending 3 | misread | second-reading' },
  });
});

test('a sum that cannot be evaluated constrains nothing', () => {
  // The row of （一） cannot be added up, so only the column is broken; its other cells stand in rows that hold.
  const reading = sound({ 't3.granted.natural_person': 6 });
  for (const change of [{ 't3.granted.other_org': UNREADABLE }, { 't3.granted.total': BLANK }]) {
    expect(find(withFigures(reading, change))).toEqual([
      {
        broken: ['T3-RESULTS natural_person'],
        suspicion: 'told',
        suspects: ['granted.natural_person 7 | digit-changed'],
      },
    ]);
  }
});

test('a value is never below 0 and always whole', () => {
  expect(find(withFigures(sound(), { 't4.reconsideration.total': stated(0.5) }))).toEqual([
    {
      broken: ['T4-OUTCOMES reconsideration'],
      suspicion: 'told',
      suspects: ['reconsideration.total 0 | other'],
    },
  ]);
});

test('two rows in the wrong column are not told: the sums do not fix what was in which', () => {
  // （一） and （二） of 自然人 stand under 商业企业. That is four cells; so is taking 9 from 新收 and （七）, which was not done.
  const reading = sound({
    't3.granted.natural_person': 0,
    't3.granted.commercial_enterprise': 8,
    't3.partially_granted.natural_person': 0,
    't3.partially_granted.commercial_enterprise': 2,
  });
  expect(find(reading).map(({ suspicion }) => suspicion)).not.toContain('told');
});

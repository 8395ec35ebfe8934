import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import { consistentReport } from './arbitrary.ts';
import { dress } from './dress.ts';
import { type DressedReport, dressReport } from './dress-report.ts';
import { DRESSES } from './dresses.ts';
import { transcriptions } from './samples-on-disk.ts';
import { documentXml, malformedParts } from './well-formed.ts';

/** One of each form, the hybrid, and the one with blank cells. */
const TRIED = ['lucheng_hrss_2020', 'suqian_city_2023', 'hongze_district_2024', 'shanghai_gov_office_2019'];
const reports = transcriptions().filter(({ id }) => TRIED.includes(id));

const wear = (worn: (typeof DRESSES)[number], seed: number): DressedReport[] =>
  reports.map(({ figures, forms, body, year }) => dressReport({ figures, forms, body, year, dress: worn, seed }));

const idsOf = ({ forms }: (typeof reports)[number]): string[] =>
  TABLE_IDS.flatMap((table) => figuresOf(tableForm(forms[table], table))).map(({ id }) => id);

describe.each(DRESSES.map((each) => [each.name, each] as const))('%s', (_, worn) => {
  test('every part is well-formed XML', () => {
    for (const { bytes } of wear(worn, 1)) expect(malformedParts(bytes)).toEqual([]);
  });

  test('something is expected for every figure of the forms', () => {
    wear(worn, 1).forEach(({ expected }, at) => {
      const report = reports[at];
      expect([...expected.keys()]).toEqual(report && idsOf(report));
    });
  });

  test('only a dress that says so takes figures away or changes their state', () => {
    const changes = worn.zeros !== 'stated' || worn.missingRows > 0 || worn.missingColumn;
    wear(worn, 2).forEach(({ expected }, at) => {
      const values = Object.fromEntries([...expected].map(([id, { value }]) => [id, value]));
      if (!changes) expect(values).toEqual(reports[at]?.figures);
    });
  });

  test('the same seed gives the same bytes', () => {
    const bytesOf = (seed: number): (Uint8Array | undefined)[] => wear(worn, seed).map(({ bytes }) => bytes);
    expect(bytesOf(1)).toEqual(bytesOf(1));
  });
});

test('dress names are unique', () => {
  expect(new Set(DRESSES.map(({ name }) => name)).size).toBe(DRESSES.length);
});

test.each([
  ['missingRows', dress('x', { missingRows: 2 }), 'missing'],
  ['missingColumn', dress('x', { missingColumn: true }), 'missing'],
  ['dashes', dress('x', { zeros: 'dash' }), 'dash'],
  ['blanks', dress('x', { zeros: 'blank' }), 'blank'],
])('%s changes the state of some figures', (_, worn, state) => {
  const states = wear(worn, 1).flatMap(({ expected }) => [...expected.values()].map((figure) => figure.state));
  expect(states).toContain(state);
});

test.each([
  ['w:hMerge', dress('x', { horizontal: 'hMerge' })],
  ['w:gridBefore', dress('x', { merges: 'gap' })],
  ['w:gridAfter', dress('x', { merges: 'gap' })],
  ['w:bookmarkStart', dress('x', { bookmarks: 'rows' })],
  ['w:sdtContent', dress('x', { controls: 'rows' })],
  ['w:delText', dress('x', { marks: 'tracked' })],
  ['w:vanish', dress('x', { marks: 'hidden' })],
  ['w:fldSimple', dress('x', { marks: 'simple-fields' })],
  ['w:instrText', dress('x', { marks: 'complex-fields' })],
  ['w:numPr', dress('x', { automaticNumbering: true })],
  ['<w:del ', dress('x', { deletedRow: true })],
])('%s is written', (tag, worn) => {
  for (const { bytes } of wear(worn, 1)) expect(documentXml(bytes)).toContain(tag);
});

test('every sum holds in a generated report', () => {
  fc.assert(
    fc.property(consistentReport(), ({ forms, figures }) => {
      const sum = (ids: readonly string[]): number =>
        Object.entries(figures).reduce((total, [id, value]) => (ids.includes(id) ? total + value : total), 0);
      for (const table of TABLE_IDS) {
        for (const identity of tableForm(forms[table], table).sums) {
          expect(sum(identity.addends), `${identity.rule} ${identity.scope}`).toBe(sum(identity.totals));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('generated reports are never negative but in changes', () => {
  fc.assert(
    fc.property(consistentReport(), ({ figures }) => {
      const negative = Object.entries(figures).filter(([id, value]) => value < 0 && !id.endsWith('.change'));
      expect(negative).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

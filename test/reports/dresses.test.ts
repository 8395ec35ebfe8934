import { describe, expect, test } from 'vitest';
import { dressReport } from '../dresses/dress-report.ts';
import { DRESSES } from '../dresses/dresses.ts';
import { transcriptions } from '../dresses/samples-on-disk.ts';
import { compareFigures, errorsOf, recordOf } from './assess.ts';

/** One report of each form, the hybrid, and the one whose sums do not hold. */
const REPORTS = transcriptions().filter(({ id }) =>
  ['pingtan_2020', 'huaian_city_2024', 'hongze_district_2024', 'shanghai_gov_office_2019'].includes(id),
);
const SEEDS = [1, 2, 3];

describe.each(DRESSES)('in the dress “$name”', (dress) => {
  test.each(REPORTS)('$id has the same figures', ({ id, figures, forms, body, year }) => {
    for (const seed of SEEDS) {
      const { bytes, expected } = dressReport({ figures, forms, body, year, dress, seed });
      const record = recordOf(bytes);
      expect(compareFigures(record, expected), `seed ${seed}`).toEqual({ wrong: [], lost: [] });
      expect({ body: record.body, year: record.year, forms: record.forms }, `seed ${seed}`).toEqual({
        body,
        year,
        forms,
      });
      const incomplete = [...expected.values()].some(({ state }) => state === 'missing');
      const known = id === 'pingtan_2020' ? ['T3-RESULTS natural_person', 'T3-RESULTS total'] : [];
      // A dress that takes rows away makes the form incomplete, which is an error of its own.
      if (!incomplete && dress.headings !== 'absent') expect(errorsOf(record), `seed ${seed}`).toEqual(known);
    }
  });
});

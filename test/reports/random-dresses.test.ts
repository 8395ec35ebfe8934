import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consistentReport } from '../dresses/arbitrary.ts';
import { type Dress, dress } from '../dresses/dress.ts';
import { dressReport } from '../dresses/dress-report.ts';
import { compareFigures, errorsOf, recordOf } from './assess.ts';

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);

/** Any combination of what documents do, though many would be the work of nobody. */
const anyDress: fc.Arbitrary<Omit<Dress, 'name'>> = fc.record({
  writer: oneOf('word', 'wps', 'libreoffice'),
  wording: oneOf('form', 'variants'),
  lostCharacters: oneOf(false, false, true),
  characters: oneOf('plain', 'half-width', 'full-width', 'mixed', 'spaced'),
  lineBreaks: oneOf('none', 'breaks', 'paragraphs'),
  automaticNumbering: fc.boolean(),
  numbers: oneOf('plain', 'units', 'thousands', 'spaced', 'full-width', 'mixed'),
  remarks: fc.boolean(),
  zeros: oneOf('stated', 'dash', 'blank'),
  marks: oneOf('none', 'tracked', 'hidden', 'simple-fields', 'complex-fields'),
  merges: oneOf('true', 'blank', 'repeated', 'gap'),
  horizontal: oneOf('gridSpan', 'gridSpan', 'hMerge', 'widths'),
  bookmarks: oneOf('none', 'cells', 'rows'),
  controls: oneOf('none', 'rows', 'cells'),
  grid: oneOf('clean', 'misaligned', 'margins'),
  extraRows: fc.boolean(),
  extraColumn: fc.boolean(),
  footnoteRow: fc.boolean(),
  deletedRow: fc.boolean(),
  swappedRows: fc.boolean(),
  missingRows: oneOf(0, 0, 1, 3),
  missingColumn: oneOf(false, false, true),
  bands: oneOf('together', 'apart', 'captioned'),
  split: oneOf<Dress['split']>(
    'none',
    { parts: 2, header: 'repeated', groups: 'repeated' },
    { parts: 3, header: 'none', groups: 'blank' },
    { parts: 2, header: 'none', groups: 'cut' },
  ),
  oneGrid: oneOf(false, false, true),
  headings: oneOf('plain', 'variants', 'restarted', 'misnumbered', 'absent'),
  frame: oneOf(false, false, true),
});

/** Sums must not be called broken where the report is consistent: whatever is read, is read right. */
const accusations = (errors: readonly string[]) => errors.filter((error) => !error.startsWith('FORM-COMPLETE'));

test('in whatever dress a consistent report comes, no figure stands in a wrong cell and no sum is called broken', () => {
  let figures = 0;
  let lost = 0;
  fc.assert(
    fc.property(consistentReport(), anyDress, fc.nat(), (report, changes, seed) => {
      const { bytes, expected } = dressReport({ ...report, dress: dress('any', changes), seed });
      const record = recordOf(bytes);
      const compared = compareFigures(record, expected);
      expect(compared.wrong).toEqual([]);
      expect(accusations(errorsOf(record))).toEqual([]);
      if (changes.horizontal !== 'widths') {
        figures += expected.size;
        lost += compared.lost.length;
      }
    }),
    { numRuns: 250, seed: 20261122 },
  );
  // What cannot be told is missing; that must stay rare where the file says its spans.
  expect(lost / figures).toBeLessThan(0.03);
}, 120_000);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consistentReport } from '../dresses/arbitrary.ts';
import { assess, docxOf } from './assessed.ts';

test('a consistent report is accepted with its body, year, forms and every figure', () => {
  fc.assert(
    fc.property(consistentReport(), (report) => {
      const assessment = assess(docxOf(report));
      if (!assessment.readable) throw new Error(assessment.code);
      const { record } = assessment;
      expect(record).toMatchObject({ outcome: 'accepted', body: report.body, year: report.year, forms: report.forms });
      const values = Object.entries(record.figures).map(([id, figure]) => [id, figure.value]);
      expect(Object.fromEntries(values)).toEqual(report.figures);
      // The drawn prose says nothing of the fee, and the drawn figures may give cause to ask.
      expect(record.findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    }),
    { numRuns: 15, seed: 3 },
  );
});

test('one changed figure: needs review, and the finding stands on the cell that was read', () => {
  fc.assert(
    fc.property(consistentReport(), (report) => {
      const granted = report.figures['t3.granted.natural_person'] ?? 0;
      const assessment = assess(
        docxOf({ ...report, figures: { ...report.figures, 't3.granted.natural_person': granted + 1 } }),
      );
      if (!assessment.readable) throw new Error(assessment.code);
      const broken = assessment.record.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, scope, difference }) => `${rule} ${scope} ${difference}`);
      expect(broken).toEqual(['T3-RESULTS natural_person -1', 'T3-APPLICANTS granted -1']);
      expect(assessment.record.outcome).toBe('needs-review');
    }),
    { numRuns: 8, seed: 4 },
  );
});

test('the same bytes give the same record, however the file is called', () => {
  const [report] = fc.sample(consistentReport(), { seed: 5, numRuns: 1 });
  if (!report) throw new Error('nothing was drawn');
  const bytes = docxOf(report);
  const first = assess(bytes, 'a.docx');
  const second = assess(bytes, 'b.docx');
  if (!first.readable || !second.readable) throw new Error('unreadable');
  expect({ ...second.record, source: null }).toEqual({ ...first.record, source: null });
});

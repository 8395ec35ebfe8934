import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCutReport } from './arbitrary-cuts.ts';
import { classify } from './classify.ts';
import { readCutReport } from './report-to-cut.ts';

test('a table cut anywhere gives each figure as it is, or with a doubt, or not at all', () => {
  const counts = { accepted: 0, all: 0 };
  fc.assert(
    fc.property(arbitraryCutReport, (report) => {
      const outcomes = classify(report, readCutReport(report.document));
      const of = (sought: string) => [...outcomes].filter(([, outcome]) => outcome === sought).map(([id]) => id);
      expect(of('wrong')).toEqual([]);
      counts.accepted += of('accepted').length;
      counts.all += outcomes.size;
    }),
    { numRuns: 150 },
  );
  // Caution alone would pass what stands above.
  expect(counts.accepted / counts.all).toBeGreaterThan(0.97);
}, 60_000);

test('without joining, cuts do give wrong figures, so the property can fail', () => {
  const isWrong = fc.sample(arbitraryCutReport, { numRuns: 60, seed: 5 }).some((report) =>
    [
      ...classify(
        report,
        readCutReport(report.document, (as) => as),
      ).values(),
    ].includes('wrong'),
  );
  expect(isWrong).toBe(true);
});

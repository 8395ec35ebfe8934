import { expect, test } from 'vitest';
import { decisionKeyOf } from '../../../records/decision.ts';
import { misreadShare } from '../../../records/statistics/count-rules.ts';
import { countStatistics } from '../../../records/statistics/statistics.ts';
import { FORMS_2021, missing, readingOf, stated } from '../../checks/readings.ts';
import { storedReport } from '../../functions/exports/stored-report.ts';
import { recordWith } from '../parts.ts';

/** Granted to two kinds of applicants, of whom no total says anything: one row and two columns do not add up. */
const broken = storedReport(
  recordWith({
    reading: readingOf(FORMS_2021, { 't3.granted.natural_person': 3, 't3.granted.commercial_enterprise': 1 }),
  }),
);
const right = storedReport(recordWith({ reading: readingOf(FORMS_2021) }));
const zeros = readingOf(FORMS_2021);
const patchy = storedReport(
  recordWith({
    reading: {
      ...zeros,
      figures: {
        ...zeros.figures,
        't3.granted.total': missing('no-cell'),
        't3.granted.natural_person': { ...stated(0), doubtful: true },
      },
    },
  }),
);

async function* all<Item>(...items: readonly Item[]) {
  yield* items;
}

test('reports and findings by rule and division, the most frequent first', async () => {
  const divisions = new Map([[right, '洪泽区']]);
  const counted = await countStatistics(all(broken, right, broken), (report) => divisions.get(report) ?? '鹿城区');
  expect(counted).toMatchObject({ reports: 3, accepted: 1, divisions: { 鹿城区: 2, 洪泽区: 1 } });
  expect(counted.rules.find(({ rule }) => rule === 'T3-APPLICANTS')).toMatchObject({
    severity: 'error',
    reports: 2,
    findings: 2,
    byDivision: { 鹿城区: 2 },
  });
  expect(counted.rules.map(({ reports }) => reports)).toEqual(
    counted.rules.map(({ reports }) => reports).toSorted((a, b) => b - a),
  );
});

test('what was not found and what was read with doubt, by format', async () => {
  const figures = Object.keys(right.record.figures).length;
  const { reading } = await countStatistics(all(right, patchy), () => '');
  expect(reading).toEqual([
    { format: 'docx', reports: 2, figures: 2 * figures, missing: 1, unreadable: 0, doubtful: 1 },
  ]);
});

test('the share of misread findings is of those that were decided, and unknown while none was', async () => {
  const [first, second] = broken.record.findings.filter(({ rule }) => rule.startsWith('T3-RESULTS'));
  if (!first || !second) throw new Error('two columns are broken');
  const decide = (finding: typeof first, decision: 'misread' | 'later') => ({
    key: decisionKeyOf(finding, broken.record.figures, broken.digest),
    rule: finding.rule,
    scope: finding.scope,
    decision,
    by: '甲',
    at: '2022-02-01T00:00:00.000Z',
    note: '',
    version: 1,
  });
  const decided = { ...broken, decisions: [decide(first, 'misread'), decide(second, 'later')] };
  const { rules } = await countStatistics(all(decided), () => '');
  const results = rules.find(({ rule }) => rule === 'T3-RESULTS');
  expect(results?.decisions).toMatchObject({ misread: 1, later: 1, confirmed: 0 });
  expect(results && misreadShare(results)).toBe(1);
  const undecided = await countStatistics(all(broken), () => '');
  expect(undecided.rules.map(misreadShare)).toEqual(undecided.rules.map(() => undefined));
});

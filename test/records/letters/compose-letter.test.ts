import { expect, test } from 'vitest';
import { decisionKeyOf } from '../../../records/decision.ts';
import { composeLetter } from '../../../records/letters/compose-letter.ts';
import { FORMS_2021, readingOf } from '../../checks/readings.ts';
import { storedReport } from '../../functions/exports/stored-report.ts';
import { recordWith } from '../parts.ts';

const stored = storedReport(recordWith({ reading: readingOf(FORMS_2021, { 't3.granted.natural_person': 7 }) }));
const { record, digest } = stored;
const [wrong] = record.findings.filter(({ cause, severity }) => cause === 'report' && severity === 'error');
if (!wrong) throw new Error('nothing is broken');

const decided = (finding: typeof wrong, decision: 'confirmed' | 'correction-requested') => ({
  key: decisionKeyOf(finding, record.figures, digest),
  rule: finding.rule,
  scope: finding.scope,
  decision,
  by: '甲',
  at: '2022-02-01T00:00:00.000Z',
  note: '请更正',
  version: 1,
});

test('only what was asked to be corrected is in a letter', () => {
  expect(composeLetter(stored)).toBeUndefined();
  expect(composeLetter({ ...stored, decisions: [decided(wrong, 'confirmed')] })).toBeUndefined();
  const letter = composeLetter({ ...stored, decisions: [decided(wrong, 'correction-requested')] });
  expect(letter?.points).toMatchObject([
    { found: wrong.found, expected: wrong.expected, message: `${wrong.message.zh}审核意见：请更正` },
  ]);
  expect(letter?.points[0]?.rule).toContain(wrong.rule);
  // Of a sum over many cells, its column.
  expect(letter?.points[0]?.place).toBe('表三「自然人」列');
  expect(letter?.opening).toContain(
    `${stored.head.year}年政府信息公开工作年度报告（文件：${record.source.fileName}）有下列1处`,
  );
});

test('another remark makes another letter, the same one the same', () => {
  const ask = (note: string) =>
    composeLetter({ ...stored, decisions: [{ ...decided(wrong, 'correction-requested'), note }] })?.id;
  expect(ask('请更正')).toBe(ask('请更正'));
  expect(ask('请更正')).not.toBe(ask('请于月底前更正'));
});

test('what may be our misreading is never asked to be corrected', () => {
  const findings = record.findings.map((finding) => ({ ...finding, cause: 'possibly-misread' as const }));
  const doubtful = { ...stored, record: { ...record, findings }, decisions: [decided(wrong, 'correction-requested')] };
  expect(composeLetter(doubtful)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { UNREADABLE, type UnreadableCode, unreadable } from '../../parsers/bytes/unreadable.ts';
import { checkResultSchema, toCheckResult } from '../../records/contract/check-result.ts';
import { FORMS_2021, UNREADABLE as NO_NUMBER, raised, validReading, withFigures } from '../checks/readings.ts';
import { recordWith } from './parts.ts';

const valid = validReading(FORMS_2021);
const document = { format: 'docx', blocks: [], notes: [] } as const;
const SHA = 'ab'.repeat(32);

const resultOf = (changes: Parameters<typeof recordWith>[0]) =>
  toCheckResult('报告.docx', SHA, { readable: true, record: recordWith(changes), document });

test.each([
  ['accepted', {}],
  ['needs-review', { reading: raised(valid, 't3.granted.total') }],
  ['needs-review', { reading: withFigures(valid, { 't2.fees.amount': NO_NUMBER }), identity: { body: [], year: [] } }],
] as const)('%s: the contract as written in design.md §6', (outcome, changes) => {
  const result = resultOf(changes);
  expect(checkResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  expect(result).toMatchObject({
    file: '报告.docx',
    sha256: SHA,
    outcome,
    code: null,
    message: null,
    forms: FORMS_2021,
  });
  expect(Object.keys(result.figures)).toEqual(Object.keys(valid.figures));
});

test.each(Object.keys(UNREADABLE).filter((code): code is UnreadableCode => code in UNREADABLE))(
  'rejected as %s: its code and message, no figures and no findings',
  (code) => {
    const result = toCheckResult('报告.docx', SHA, unreadable(code, { zh: '甲', en: 'a' }));
    expect(checkResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(result).toMatchObject({
      outcome: 'rejected',
      code,
      body: null,
      year: null,
      forms: null,
      figures: {},
      findings: [],
    });
    expect(result.message?.zh).toMatch(/。$/);
    expect(result.message?.en).toMatch(/\.$/);
  },
);

test('a finding carries what the public contract promises', () => {
  const [finding] = resultOf({ reading: raised(valid, 't4.reconsideration.total', 2) }).findings;
  expect(finding).toMatchObject({
    rule: 'T4-OUTCOMES',
    scope: 'reconsideration',
    severity: 'error',
    outcome: 'broken',
    cause: 'report',
    difference: 2,
  });
});

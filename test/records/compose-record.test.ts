import { describe, expect, test } from 'vitest';
import { reportRecordSchema } from '../../records/report-record.ts';
import {
  BLANK,
  FORMS_2021,
  missing,
  raised,
  UNREADABLE,
  validReading,
  withFigures,
  withNotes,
} from '../checks/readings.ts';
import { recordWith } from './parts.ts';

const valid = validReading(FORMS_2021);
const LONE = 't2.licensing.decisions';

test('a report that is right in every respect is accepted', () => {
  expect(recordWith()).toMatchObject({
    outcome: 'accepted',
    reviewReasons: [],
    body: '鹿城区教育局',
    year: 2021,
    forms: FORMS_2021,
    findings: [],
    source: { sha256: 'ab'.repeat(32), bytes: 3, fileName: '报告.docx', format: 'docx' },
  });
});

test('blank cells are a hint: the report is accepted', () => {
  const record = recordWith({ reading: withFigures(valid, { [LONE]: BLANK }) });
  expect(record).toMatchObject({ outcome: 'accepted', findings: [{ rule: 'BLANK-CELLS' }] });
});

test.each([
  ['a sum does not hold', { reading: raised(valid, 't4.reconsideration.total') }, ['error-findings']],
  [
    'a figure was read with doubt',
    { reading: withFigures(valid, { [LONE]: { doubtful: true } }) },
    ['figures-doubtful'],
  ],
  ['a figure cannot be read', { reading: withFigures(valid, { [LONE]: UNREADABLE }) }, ['figures-unreadable']],
  ['a cell was not found', { reading: withFigures(valid, { [LONE]: missing('no-cell') }) }, ['figures-missing']],
  ['a section is missing', { reading: { ...valid, sections: valid.sections.slice(1) } }, ['error-findings']],
  ['no body was found', { identity: { body: [] } }, ['identity-unknown']],
  ['no year was found', { identity: { year: [] } }, ['identity-unknown']],
  [
    'title and opening state different years',
    {
      identity: {
        year: [
          { value: 2021, source: 'title', text: '' },
          { value: 2020, source: 'opening', text: '' },
        ],
      },
    },
    ['identity-disagrees'],
  ],
  [
    'several things are wrong, the gravest first',
    {
      identity: { body: [] },
      reading: withFigures(raised(valid, 't4.reconsideration.total'), {
        [LONE]: UNREADABLE,
        't2.fees.amount': missing('no-cell'),
      }),
    },
    ['identity-unknown', 'error-findings', 'figures-missing', 'figures-unreadable'],
  ],
] as const)('needs review when %s', (_, changes, reasons) => {
  expect(recordWith(changes)).toMatchObject({ outcome: 'needs-review', reviewReasons: reasons });
});

test('a year in the file name that differs is kept as evidence and overrules nothing', () => {
  const record = recordWith({
    identity: {
      year: [
        { value: 2021, source: 'title', text: '' },
        { value: 2020, source: 'file-name', text: '' },
      ],
    },
  });
  expect(record).toMatchObject({ outcome: 'accepted', year: 2021 });
  expect(record.identity.year).toHaveLength(2);
});

describe('notes', () => {
  test.each(['报告.doc', '报告', '报告.docx.pdf', ''])('the name %j does not fit what the file is', (fileName) => {
    expect(recordWith({ fileName }).notes).toEqual([{ code: 'wrong-extension' }]);
  });

  test('the extension may be written in capitals', () => {
    expect(recordWith({ fileName: '报告.DOCX' }).notes).toEqual([]);
  });

  test('of the document and of the tables are kept', () => {
    const reading = withNotes(valid, 't2', [{ code: 'unexpected-row', label: '其他主动公开文件' }]);
    const record = recordWith({
      reading,
      document: { notes: [{ code: 'text-box' }, { code: 'hidden-text', detail: '3' }] },
    });
    expect(record.notes).toEqual([
      { code: 'text-box' },
      { code: 'hidden-text', detail: '3' },
      { code: 'unexpected-row', table: 't2', detail: '其他主动公开文件' },
    ]);
  });
});

test('the record is as it is stored: through JSON and the schema it comes back the same', () => {
  for (const reading of [valid, raised(valid, 't3.granted.total'), withFigures(valid, { [LONE]: UNREADABLE })]) {
    const record = recordWith({ reading });
    expect(reportRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  }
});

import { describe, expect, test } from 'vitest';
import { SECTIONS } from '../../../forms/sections.ts';
import type { Block, Document } from '../../../parsers/document/document.ts';
import { readIdentity } from '../../../parsers/figures/identity.ts';
import { findSections } from '../../../parsers/tables/find-sections.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, notes: [] });

function frame(...texts: string[]): Block {
  const cells = texts.map((text, row) => ({
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 2,
    text,
    where: { table: 1, row: row + 1, column: 1, rowSpan: 1, columnSpan: 2 },
    notes: [],
  }));
  return { kind: 'grid', rowCount: texts.length, columnCount: 2, cells, notes: [] };
}

function identityOf(opening: readonly (string | Block)[], sectionOne: readonly string[] = [], fileName = '年报.docx') {
  const blocks = [...opening, '一、总体情况', ...sectionOne, '二、主动公开政府信息情况'].map((block) =>
    typeof block === 'string' ? paragraph(block) : block,
  );
  const document: Document = { format: 'docx', blocks, notes: [] };
  return readIdentity(document, findSections(document, SECTIONS), fileName);
}

const told = <Value>(evidence: readonly { value: Value; source: string }[]) =>
  evidence.map(({ value, source }) => `${value} (${source})`);

const TITLE = '鹿城区教育局2020年政府信息公开工作年度报告';
const PERIOD =
  '本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止，报告的电子版可在鹿城区人民政府门户网站下载，如有疑问请与本局办公室联系。';

test('title, opening and section one agree; each gives its words', () => {
  const { year, body } = identityOf([TITLE, PERIOD], ['2020年，本局认真贯彻条例。']);
  expect(told(year)).toEqual(['2020 (title)', '2020 (opening)', '2020 (section-1)']);
  expect(told(body)).toEqual(['鹿城区教育局 (title)']);
  expect(year[1]?.text).toBe('2020年1月1日起至2020年12月31日');
});

test('full-width digits, spaces and invisible characters in the title', () => {
  const { year, body } = identityOf(['鹿城区教育局　２０２０年\u200b政府信息 公开工作年度报告']);
  expect([...told(year), ...told(body)]).toEqual(['2020 (title)', '鹿城区教育局 (title)']);
});

test('a title broken within one paragraph', () => {
  expect(told(identityOf(['鹿城区教育局\n2020年政府信息公开工作年度报告']).body)).toEqual(['鹿城区教育局 (title)']);
});

test('a title in a layout table', () => {
  expect(told(identityOf([frame('鹿城区教育局', '2020年政府信息公开工作年度报告')]).year)).toEqual(['2020 (title)']);
});

describe('other years in the prose', () => {
  test('last year’s and next year’s do not count', () => {
    const { year } = identityOf(
      [TITLE],
      ['比2019年增长5%。', '2021年，我局将继续努力，参照2019年1月1日至2019年12月31日的做法。'],
    );
    expect(year[0]).toMatchObject({ value: 2020, source: 'title' });
    expect(told(year)).not.toContain('2019 (section-1)');
    expect(told(year)).not.toContain('2019 (opening)');
  });

  test('the year of the document number and of the date do not count', () => {
    expect(told(identityOf(['鹿教〔2021〕3号', TITLE, '2021年1月25日']).year)).toEqual(['2020 (title)']);
  });
});

describe('from the file name', () => {
  test('only where nothing else tells', () => {
    const { year, body } = identityOf(['根据条例，现公布本年度报告。'], [], `inbox/鹿城区/${TITLE}.docx`);
    expect(told(year)).toEqual(['2020 (file-name)']);
    expect(told(body)).toEqual(['鹿城区教育局 (file-name)']);
  });

  test('after the title where both tell', () => {
    const { year } = identityOf([TITLE], [], '鹿城区教育局2021年政府信息公开工作年度报告.docx');
    expect(told(year)).toEqual(['2020 (title)', '2021 (file-name)']);
  });

  test.each(['年报.docx', '2020.docx', '.docx', '', 'scan_0001.docx'])('%j tells nothing', (fileName) => {
    const { year, body } = identityOf(['根据条例。'], [], fileName);
    expect([year, body]).toEqual([[], []]);
  });
});

describe('contradictions stay visible', () => {
  test('the opening states another period than the title', () => {
    const { year } = identityOf([TITLE, PERIOD.replaceAll('2020', '2021')]);
    expect(told(year)).toEqual(['2020 (title)', '2021 (opening)']);
  });

  test('also when the opening is short', () => {
    const { year } = identityOf([TITLE, '本报告统计期限自2021年1月1日起至2021年12月31日止。']);
    expect(told(year)).toEqual(['2020 (title)', '2021 (opening)']);
  });

  test('section one opens with another year', () => {
    expect(told(identityOf([TITLE], ['2021年，本局认真贯彻条例。']).year)).toEqual([
      '2020 (title)',
      '2021 (section-1)',
    ]);
  });

  test('another body in the opening', () => {
    const opening = `本报告由鹿城区卫生局根据条例编制。${'全文包括六个部分。'.repeat(8)}`;
    expect(told(identityOf([TITLE, opening]).body)).toEqual(['鹿城区教育局 (title)', '鹿城区卫生局 (opening)']);
  });
});

test('an empty document', () => {
  const identity = readIdentity({ format: 'docx', blocks: [], notes: [] }, { found: [], unknown: 0 }, '');
  expect(identity).toEqual({ body: [], year: [], title: '', titled: false });
});

test('a report with nothing before section one is read from there on', () => {
  expect(identityOf([], ['2020年，本局认真贯彻条例。']).year).toMatchObject([{ value: 2020, source: 'section-1' }]);
});

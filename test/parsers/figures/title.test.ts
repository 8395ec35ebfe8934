import { describe, expect, test } from 'vitest';
import { readAuthor, readPeriod, readTitles } from '../../../parsers/figures/title.ts';

/** `body | year`, from the lines of a title block. */
function titleOf(...lines: string[]): string {
  const [title] = readTitles(lines);
  return title ? `${title.body ?? '?'} | ${title.year ?? '?'}` : 'no title';
}

const OFFICE = '鹿城区人力资源和社会保障局';

describe('on one line', () => {
  test.each([
    ['2020年政府信息公开工作年度报告', 2020],
    ['2020年度政府信息公开工作年度报告', 2020],
    ['2020年度政府信息公开工作报告', 2020],
    ['2020年政府信息公开年报', 2020],
    ['2020年政府信息公开工作年报', 2020],
    ['2020年政府信息公开年度报告', 2020],
    ['关于2020年政府信息公开工作情况的年度报告', 2020],
    ['2020年政府信息公开工作情况报告', 2020],
    ['二〇二〇年政府信息公开工作年度报告', 2020],
    ['二○二○年政府信息公开工作年度报告', 2020],
    ['二零二零年政府信息公开工作年度报告', 2020],
    ['二〇二五年度政府信息公开工作年度报告', 2025],
  ])(`${OFFICE}%s`, (name, year) => {
    expect(titleOf(OFFICE + name)).toBe(`${OFFICE} | ${year}`);
  });

  test('the body after the year', () => {
    expect(titleOf(`2024年度${OFFICE}政府信息公开工作年度报告`)).toBe(`${OFFICE} | 2024`);
  });

  test('in quotation marks, with words around it', () => {
    expect(titleOf(`关于公布《${OFFICE}2020年政府信息公开工作年度报告》的通知`)).toBe(`${OFFICE} | 2020`);
  });

  test.each(['二O二O年', '二O二一年'])('%s', (year) => {
    expect(titleOf(`${OFFICE}${year}政府信息公开工作年度报告`)).toBe(
      `${OFFICE} | ${year === '二O二O年' ? 2020 : 2021}`,
    );
  });

  test('the year within the name', () => {
    expect(titleOf(`${OFFICE}政府信息公开2020年度报告`)).toBe(`${OFFICE} | 2020`);
    expect(titleOf(`${OFFICE}政府信息公开工作2020年度报告`)).toBe(`${OFFICE} | 2020`);
  });

  test('the year after the name, in brackets or on the next line', () => {
    expect(titleOf(`${OFFICE}政府信息公开工作年度报告(2020年度)`)).toBe(`${OFFICE} | 2020`);
    expect(titleOf(`${OFFICE}政府信息公开工作年度报告`, '(2020年)')).toBe(`${OFFICE} | 2020`);
  });

  test('a date of publication before the year', () => {
    expect(titleOf(`${OFFICE}2021年1月公布的2020年政府信息公开工作年度报告`)).toMatch(/ \| 2020$/);
  });
});

describe('wrapped', () => {
  test.each([
    [OFFICE, '2020年政府信息公开工作年度报告'],
    [`${OFFICE}2020年`, '政府信息公开工作年度报告'],
    [`${OFFICE}2020年政府信息公开`, '工作年度报告'],
    [`${OFFICE}2020年度政府信息`, '公开工作年度报告'],
    [OFFICE, '2020年', '政府信息公开工作年度报告'],
    ['漳审综〔2026〕2号', OFFICE, '2020年政府信息公开工作年度报告'],
    ['附件1', OFFICE, '2020年政府信息公开工作年度报告'],
    ['索引号:11330302', '发布机构:别的局', OFFICE, '2020年政府信息公开工作年度报告'],
    [OFFICE, '2020年政府信息公开工作年度报告', '2021年1月20日'],
    ['2021年1月20日', `${OFFICE}2020年政府信息公开工作年度报告`],
    ['2020年法治政府建设情况', `${OFFICE}2020年政府信息公开工作年度报告`],
  ])('%s ¶ %s', (...lines) => {
    expect(titleOf(...lines)).toBe(`${OFFICE} | 2020`);
  });

  test.each([
    ['上海市人民政府', '办公厅', '上海市人民政府办公厅'],
    ['淮安市洪泽区', '人民政府', '淮安市洪泽区人民政府'],
    ['平潭综合实验区', '管理委员会', '平潭综合实验区管理委员会'],
  ])('the name over two lines: %s ¶ %s', (first, second, body) => {
    expect(titleOf(first, second, '2019年政府信息公开工作年度报告')).toBe(`${body} | 2019`);
  });

  test('a document number lends the title neither its year nor its letters', () => {
    expect(titleOf('漳审综〔2026〕2号', '漳州市审计局2025年政府信息公开工作年度报告')).toBe('漳州市审计局 | 2025');
    expect(titleOf('漳审综[2026]2号', '漳州市审计局2025年政府信息公开工作年度报告')).toBe('漳州市审计局 | 2025');
  });
});

describe('what is not told', () => {
  test('a title without a body', () => {
    expect(titleOf('2020年政府信息公开工作年度报告')).toBe('? | 2020');
  });

  test('a title without a year', () => {
    expect(titleOf(`${OFFICE}政府信息公开工作年度报告`)).toBe(`${OFFICE} | ?`);
  });

  test.each([['关于报送材料的函'], [`${OFFICE}2020年法治政府建设年度报告`], [OFFICE], ['']])(
    '%j is no title',
    (line) => {
      expect(titleOf(line)).toBe('no title');
    },
  );

  test('no line at all', () => {
    expect(titleOf()).toBe('no title');
  });
});

test.each([
  ['本报告由鹿城区教育局根据《条例》编制。', '鹿城区教育局'],
  ['本年度报告由鹿城区教育局按照要求编制', '鹿城区教育局'],
  ['本报告由编制', undefined],
])('the author in %s', (line, body) => {
  expect(readAuthor(line)?.body).toBe(body);
});

test.each([
  ['统计期限自2020年1月1日起至2020年12月31日止', 2020],
  ['自2020年1月1日至12月31日', 2020],
  ['自2019年1月1日至2020年12月31日', undefined],
  ['自2020年7月1日至2020年12月31日', undefined],
])('the period in %s', (line, year) => {
  expect(readPeriod(line)?.year).toBe(year);
});

test('a title block of 24 long lines is read in no time', () => {
  const before = performance.now();
  readTitles(Array.from({ length: 24 }, () => '关于2020年政府信息公开的年度工作情况的年度'.repeat(2)));
  expect(performance.now() - before).toBeLessThan(500);
});

import { describe, expect, test } from 'vitest';
import { isOtherForm, linesByForm } from '../../web/years/lines-by-form.ts';

const zh = (lines: ReturnType<typeof linesByForm>) => lines.map(({ group, name }) => `${group?.zh ?? ''}/${name.zh}`);

describe('lines of a table of years', () => {
  test('ask each figure of table 2 once, what only the older form asks where that form has it', () => {
    // Off the two notices' forms: 规章 has three figures in each, none in common; 行政许可 has one in common.
    const lines = zh(linesByForm('t2'));
    expect(lines.slice(0, 7)).toEqual([
      '规章/本年新制作数量',
      '规章/本年新公开数量',
      '规章/对外公开总数量',
      '规章/本年制发件数',
      '规章/本年废止件数',
      '规章/现行有效件数',
      '行政规范性文件/本年新制作数量',
    ]);
    const licensing = lines.filter((line) => line.startsWith('行政许可/'));
    expect(licensing).toEqual(['行政许可/上一年项目数量', '行政许可/本年增/减', '行政许可/本年处理决定数量']);
    expect(new Set(linesByForm('t2').map(({ id }) => id)).size).toBe(lines.length);
  });

  test('ask table 3 by one column of applicants, with the group of each result', () => {
    const lines = linesByForm('t3', 'natural_person');
    expect(lines.every(({ id }) => id.endsWith('.natural_person'))).toBe(true);
    const named = zh(lines);
    expect(named[0]).toBe('/一、本年新收政府信息公开申请数量');
    expect(named).toContain('（三）不予公开/1.属于国家秘密');
    // （六） is one row in the older form and three in the newer.
    const other = named.filter((line) => line.includes('（六）'));
    expect(other).toHaveLength(4);
    expect(named.at(-1)).toBe('/四、结转下年度继续办理');
  });

  test('are alike for both forms of table 4, and tell money from numbers', () => {
    expect(linesByForm('t4')).toHaveLength(15);
    const money = linesByForm('t2').filter(({ isMoney }) => isMoney);
    expect(money.map(({ id }) => id).toSorted()).toEqual(['t2.fees.amount', 't2.procurement.amount']);
  });

  test('know another form by what it asks', () => {
    const figure = { value: 0, state: 'value', raw: '0' } as never;
    const older = { 't2.fees.change': figure, 't4.reconsideration.total': figure };
    const newer = { 't2.fees.amount': figure, 't4.reconsideration.total': figure };
    expect(isOtherForm('t2', older, newer)).toBe(true);
    expect(isOtherForm('t2', newer, newer)).toBe(false);
    expect(isOtherForm('t4', older, newer)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { childrenOf, isAggregate, parentOf } from '../../../records/bodies/below.ts';
import { resolveBody } from '../../../records/bodies/resolve-body.ts';
import { EMPTY_ROSTER, openRoster, type RosterEntry } from '../../../records/bodies/roster.ts';
import { isVertical } from '../../../records/bodies/vertical-bodies.ts';

describe('whose report adds up those below', () => {
  test.each([
    ['江苏省人民政府', true],
    ['宿迁市', true],
    ['淮安市洪泽区人民政府', true],
    ['鼓楼区人民政府', true],
    ['锡林郭勒盟行政公署', true],
    ['平潭综合实验区', true],
    ['平潭综合实验区管委会', true],
    ['淮安市经济技术开发区管委会', true],
    ['上海市浦东新区人民政府', true],
    ['雄安新区', true],
    ['上海市人民政府办公厅', false],
    ['宿迁市人民政府办公室', false],
    ['鹿城区人力资源和社会保障局', false],
    ['洪泽区老子山镇人民政府', false],
    ['洪泽区高良涧街道办事处', false],
    ['宿迁市国有资产监督管理委员会', false],
    ['宿迁市发展和改革委员会', false],
    ['平潭综合实验区经济发展局', false],
    ['市场监督管理局', false],
    ['', false],
  ])('%s: %s', (name, adds) => {
    expect(isAggregate(resolveBody(name, EMPTY_ROSTER))).toBe(adds);
  });

  test('the roster’s level decides where it says department', () => {
    const [zone] = openRoster([{ name: '云龙示范区', aliases: [], level: 'department' }]).bodies;
    expect(zone && isAggregate(zone)).toBe(false);
  });
});

test.each([
  ['国家税务总局淮安市洪泽区税务局', true],
  ['洪泽区税务局', true],
  ['南京海关', true],
  ['淮安市气象局', true],
  ['国家统计局淮安调查队', true],
  ['国家统计局江苏调查总队', true],
  ['淮安市邮政管理局', true],
  ['淮安市烟草专卖局', true],
  ['中国人民银行淮安市分行', true],
  ['国家金融监督管理总局淮安监管分局', true],
  ['淮安海事局', true],
  ['洪泽区消防救援大队', true],
  ['江苏省通信管理局', true],
  ['洪泽区统计局', false],
  ['洪泽区财政局', false],
  ['海关路街道办事处', false],
  ['洪泽区应急管理局', false],
  ['洪泽区市场监督管理局', false],
  ['江苏省地方金融管理局', false],
  ['洪泽区公安局', false],
])('%s answers to its ministry: %s', (name, vertical) => {
  expect(isVertical(name)).toBe(vertical);
});

test('the children of a government are those directly below it, without those that answer to a ministry', () => {
  const below = (name: string, parent?: string): RosterEntry => ({ name, aliases: [], ...(parent && { parent }) });
  const roster = openRoster([
    below('淮安市人民政府'),
    below('淮安市人民政府办公室', '淮安市'),
    below('淮安市财政局', '淮安市人民政府'),
    below('淮安市洪泽区人民政府', '江苏省淮安市人民政府'),
    below('洪泽区财政局', '洪泽区'),
    below('洪泽区老子山镇人民政府', '洪泽区人民政府'),
    below('国家税务总局淮安市税务局', '淮安市人民政府'),
    below('淮安市气象局', '淮安市人民政府'),
    below('财政监督检查办公室', '淮安市财政局'),
  ]);
  const city = resolveBody('淮安市', roster);
  expect(childrenOf(city, roster).map(({ name }) => name)).toEqual([
    '淮安市人民政府办公室',
    '淮安市财政局',
    '淮安市洪泽区人民政府',
  ]);
  expect(childrenOf(resolveBody('洪泽区', roster), roster).map(({ name }) => name)).toEqual([
    '洪泽区财政局',
    '洪泽区老子山镇人民政府',
  ]);
  const parentNamed = (name: string) => parentOf(resolveBody(name, roster), roster)?.name;
  expect(parentNamed('淮安市洪泽区财政局')).toBe('淮安市洪泽区人民政府');
  expect(parentNamed('洪泽区')).toBe('淮安市人民政府');
  expect(parentNamed('淮安市')).toBeUndefined();
  expect(parentNamed('淮安市气象局')).toBeUndefined();
  expect(parentNamed('财政监督检查办公室')).toBeUndefined();
  expect(parentNamed('沭阳县')).toBeUndefined();
});

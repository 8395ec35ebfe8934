import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIVISIONS, divisionOf, lineOf } from '../../../records/bodies/divisions.ts';
import { resolveBody } from '../../../records/bodies/resolve-body.ts';
import { EMPTY_ROSTER, openRoster, type RosterEntry } from '../../../records/bodies/roster.ts';
import { bodyKeyOf } from '../../../records/keys.ts';
import { NAMES } from './names.ts';

const SAMPLES = join(import.meta.dirname, '../../../samples');

describe('without a roster', () => {
  const names = NAMES.map(([name, bodyKey, level]) => ({ name, bodyKey, level }));
  test.each(names)('$name is $bodyKey', ({ name, bodyKey, level }) => {
    const body = resolveBody(name, EMPTY_ROSTER);
    expect(body).toMatchObject({ bodyKey, name });
    expect(body.level).toBe(level);
    expect(body.kind).toBe(/^\d{6}/u.test(bodyKey) ? 'division' : 'name');
  });

  test('every sample’s body is among the names above', () => {
    const bodies = readdirSync(SAMPLES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'writers')
      .map(({ name }) => JSON.parse(readFileSync(join(SAMPLES, name, 'transcription.json'), 'utf8')).body);
    expect(bodies).toHaveLength(10);
    const known = new Set(NAMES.map(([name]) => name));
    expect(bodies.filter((body) => !known.has(body))).toEqual([]);
  });

  test('a division’s full name means its government, and nothing else does', () => {
    const keys = DIVISIONS.map((division) => {
      const full = [...lineOf(division)].reverse().map(({ name }) => name);
      const { bodyKey } = resolveBody(full.join(''), EMPTY_ROSTER);
      expect(bodyKey).toMatch(new RegExp(`^${division.code}(?:人民政府|行政公署)$`, 'u'));
      return bodyKey;
    });
    expect(new Set(keys).size).toBe(DIVISIONS.length);
  });

  test('whatever of the chain is left out, the body is the same or none is guessed', () => {
    const counties = DIVISIONS.filter(({ level }) => level === 'county');
    fc.assert(
      fc.property(fc.constantFrom(...counties), fc.array(fc.boolean()), (county, kept) => {
        const above = lineOf(county.within).filter((_, at) => kept[at]);
        const name = [...[...above].reverse(), county].map((division) => division.name).join('');
        const body = resolveBody(`${name}教育局`, EMPTY_ROSTER);
        expect([`${county.code}教育局`, bodyKeyOf(`${name}教育局`)]).toContain(body.bodyKey);
      }),
      { numRuns: 1000 },
    );
  });

  test('any text has a key, the same for what is compared as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'市中区县江苏省淮安人民政府办公室 （）#') }), (name) => {
        const { bodyKey } = resolveBody(name, EMPTY_ROSTER);
        expect(resolveBody(` ${name}`, EMPTY_ROSTER).bodyKey).toBe(bodyKey);
        expect(bodyKey === '').toBe(bodyKeyOf(name) === '');
      }),
    );
  });
});

describe('by the roster', () => {
  const entries: readonly RosterEntry[] = [
    {
      name: '淮安市洪泽区人民政府',
      aliases: ['洪泽县人民政府', '洪泽县'],
      code: '320813',
      office: '洪泽区政务公开办',
    },
    { name: '洪泽区人社局', aliases: ['洪泽区人力资源和社会保障局'], parent: '洪泽区人民政府' },
    { name: '鼓楼区教育局', aliases: [], code: '320106' },
    { name: '平潭综合实验区', aliases: ['平潭综合实验区管理委员会', '平潭综合实验区管委会'], level: 'city' },
    { name: '淮安经济技术开发区管理委员会', aliases: ['经济技术开发区管委会'], code: '320800', level: 'county' },
    { name: '淮安市洪泽区人民政府办公室', aliases: [], parent: '洪泽县人民政府' },
  ];
  const roster = openRoster(entries);
  const keyOf = (name: string) => resolveBody(name, roster).bodyKey;

  test.each([
    ['淮安市洪泽区人民政府', '320813人民政府'],
    ['洪泽区', '320813人民政府'],
    ['洪泽县人民政府', '320813人民政府'],
    ['江苏省淮安市洪泽县人民政府', '320813人民政府'],
    ['淮安市洪泽县', '320813人民政府'],
    ['洪泽区人力资源和社会保障局', '320813人社局'],
    ['淮安市洪泽区人力资源和社会保障局', '320813人社局'],
    ['洪泽区人社局', '320813人社局'],
    ['鼓楼区教育局', '320106教育局'],
    ['平潭综合实验区', '平潭综合实验区'],
    ['平潭综合实验区管委会', '平潭综合实验区'],
    ['淮安经济技术开发区管理委员会', '淮安经济技术开发区管理委员会'],
    ['淮安市经济技术开发区管委会', '淮安经济技术开发区管理委员会'],
    ['江苏省淮安经济技术开发区管理委员会', '淮安经济技术开发区管理委员会'],
  ])('%s is %s', (name, bodyKey) => {
    expect(resolveBody(name, roster)).toMatchObject({ kind: 'roster', bodyKey });
  });

  test('what the roster does not list is told as without it', () => {
    for (const [name, bodyKey] of NAMES) {
      const body = resolveBody(name, roster);
      if (body.kind !== 'roster') expect(body.bodyKey).toBe(bodyKey);
    }
    expect(resolveBody('平潭县', roster)).toMatchObject({ kind: 'division', bodyKey: '350128人民政府' });
    expect(resolveBody('福州市鼓楼区教育局', roster).bodyKey).toBe('350102教育局');
  });

  test('a body keeps its key when it is put on the roster', () => {
    for (const name of ['淮安市洪泽区人民政府', '淮安市洪泽区人民政府办公室', '平潭综合实验区'])
      expect(resolveBody(name, EMPTY_ROSTER).bodyKey).toBe(keyOf(name));
  });

  test('what the roster says of a body is told with it', () => {
    expect(resolveBody('洪泽区', roster)).toEqual({
      bodyKey: '320813人民政府',
      name: '淮安市洪泽区人民政府',
      division: '320813',
      level: 'county',
      parent: undefined,
      office: '洪泽区政务公开办',
      kind: 'roster',
    });
    expect(resolveBody('洪泽区人力资源和社会保障局', roster)).toMatchObject({
      level: 'department',
      parent: '320813人民政府',
      division: '320813',
    });
    expect(resolveBody('平潭综合实验区', roster)).toMatchObject({ level: 'city', parent: undefined });
    expect(resolveBody('洪泽区人民政府办公室', roster).parent).toBe('320813人民政府');
  });

  test('a bare division as an alias is taken at its word only', () => {
    const office = openRoster([{ name: '洪泽区人民政府办公室', aliases: ['洪泽区'] }]);
    expect(resolveBody('洪泽区', office).bodyKey).toBe('320813人民政府办公室');
    expect(resolveBody('洪泽区人民政府', office)).toMatchObject({ kind: 'division', bodyKey: '320813人民政府' });
  });
});

test('the table has every division once, each within the one above', () => {
  expect(new Set(DIVISIONS.map(({ code }) => code)).size).toBe(DIVISIONS.length);
  const count = (level: string) => DIVISIONS.filter((division) => division.level === level).length;
  expect([count('province'), count('city'), count('county')]).toEqual([31, 333, 2850]);
  expect(DIVISIONS.filter(({ level, within }) => (level === 'province') !== (within === undefined))).toEqual([]);
  expect(divisionOf('320813')?.within?.within?.name).toBe('江苏省');
});

import { expect, test } from 'vitest';
import { findMissing } from '../../../records/bodies/find-missing.ts';
import { openRoster } from '../../../records/bodies/roster.ts';

const entry = (name: string, more = {}) => ({ name, aliases: [], ...more });
const roster = openRoster([
  entry('淮安市洪泽区人民政府', { code: '320813' }),
  entry('洪泽区财政局', { parent: '淮安市洪泽区人民政府' }),
  entry('某某协作区'),
  entry('洪泽区高良涧街道办事处', { parent: '淮安市洪泽区人民政府' }),
]);
const names = (filed: readonly string[]) =>
  findMissing(roster, 2024, new Set(filed)).map(({ body, due }) => [body.name, due]);

test('who has not submitted, the earliest deadline first', () => {
  expect(names([])).toEqual([
    ['洪泽区财政局', '2025-01-31'],
    ['洪泽区高良涧街道办事处', '2025-01-31'],
    ['淮安市洪泽区人民政府', '2025-02-20'],
    ['某某协作区', undefined],
  ]);
});

test('whose report is on file is not among them, however its name was written', () => {
  const [, finance] = roster.bodies;
  expect(names(['320813人民政府', finance?.bodyKey ?? ''])).toEqual([
    ['洪泽区高良涧街道办事处', '2025-01-31'],
    ['某某协作区', undefined],
  ]);
});

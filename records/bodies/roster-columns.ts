import type { BodyLevel } from '../../checks/reading.ts';
import type { RosterEntry } from './roster.ts';

export type Column = keyof RosterEntry;

/** Headings as they are written, by normaliseWord. */
const HEADINGS: Readonly<Record<string, Column>> = {
  名称: 'name',
  机关名称: 'name',
  单位名称: 'name',
  机关: 'name',
  name: 'name',
  别名: 'aliases',
  其他名称: 'aliases',
  简称: 'aliases',
  曾用名: 'aliases',
  aliases: 'aliases',
  alias: 'aliases',
  区划代码: 'code',
  行政区划代码: 'code',
  代码: 'code',
  code: 'code',
  层级: 'level',
  级别: 'level',
  level: 'level',
  上级: 'parent',
  上级机关: 'parent',
  上级单位: 'parent',
  parent: 'parent',
  主管办公室: 'office',
  主管: 'office',
  office: 'office',
};

const LEVELS: Readonly<Record<string, BodyLevel>> = {
  省级: 'province',
  省: 'province',
  province: 'province',
  市级: 'city',
  市: 'city',
  地级: 'city',
  州级: 'city',
  city: 'city',
  县级: 'county',
  区级: 'county',
  县区级: 'county',
  县: 'county',
  区: 'county',
  county: 'county',
  部门: 'department',
  department: 'department',
  乡镇: 'township',
  乡级: 'township',
  乡镇级: 'township',
  街道: 'township',
  乡镇街道: 'township',
  township: 'township',
};

export const columnOf = (heading: string): Column | undefined => HEADINGS[normalise(heading)];

export const levelNamed = (word: string): BodyLevel | undefined => LEVELS[normalise(word)];

const normalise = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{Cf}]+/gu, '')
    .toLowerCase();

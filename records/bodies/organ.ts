import type { BodyLevel } from '../../checks/reading.ts';
import type { Division } from './divisions.ts';

/** What the names of public bodies end with; the names of mere places (开发区, 新城) do not. */
const ORGAN = /[府局委会厅部署院所办心司行队站社馆校学关团处科组室库场台联厂]$/u;
const GOVERNMENT = /^(?:人民政府|行政公署)$/u;
const TOWNSHIP = /(?:[镇乡]|苏木)人民政府$|街道办事处$/u;
const COUNTY = /[县区旗]人民政府$/u;
/** A zone is governed by a committee; 国有资产监督管理委员会 is a department. */
const ZONE =
  /(?:开发区|新区|[试实]验区|园区|示范区|度假区|保税区|保税港区|高新区|经开区|风景区|名胜区|管理区|功能区|合作区|集聚区|自贸区|新城)(?:管理委员会|管委会)?$/u;

/** Ways to write the same organ short. */
const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^政府(?=$|办)/u, '人民政府'],
  [/(?<=[镇乡]|苏木)政府$/u, '人民政府'],
  [/(?<=[镇乡]|苏木)$/u, '人民政府'],
  [/管委会$/u, '管理委员会'],
  [/街道(?:办)?$/u, '街道办事处'],
];

export const isZone = (name: string): boolean => ZONE.test(name);

/**
 * The organ that stands after a division in a name, written in full. A division alone means its government, whose
 * report adds up the whole division (宿迁市2023年…); its office reports under a name of its own.
 * @returns nothing where the words name no organ but another place (经济技术开发区)
 */
export function organOf(rest: string, division: Division): string | undefined {
  if (rest === '') return /(?:盟|地区)$/u.test(division.name) ? '行政公署' : '人民政府';
  const long = LONG_FORMS.reduce((text, [short, full]) => text.replace(short, full), rest);
  const organ = long === '人民政府办' ? long + OFFICE_ENDINGS[division.level] : long;
  return ORGAN.test(organ) ? organ : undefined;
}

/** Of the cities only some have a 办公厅: theirs is left as it is written. */
const OFFICE_ENDINGS = { province: '公厅', city: '', county: '公室' } as const;

/**
 * Level of a body by its organ, and by its division where that is known.
 * @returns nothing where the words do not tell: the government of a 市 of unknown rank, a zone
 */
export function levelOf(organ: string, division?: Division): BodyLevel | undefined {
  if (GOVERNMENT.test(organ)) return division?.level;
  if (TOWNSHIP.test(organ)) return 'township';
  if (/(?:自治区|省)人民政府$/u.test(organ)) return 'province';
  if (COUNTY.test(organ)) return 'county';
  if (/(?:人民政府|行政公署)$/u.test(organ) || isZone(organ)) return undefined;
  return ORGAN.test(organ) ? 'department' : undefined;
}

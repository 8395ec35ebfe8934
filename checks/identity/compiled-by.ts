import { isSameBody, leavesOut } from './same-body.ts';

/** 我局办公室, 本机关: the body itself, unnamed. 本溪市 is a city. */
const PRONOUN = /^(?:我|本)(?:[省市县区州盟旗乡镇局委办厅院府处站]|街道|机关|单位|部门|中心)/u;
/** 政务公开工作领导小组办公室, 局综合科: a part of a body, whichever it is. */
const UNIT = /^.{0,2}(?:政务|政府信息|信息)公开|领导小组|(?:科|股|科室)$/u;
/** 局办公室, 集团公司党委办公室, 学校办公室: a part of a body that needs no name at home. */
const AT_HOME = /^(?:[局委厅院校所馆站]|学校|集团|公司|中心|医院|支队|大队)(?:机关|公司|党|办|综合|行政|信息|政)/u;

const OFFICE = /(?:办公室|办公厅|办)?$/u;
const PLACE = /(?:[省市县区州盟旗乡镇]|街道)$/u;
const LEVELS = '省市县区州盟旗乡镇';
/** Names that an author begins with end so. */
const PLACE_ENDS = /[省市县区州盟旗乡镇]|街道/gu;
const BODY_ENDS = /[局委厅院会社校馆]/gu;
const FEWEST = 2;

/**
 * Whether an author that an opening names (本报告由…编制) may have compiled the report of this body: its own unit; or, of
 * a government, an office of the same place, for a government has one of its offices write its report.
 */
export function mayCompile(author: string, body: string): boolean {
  if (PRONOUN.test(author) || UNIT.test(author) || AT_HOME.test(author)) return true;
  const place = placeOf(body);
  const names = author.split(/[、,和与及]/u).map((name) => name.replace(/^中共/u, ''));
  if (place === undefined) return names.some((name) => beginsWithName(name, body, BODY_ENDS, isSameBody));
  // 县大数据局 in the report of a county: the place goes without saying.
  const isAtHome = LEVELS.includes(place.slice(-1)) && author.startsWith(place.slice(-1));
  return author.includes(place) || isAtHome || names.some((name) => beginsWithName(name, place, PLACE_ENDS));
}

/** Whether the words that something begins with are the name, perhaps written shorter: 北塘公安局 of 北塘公安局指挥中心. */
function beginsWithName(words: string, name: string, ends: RegExp, isName = leavesOut): boolean {
  return [...words.matchAll(ends)].some(({ index, 0: end }) => {
    const beginning = words.slice(0, index + end.length);
    return beginning.length > FEWEST && beginning.slice(-1) === name.slice(-1) && isName(beginning, name);
  });
}

/** 洪泽区 of 淮安市洪泽区人民政府, 清河街道 of 北塘区人民政府清河街道办事处; nothing of a body that is no government. */
function placeOf(body: string): string | undefined {
  const whole = body
    .replace(OFFICE, '')
    .replace(/(?:人民政府|政府|管理委员会|管委会|办事处)$/u, '')
    .replace(/^.*(?:人民政府|政府)(?=.)/u, '');
  if (!PLACE.test(whole)) return undefined;
  return /[^省市县区州盟旗]+(?:[省市县区州盟旗乡镇]|街道)$/u.exec(whole)?.[0] ?? whole;
}

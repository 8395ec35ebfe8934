/** 我局办公室, 本机关: the body itself, unnamed. 本溪市 is a city. */
const PRONOUN = /^(?:我|本)(?:[省市县区州盟旗乡镇局委办厅院府处站]|街道|机关|单位|部门|中心)/u;
/** 政务公开工作领导小组办公室, 局综合科: a part of a body, whichever it is. */
const UNIT = /^.{0,2}(?:政务|政府信息|信息)公开|领导小组|(?:科|股|科室)$/u;

const OFFICE = /(?:办公室|办公厅|办)?$/u;
const PLACE = /(?:[省市县区州盟旗乡镇]|街道)$/u;

/**
 * Whether an author that an opening names (本报告由…编制) may have compiled the report of this body: its own unit; or, of
 * a government, an office of the same place, for a government has one of its offices write its report.
 */
export function mayCompile(author: string, body: string): boolean {
  if (PRONOUN.test(author) || UNIT.test(author)) return true;
  const place = placeOf(body);
  return place !== undefined && author.includes(place);
}

/** 洪泽区 of 淮安市洪泽区人民政府; nothing of a body that is no government. */
function placeOf(body: string): string | undefined {
  const whole = body.replace(OFFICE, '').replace(/(?:人民政府|政府|管理委员会|管委会)$/u, '');
  if (!PLACE.test(whole)) return undefined;
  return /[^省市县区州盟旗]+(?:[省市县区州盟旗乡镇]|街道)$/u.exec(whole)?.[0] ?? whole;
}

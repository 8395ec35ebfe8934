/** The year that words speak of: the report's own (null), another one, or one that cannot be told. */
export type Period = number | null | 'unknown';

const NAMED =
  /^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.])?(?:[一二三四五六]是)?(?:在|(?:我|本|全)\p{Script=Han}{1,3}|截[至止到])?(?<year>20\d\d)年(?<behind>.{0,8})/u;
/** Behind a year: it dates a document or begins a longer time. */
const NO_PERIOD =
  /^(?:度)?(?:修订|印发|出台|制定|版|起|前|《|□|政务公开工作要点|工作要点|政府信息公开工作年度报告|结转|转结)/u;
const LAST = /^(?:在)?(?:上一?年度?|去年|上一年度|前年)(?!.{0,2}(?:结转|转结|顺延|遗留|流转|转入|接转|跨年))/u;
const OWN = /^(?:今年|本年度|本年|全年|当年|年度)/u;
/** A part of a year: any month but the first and the last of it. */
const MONTH = /(?<!\d)(?:[2-9]|1[01])月|1月(?!1日|-|—|至|到)|12月(?!31|底|份?$)|[上下]半年/u;

/**
 * Reads whether a clause names the year that it speaks of.
 * @returns `undefined` where it names none
 */
export function periodOf(clause: string, own: number | null): Period | undefined {
  const text = clause.slice(0, 60);
  if (MONTH.test(text)) return 'unknown';
  if (OWN.test(text)) return null;
  if (LAST.test(text)) return own === null ? 'unknown' : own - 1;
  const named = NAMED.exec(text)?.groups;
  if (!named) return undefined;
  const { year = '', behind = '' } = named;
  if (NO_PERIOD.test(behind)) return undefined;
  if (Number(year) === own) return null;
  if (/^(?:度)?(?:以来|至|-|—|到)/u.test(behind)) return 'unknown';
  return own !== null && Number(year) > own ? 'unknown' : Number(year);
}

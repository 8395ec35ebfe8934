/** What tells the office of a body from the body: they publish one report. */
const OFFICE = /(?:办公室|办公厅|办)$/u;
/** 高新区党工委管委会: the committee of the party that sits beside a body is no other body. */
const PARTY = /^(?:中国共产党|中共)|(?:党工委|党委)(?=\p{L}{2})/gu;
/** What governs a place; the place stands for it. */
const GOVERNMENT = /(?:人民政府|政府|管理委员会|管委会|办事处)$/u;
const PLACE = /(?:[省市县区州盟旗乡镇园]|街道)$/u;

/**
 * Whether two names may be one body's: one is the other written shorter. A short form leaves characters out and changes
 * none (洪泽区人民政府 and 淮安市洪泽区人民政府办公室, 市场监管局 and 市场监督管理局).
 */
export function isSameBody(one: string, other: string): boolean {
  const names = [one, other].map(withoutOffice);
  const places = names.map((name) => name.replace(GOVERNMENT, ''));
  return isShortFor(names) || (isOnePlace(places) && isShortFor(places)) || isOneBranch(names);
}

/** 经开区管委会 and 云川经济技术开发区: both are places, of the same level. */
const isOnePlace = ([one = '', other = '']: readonly string[]) =>
  PLACE.test(one) && PLACE.test(other) && one.slice(-1) === other.slice(-1);

/** 云川市公安局北塘分局 and 北塘公安分局: the place of a branch stands before or behind. */
function isOneBranch(names: readonly string[]): boolean {
  const [shorter = '', longer = ''] = names.toSorted((a, b) => a.length - b.length);
  const isBranch = names.some((name) => name.endsWith('分局')) && names.every((name) => name.endsWith('局'));
  return isBranch && [...shorter].every((character) => longer.includes(character));
}

function isShortFor(names: readonly string[]): boolean {
  const [shorter, longer] = names.toSorted((a, b) => a.length - b.length);
  return shorter !== undefined && longer !== undefined && leavesOut(shorter, longer);
}

const withoutOffice = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(PARTY, '')
    .replace(OFFICE, '');

/** Whether the characters of the shorter name stand in the longer one in their order. */
export function leavesOut(shorter: string, longer: string): boolean {
  let next = 0;
  for (const character of longer) if (character === shorter[next]) next++;
  return next === shorter.length;
}

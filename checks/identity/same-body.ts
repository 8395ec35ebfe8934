/** What tells the office of a body from the body: they publish one report. */
const OFFICE = /(?:办公室|办公厅|办)$/u;

/**
 * Whether two names may be one body's: one is the other written shorter. A short form leaves characters out and changes
 * none (洪泽区人民政府 and 淮安市洪泽区人民政府办公室, 市场监管局 and 市场监督管理局).
 */
export function isSameBody(one: string, other: string): boolean {
  const [shorter, longer] = [one, other].map(withoutOffice).toSorted((a, b) => a.length - b.length);
  return shorter !== undefined && longer !== undefined && leavesOut(shorter, longer);
}

const withoutOffice = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(OFFICE, '');

/** Whether the characters of the shorter name stand in the longer one in their order. */
function leavesOut(shorter: string, longer: string): boolean {
  let next = 0;
  for (const character of longer) if (character === shorter[next]) next++;
  return next === shorter.length;
}

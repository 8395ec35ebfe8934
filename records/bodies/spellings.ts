import { DIVISIONS, type Division } from './divisions.ts';

/** A division as a name may write it. */
export interface Spelling {
  readonly division: Division;
  /** Means the division only before another that lies in it (江苏淮安市…). */
  readonly onlyBefore: boolean;
}

/** Peoples that the names of autonomous divisions hold and short forms leave out (恩施土家族苗族自治州: 恩施州). */
const PEOPLES = [
  '蒙古族',
  '蒙古',
  '回族',
  '藏族',
  '苗族',
  '彝族',
  '壮族',
  '布依族',
  '朝鲜族',
  '满族',
  '侗族',
  '瑶族',
  '白族',
  '土家族',
  '哈尼族',
  '哈萨克族',
  '哈萨克',
  '傣族',
  '黎族',
  '傈僳族',
  '佤族',
  '畲族',
  '拉祜族',
  '水族',
  '纳西族',
  '景颇族',
  '柯尔克孜',
  '土族',
  '达斡尔族',
  '仫佬族',
  '羌族',
  '布朗族',
  '撒拉族',
  '毛南族',
  '仡佬族',
  '锡伯',
  '塔吉克',
  '普米族',
  '怒族',
  '独龙族',
  '保安族',
  '东乡族',
  '裕固族',
  '各族',
];
const AUTONOMOUS = new RegExp(`^(?<stem>.{2,}?)(?:${PEOPLES.join('|')})+自治(?<kind>[州县旗])$`, 'u');
/** 内蒙古自治区, 广西壮族自治区, 江苏省, 上海市. */
const PROVINCE = /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/u;

const BY_TEXT: ReadonlyMap<string, readonly Spelling[]> = bySpelling();

export const LONGEST_SPELLING = Math.max(...[...BY_TEXT.keys()].map((text) => text.length));

/** Divisions that are written so; several where the country has the name more than once. */
export const spelledSo = (text: string): readonly Spelling[] => BY_TEXT.get(text) ?? [];

function shortForm(name: string): string | undefined {
  const { stem, kind } = (name.includes('自治') && AUTONOMOUS.exec(name)?.groups) || {};
  return stem && kind && stem + kind;
}

function bySpelling(): ReadonlyMap<string, readonly Spelling[]> {
  const found = new Map<string, Spelling[]>();
  const add = (text: string, spelling: Spelling) => {
    const others = found.get(text);
    if (others) others.push(spelling);
    else found.set(text, [spelling]);
  };
  for (const division of DIVISIONS) {
    add(division.name, { division, onlyBefore: false });
    const short = shortForm(division.name);
    if (short) add(short, { division, onlyBefore: false });
    if (division.level === 'province') add(division.name.replace(PROVINCE, ''), { division, onlyBefore: true });
  }
  return found;
}

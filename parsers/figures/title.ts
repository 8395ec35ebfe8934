/** A report's title, read from the lines before the first section. */
export interface Title {
  readonly text: string;
  readonly body: string | undefined;
  readonly year: number | undefined;
  /** Another name that stands above it and may be a second body. */
  readonly other: string | undefined;
}

const YEAR = '(?<year>20\\d{2}|[二2][〇○Ｏ零O0][一二三四五六七八九〇○零ＯO]{2})年?(?:度)?';
const TOPIC = '(?:政府信息公开|政务信息公开|政务公开|信息公开)';
const NAME = `${TOPIC}(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)`;
/** The shapes of a title, the usual one first; the year next to the name is the report's. */
const TITLES: readonly RegExp[] = [
  new RegExp(`^(?<before>.*)${YEAR}(?<after>.*?)${NAME}(?<behind>.*)$`, 'u'),
  new RegExp(`^(?<before>.*?)${TOPIC}(?:工作)?${YEAR}(?:年度)?(?:工作)?(?:报告|年报)(?<behind>.*)$`, 'u'),
  new RegExp(`^(?<before>.*?)${NAME}[(（]?${YEAR}[)）]?$`, 'u'),
  new RegExp(`^(?<before>.*?)${NAME}(?<behind>.*)$`, 'u'),
];

/** Lines of a title block that name nothing: document numbers (漳审综〔2026〕2号), attachments, dates, contents. */
const NO_NAME =
  /[〔[【(][12]\d{3}[〕\]】)]\d*号|第?\d+号$|^附件|(?:日期|时间)[:：]|^\d{4}[年\-./]\d{1,2}[月\-./]|^[二2][〇○零O0]..年.{1,3}月|^[(（](?![^)）]*(?:20\d{2}年?|[局委府办厅院会处心])[^)）]*[)）]?$)|^(?:索引号|发布|来源|信息来源|主题|文号|目录|上一篇|下一篇)|…{2}|\.{4}/u;
/** Letters that carry a report, found beside the report itself. */
const LETTER = /的(?:函|请示|复函)$/u;

/** Lines that one title may be wrapped over. */
const MOST_LINES = 4;

/**
 * Finds the titles among the first lines, also when they are wrapped, and takes them apart. The shortest runs of lines
 * that make a title come first: a longer one would take in what merely stands before it.
 * @param lines without white space, full-width forms folded
 * @returns usually one; several where a letter or a list of contents stands before the report
 */
export function readTitles(lines: readonly string[]): readonly Title[] {
  const named = lines.map((line) => line.replace(/^标题[:：]/u, '')).filter((line) => !NO_NAME.test(line));
  const [dated, undated] = [TITLES.slice(0, -1), TITLES.slice(-1)];
  for (const patterns of [dated, undated]) {
    for (let count = 1; count <= MOST_LINES; count++) {
      const titles = patterns.flatMap((pattern) => matchRuns(named, count, pattern));
      if (titles.length > 0) return titles;
    }
  }
  return [];
}

/** Titles that are runs of so many lines. */
function matchRuns(lines: readonly string[], count: number, pattern: RegExp): Title[] {
  const titles: Title[] = [];
  for (let first = 0; first + count <= lines.length; first++) {
    const text = lines.slice(first, first + count).join('');
    const match = LETTER.test(text) ? null : pattern.exec(text);
    if (!match?.groups) continue;
    const above = lines.slice(Math.max(0, first - 2), first);
    titles.push(takeApart(text, match.groups, above, lines[first + count] ?? ''));
  }
  return titles;
}

function takeApart(
  text: string,
  { before = '', after = '', behind = '', year }: Readonly<Record<string, string | undefined>>,
  above: readonly string[],
  below: string,
): Title {
  const own =
    bodyName(joinPlace(before, after)) ?? bodyName(after) ?? bodyName(/^[(（](.*)[)）]$/u.exec(behind)?.[1] ?? '');
  const [farther = '', near = ''] = above.length === 1 ? ['', ...above] : above;
  const named = own ?? nameAbove(farther, near) ?? nameBelow(below);
  const isSecond = own === undefined && named === near && isOrganisation(farther);
  return {
    text: (own === undefined && named ? named + text : text).slice(0, 120),
    body: named,
    year: year ? readYear(year) : undefined,
    other: isSecond ? bodyName(farther) : undefined,
  };
}

/** 青川县 2023年度 水利局: a place before the year and an office after it are one name. */
const joinPlace = (before: string, after: string) =>
  PLACE.test(before) && before.length <= 8 && isOrganisation(after) ? before + after : before;

/** A name on the lines above a title, which may be wrapped after its place. */
function nameAbove(farther: string, near: string): string | undefined {
  if (!isOrganisation(near)) return undefined;
  return bodyName(NAME_ENDING.test(near) || PLACE.test(farther) ? farther + near : near);
}

/** Some covers name the body under the title. */
function nameBelow(line: string): string | undefined {
  const name = line.replace(/^[(（]|[)）]$/gu, '');
  return isOrganisation(name) ? bodyName(name) : undefined;
}

const PLACE = /(?:省|市|县|区|州|盟|旗|乡|镇|街道|自治区|实验区|开发区|新区|园区)$/u;
/** What the second line of a wrapped name begins with. */
const NAME_ENDING = /^(?:人民政府|办公室|办公厅|管理委员会|管委会|委员会|管理局)/u;
/** What names of public bodies and of the places that they govern end with. */
const ORGANISATION = /[省市县区州盟旗乡镇道府局委会厅部署院所办心司行队站社馆校学关团处科组室库场园台联厂村城地]$/u;
const isOrganisation = (line: string) => line.length <= 40 && ORGANISATION.test(line) && !/网站|资料|门户/u.test(line);

const LEADING_WORDS = /^关于(?:印发|公布|发布|报送|上报|呈报|公开|做好)?/u;

function bodyName(part: string): string | undefined {
  const name = part
    .replace(/^.*《/u, '')
    .replace(LEADING_WORDS, '')
    .replace(/关于.*$/u, '')
    .replace(/^(?:公布|发布)|^[)）]+|[(（]+$|[《》“”"'：:，,]|(?:的|在)$/gu, '');
  const isName = /^[\p{Script=Han}()（）·、\dA-Za-z]{2,40}$/u.test(name) && /\p{Script=Han}/u.test(name);
  return isName && !/(?:报告|年报|格式|模板|样表|解读|目录|专栏)$|20\d{2}年|总结|[:：]/u.test(name) ? name : undefined;
}

const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  Ｏ: '0',
  O: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function readYear(text: string): number {
  return Number([...text].map((digit) => CHINESE_DIGITS[digit] ?? digit).join(''));
}

/** The body that the opening names as the author: 本报告由…编制. */
export function readAuthor(line: string): { body: string; text: string } | undefined {
  const match = /本(?:年度)?报告由(.{4,40}?)(?:根据|依据|依照|按照|编制|负责)/u.exec(line);
  const body = bodyName(match?.[1] ?? '');
  return match && body ? { body, text: match[0] } : undefined;
}

/** The reporting period as the opening states it: 2020年1月1日 to 2020年12月31日. */
export function readPeriod(line: string): { year: number; text: string } | undefined {
  const match = /(20\d{2})年1月1日.{0,6}?至(?:(20\d{2})年)?12月31日/u.exec(line);
  if (!match || (match[2] !== undefined && match[2] !== match[1])) return undefined;
  return { year: Number(match[1]), text: match[0] };
}

/** A report's title, read from the lines before the first section. */
export interface Title {
  readonly text: string;
  readonly body: string | undefined;
  readonly year: number | undefined;
}

const YEAR = '(?<year>20\\d{2}|[二2][〇○Ｏ零O0][一二三四五六七八九〇○零ＯO]{2})年?(?:度)?';
const NAME = '政府信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)';
/** The shapes of a title, the usual one first; the year next to the name is the report's. */
const TITLES: readonly RegExp[] = [
  new RegExp(`^(?:关于)?(?<before>.*)${YEAR}(?<after>.*?)${NAME}`, 'u'),
  new RegExp(`^(?:关于)?(?<before>.*?)政府信息公开(?:工作)?${YEAR}(?:工作)?(?:报告|年报)`, 'u'),
  new RegExp(`^(?:关于)?(?<before>.*?)${NAME}[(（]?${YEAR}[)）]?$`, 'u'),
];
const TITLE_WITHOUT_YEAR = new RegExp(`^(?:关于)?(?<before>.*?)${NAME}`, 'u');
/** Document numbers (漳审综〔2026〕2号), attachments, dates: lines of a title block that name nothing. */
const NO_NAME =
  /[〔[【(][12]\d{3}[〕\]】)]\d*号|第?\d+号$|^附件|^\d{4}[年\-./]\d{1,2}[月\-./]|^[(（](?!20\d{2}年)|^(?:索引号|发布|来源|信息来源|主题|文号|目录)/u;

/** What the second line of a wrapped name begins with. */
const NAME_ENDING = /^(?:人民政府|办公室|办公厅|管理委员会|管委会|委员会|管理局)/u;

/** Lines that one title may be wrapped over. */
const MOST_LINES = 4;

/**
 * Finds the title among the first lines, also when it is wrapped, and takes it apart.
 * @param lines without white space, full-width forms folded
 */
export function readTitle(lines: readonly string[]): Title | undefined {
  const named = lines.filter((line) => !NO_NAME.test(line));
  // The shortest run of lines that makes a title: a longer one would take in what merely stands before it.
  for (const pattern of [...TITLES, TITLE_WITHOUT_YEAR]) {
    for (let count = 1; count <= MOST_LINES; count++) {
      for (let first = 0; first + count <= named.length; first++) {
        const text = named.slice(first, first + count).join('');
        const match = pattern.exec(text);
        if (match?.groups) return takeApart(text, match.groups, nameBefore(named, first));
      }
    }
  }
  return undefined;
}

/** The line above a title, with the one above it where the name of the body is wrapped. */
function nameBefore(lines: readonly string[], first: number): string {
  const above = lines[first - 1] ?? '';
  return NAME_ENDING.test(above) ? (lines[first - 2] ?? '') + above : above;
}

function takeApart(text: string, groups: Readonly<Record<string, string | undefined>>, above: string): Title {
  const own = [groups.before, groups.after].map((part) => bodyName(part ?? '')).find((name) => name !== undefined);
  return {
    text: (own === undefined ? above + text : text).slice(0, 120),
    body: own ?? bodyName(above),
    year: groups.year ? readYear(groups.year) : undefined,
  };
}

function bodyName(part: string): string | undefined {
  const name = part.replace(/^(?:关于|公布|发布)|[《》“”"'：:、，,]|(?:的|关于|在)$/gu, '');
  return /^[\p{Script=Han}()（）·\d]{2,40}$/u.test(name) && !/(?:报告|年报|格式|模板|样表)$/u.test(name)
    ? name
    : undefined;
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

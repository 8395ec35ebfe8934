import type { Claim } from './prose.ts';

/** Whom a clause speaks of: the whole of what the tables count, a part of it, or what cannot be told. */
export type Subject = Claim['scope'] | 'unknown';

/** Words of a clause that say nothing about whom or what is counted. Taken off both ends, one at a time. */
const HARMLESS = [
  ...['年度', '本年度', '全年', '今年以来', '今年', '本年', '当年', '年内', '一年来', '年初以来', '期间', '度', '内'],
  ...[
    '共计',
    '累计',
    '合计',
    '总计',
    '一共',
    '总共',
    '共',
    '已经',
    '均已',
    '已',
    '均',
    '全部',
    '都',
    '实际',
    '仅',
    '只',
    '另',
    '又',
    '也',
    '且',
    '还',
  ],
  ...[
    '严格依法依规',
    '严格依法',
    '依法依规',
    '依规',
    '依法',
    '按时',
    '按期',
    '及时',
    '按规定',
    '按照规定',
    '按要求',
    '规范',
    '妥善',
    '认真',
    '圆满',
    '积极',
    '有序',
    '稳妥',
  ],
  ...[
    '在法定期限内',
    '在法定时限内',
    '在规定时间内',
    '在规定期限内',
    '在规定时限内',
    '法定期限内',
    '按照条例规定',
    '根据条例规定',
    '经统计',
    '据统计',
    '截止目前',
    '截至目前',
    '截至年底',
  ],
  ...[
    '情况',
    '方面',
    '主要',
    '现',
    '新',
    '其中',
    '一是',
    '二是',
    '三是',
    '四是',
    '五是',
    '同时',
    '此外',
    '另外',
    '并',
    '和',
    '及',
    '、',
    '在',
    '经',
    '对',
    '工作',
    '政府信息公开工作',
    '完成',
  ],
].sort((a, b) => b.length - a.length);
const PERIOD =
  /^(?:截[至止到])?20\d\d年(?:度)?(?:以来)?(?:1?[12]?月(?:31日|底)?)?|^\(?[一二三四五六七八九十\d]{1,2}[)、.]/u;

/** What is done with requests ends like the short name of an office: 转办, 交办. */
const NOT_OFFICE = /[转交督代协经承催补会领查举主承开]办$/u;
const ORGANISATION =
  /(?:办公室|办公厅|政府办|管委会|委员会|中心|街道|街道办事处|管理处|支队|大队|分局|党政办|公开办|政务办|[局厅办委院所站处科镇乡队会])$/u;
const HIGHER = /^(?:国家|国务院|中央|省|自治区|上级)/u;
const PLACES: Readonly<Record<string, string>> = {
  省: '省',
  市: '市',
  县: '县',
  区: '区',
  州: '州',
  盟: '盟',
  旗: '旗',
  镇: '镇',
  乡: '乡',
};
/** The parts of a government, all of them. */
const ALL_PARTS = /^(?:各级|各地|各部门|各单位|行政机关|部门|单位|各镇街|政府|和|、|及|有关|相关|直属|范围|上下)+$/u;

/** Takes years and words that say nothing off both ends. Bounded by the length of a label. */
export function stripHarmless(phrase: string): string {
  let text = phrase;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(PERIOD, '').replace(/20\d\d年度?$/u, '');
    const word = HARMLESS.find((harmless) => text.startsWith(harmless) || text.endsWith(harmless));
    if (word) text = text.startsWith(word) ? text.slice(word.length) : text.slice(0, -word.length);
  }
  return text;
}

/** Whether the short name's characters stand in the name in this order: 区人社局 in 鹿城区人力资源和社会保障局. */
function abbreviates(short: string, name: string): boolean {
  let at = 0;
  for (const character of short) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return (
    short.slice(-1) ===
      name
        .replace(/委员会$/u, '委')
        .replace(/办公室$/u, '办')
        .slice(-1) || short.slice(-1) === name.slice(-1)
  );
}

/** What kind of body reports: a place with all its offices, a government of the lowest level, or one office. */
interface Reporter {
  readonly kind: 'place' | 'lowest' | 'office';
  /** 省, 市, 县 …: the character its people call it by. */
  readonly place: string;
}

function reporterOf(body: string): Reporter {
  const place = body.replace(/(?:人民政府|政府|管理委员会|管委会)$/u, '');
  const last = place.slice(-1);
  if (/街道(?:办事处|办)?$/u.test(body) || last === '镇' || last === '乡') return { kind: 'lowest', place: last };
  const isPlace =
    place !== body ? PLACES[last] !== undefined || /(?:新城|园)$/u.test(place) : PLACES[last] !== undefined;
  return isPlace ? { kind: 'place', place: last } : { kind: 'office', place: '' };
}

/**
 * Whom a subject names, for the body whose report it is.
 * @param phrase what stands before a verb, without years and adverbs; empty where nothing does
 * @returns `undefined` for an empty phrase: whoever was named last
 */
export function subjectOf(phrase: string, body: string | null): Subject | undefined {
  if (phrase === '') return undefined;
  const acting = phrase.replace(/代表.{1,12}$/u, '');
  if (/^(?:本|我)(?:机关|单位|部门|行政机关)$/u.test(acting)) return 'body';
  if (body === null) return /^(?:我|本)[局委办厅院镇乡区县市省]$|^全[市县区镇乡省]$/u.test(acting) ? 'body' : 'unknown';
  if (acting === body) return 'body';
  const unit = /^(?:我|本)(公司|集团|学校|校|院|医院|中心)$/u.exec(acting)?.[1];
  if (unit && body.includes(unit)) return 'body';
  const { kind, place } = reporterOf(body);
  if (/本级|机关本部|局机关$/u.test(acting)) return kind === 'place' ? 'narrower' : 'unknown';
  const own = /^(?:我|本|全)(\p{Script=Han})(?<more>.*)$/u.exec(acting);
  if (own) return ownSubject(own[1] ?? '', own[2] ?? '', body, kind, place);
  if (kind === 'place') return placeSubject(acting, body);
  return officeSubject(acting, body, kind);
}

/** Of an office or a township: its own name, short or in full, or somebody else's. */
function officeSubject(acting: string, body: string, kind: Reporter['kind']): Subject {
  if (kind === 'lowest' && acting.length >= 3 && acting === body.replace(/(?:人民政府|政府|办事处)$/u, ''))
    return 'body';
  if (HIGHER.test(acting) && !HIGHER.test(body)) return 'unknown';
  if (acting.length >= 2 && abbreviates(acting, body)) return 'body';
  return kind === 'lowest' && /^(?:镇|乡|街道|办事处|镇政府|乡政府|街道办|街道办事处)$/u.test(acting)
    ? 'body'
    : 'unknown';
}

/** 全市, 我区各部门, 我局, 本街道. */
function ownSubject(character: string, more: string, body: string, kind: Reporter['kind'], place: string): Subject {
  if (kind === 'place') {
    const isWhole = character === place && (more === '' || ALL_PARTS.test(more));
    return isWhole && !/^(?:政府|人民政府|政府部门)$/u.test(more) ? 'body' : 'unknown';
  }
  if (more !== '' && !/^(?:道|道办事处|道办|政府|委|办公室|办事处)$/u.test(more)) return 'unknown';
  if (kind === 'lowest') return body.includes(character) && !'市县区省'.includes(character) ? 'body' : 'unknown';
  return body.includes(character) && '局委办厅院会所处中队'.includes(character) ? 'body' : 'unknown';
}

/** Of a place: all its offices, one of them, or the government as such, which may be either. */
function placeSubject(acting: string, body: string): Subject {
  if (/^各级(?:行政机关|政府部门|各部门|政府及其?部门)$/u.test(acting)) return 'body';
  if (HIGHER.test(acting) && !HIGHER.test(body)) return 'unknown';
  const place = body.replace(/(?:人民政府|政府|管理委员会|管委会)$/u, '');
  if (acting === place) return 'body';
  if (/(?:人民政府|政府|管委会)$/u.test(acting)) return 'unknown';
  return ORGANISATION.test(acting) && !NOT_OFFICE.test(acting) && !/各/u.test(acting) ? 'narrower' : 'unknown';
}

const OPENS =
  /^(?:20\d\d年度?|全年|今年|本年度|一年来)?(?<who>(?:全|我|本)\p{Script=Han}|\p{Script=Han}{1,16}?(?:办公室|办公厅|政府办|委员会|中心|街道|分局|[局厅镇乡]))(?=共|均|已|全年|严|认|高|积|加|坚|按|依|牵|结|持|深|强|建|制|组|全|围|负|通|及|先|收|受|办|根|主|开|向|着|大|联|统|充|认|将|累|接|政|各|不|推|紧|始|健|落|规|优|以|在|把|公|新|调)/u;

/** Whether what stands before the words understood is a subject that is known, or nobody's name. */
export const isKnown = (rest: string, body: string | null): boolean =>
  subjectOf(stripHarmless(rest), body) !== 'unknown';

/** Whom a clause begins with, where it begins with somebody; offices elsewhere are background, and change nothing. */
export function openingSubject(clause: string, body: string | null): Subject | undefined {
  const who = OPENS.exec(clause.slice(0, 40))?.groups?.who;
  if (!who) return undefined;
  const subject = subjectOf(who, body);
  if (subject !== 'unknown') return subject;
  // Of an office's report the other offices are background; of a place's they are parts of it.
  return undefined;
}

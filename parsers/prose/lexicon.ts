import type { ClaimSubject, Meaning } from './prose.ts';

/**
 * The words of the grammar. Every pattern is matched against at most `PROSE.longestLabel` characters of one clause, so
 * none can be slow; a phrase with a word that is not here is left alone.
 */
const any = (...words: readonly string[]) => `(?:${words.join('|')})`;

/** 公民、法人或者其他组织, who ask. */
const ASKERS = `${any('社会', '广大', '申请人', '各类')}?${any(
  '公民[、,，]?法人[、,，]?(?:和|或|或者|及|以及|与)?其[他它]组织',
  '群众',
  '公众',
  '公民',
  '社会公众',
  '人民群众',
  '社会各界',
  '申请人',
  '市民',
)}?${any('提交', '提出', '递交', '申请')}?的?`;
const MADE = any('各类', '有效', '书面', '全部', '有关', '任何形式的', '任何', '公众', '关于');
const INFORMATION = any('政府信息', '政务信息', '政务公开', '信息');
/** An application as such: it names the disclosure of information. */
export const REQUEST = any(
  `(?:要求)?${INFORMATION}(?:的)?依申请公开(?:申请|请求)?`,
  `${INFORMATION}(?:公开)?(?:的)?申请公开(?:件)?`,
  `${INFORMATION}公开(?:的)?(?:申请|请求)`,
  `(?:要求)?公开${INFORMATION}(?:的)?申请`,
  `申请公开${INFORMATION}`,
  `依申请公开(?:的)?(?:${INFORMATION}(?:公开)?)?(?:的)?(?:申请|请求|办理)?`,
  `依申请(?:公开)?${INFORMATION}(?:公开)?`,
  `${INFORMATION}申请`,
  '公开申请',
  '申请公开',
);
const THING = any('件', '案件', '事项', '信件', '信函', '办件', '申请件', '申请书', '表');
/** Any word for one, where the sentence is about them. */
const REQUESTED = `(?:${REQUEST}|申请|依申请)(?:${THING})?`;
/** Words between what is counted and its number. */
const COUNTED = `(?:的|总数|总量|数量|数|共|合计|总计|累计|为|有|达到|达|了|计|类)*`;

const RECEIVE = any(
  '收到',
  '受理',
  '收办',
  '接收',
  '接到',
  '接受',
  '收悉',
  '新收到',
  '新收',
  '新增',
  '新接收',
  '新受理',
  '接收到',
  '收受',
  '登记',
);
const ANSWER = any(
  '予以答复',
  '答复办结',
  '答复完毕',
  '办理完毕',
  '办理完结',
  '办理答复',
  '依法答复',
  '完成答复',
  '完成办理',
  '处理完毕',
  '答复',
  '办结',
  '办复',
  '已办',
  '回复',
);
const HANDLE = any('办理', '处理');
const BOTH = `${RECEIVE}(?:并|和|、|及|并依法|并按时|且)${any(ANSWER, HANDLE)}`;
const HANDLED = `${HANDLE}(?:并|和|、)?(?:${ANSWER})?`;

const LAST_YEAR = any('上一?年度?', '去年度?', '上一年度', '往年', '以前年度', '上年末');
const NEXT_YEAR = any('下一?个?年度?', '次年度?', '明年', '第二年', '20\\d\\d年度?');
const CARRY = any('结转', '转结', '顺延', '接转', '流转', '转入', '遗留', '跨年', '延续', '结余');
const CARRY_ON = `${any('结转', '转结', '顺延', '接转', '延至', '转入', '转', '延', '留')}(?:至|到|入|为)?`;

const DOCUMENTS = '(?:行政)?规范性文件';
const RULES = '(?:政府|市政府|省政府|部门|地方政府)?规章';
const ISSUE = any(
  '制发',
  '新制发',
  '制定',
  '新制定',
  '制定出台',
  '制定印发',
  '制定发布',
  '制定并出台',
  '制定并公开',
  '新制定公开',
  '公开新制定',
  '新制定并公开',
  '出台',
  '新出台',
  '印发',
  '新印发',
  '制作',
  '新制作',
  '制订',
);
const REPEAL = any(
  '废止和宣布失效',
  '废止及宣布失效',
  '宣布废止和失效',
  '宣布失效和废止',
  '废止和失效',
  '废止失效',
  '废止、失效',
  '宣布废止',
  '宣布失效',
  '公布废止',
  '废止',
);
const IN_FORCE = any('现行有效', '现有效', '现仍有效', '目前有效');
const DOCUMENT_KIND = `(?<kind>${DOCUMENTS}|${RULES}(?:和|、|及|以及)${DOCUMENTS}|${RULES})`;

const RESULTS = any('予以公开', '予以部分公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理', '其它处理');
const RESULT_LIST = `(?<results>(?:予以)?${RESULTS}(?:(?:及|和|、|或|或者|以及|与)${RESULTS})*)`;
const RESULT_TAIL = '(?:的|类|件|情形|申请|决定|答复)';

const APPLICANT = any(
  '自然人',
  '公民',
  '法人(?:或者?|和|及|以及|与|、)其[他它]组织',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
);

const REVIEW = any('行政复议', '复议');
const SUIT = any('行政诉讼', '诉讼', '行政应诉');
const DISPUTE_LIST = `(?<disputes>(?:${REVIEW}|${SUIT}|未经复议直接(?:起诉|提起行政诉讼)|直接起诉|复议后起诉|经复议后起诉)(?:案件|案|申请)?(?:(?:、|和|及|与|或|以及)(?:被)?(?:提起)?(?:${REVIEW}|${SUIT})(?:案件|案)?)?)`;
const DISPUTE_SUBJECT = `(?:类|方面|工作|领域|相关|的)*`;
const CAUSED = `(?:(?:因|由|涉及|有关|针对|关于|涉)?${INFORMATION}(?:依申请)?公开(?:工作|申请|答复|行为|事项)?${DISPUTE_SUBJECT}(?:而)?(?:引起|引发|产生|导致|发生)?(?:的)?)`;
const MET = `(?:共|被|发生|涉及|涉|新增|新收|收到|办理|有|引起|引发|申请|提起|提出|参加|应对|产生|出现|的|类|相关)*`;

const whole = (pattern: string) => new RegExp(`^(?<rest>.*?)${pattern}$`, 'u');
const start = (pattern: string) => new RegExp(`^${pattern}$`, 'u');

/** What stands before a number. `rest` is what the grammar has not understood yet: a subject, or nothing. */
export const LABELS = {
  carriedIn: [
    whole(
      `(?:含|包含|包括|另有|另|及|加|加上|有)?${LAST_YEAR}(?:度)?${CARRY}(?:至|到)?(?:本年度?|今年|我[局市区县办委])?(?:来)?(?:继续)?(?:办理|处理)?(?:的)?(?:${REQUESTED})?${COUNTED}`,
    ),
    whole(`(?:含|包含|包括|另有|另)?(?:结转|转结|承接)${LAST_YEAR}(?:度)?(?:的)?(?:${REQUESTED})?${COUNTED}`),
    whole(`(?:含|包含|包括|另有|另)?(?<year>20\\d\\d)年度?(?:结转|转结)(?:的)?(?:${REQUESTED})?${COUNTED}`),
  ],
  carriedOut: [
    whole(`${CARRY_ON}${NEXT_YEAR}(?:度)?(?:继续)?(?:办理|处理|答复)?(?:的)?(?:${REQUESTED})?${COUNTED}`),
    whole(`${NEXT_YEAR}(?:度)?(?:继续)?(?:办理|处理)(?:的)?${COUNTED}`),
  ],
  both: [whole(`(?:共|已|全部)*${BOTH}(?:了)?(?:${MADE})?(?:${ASKERS})?(?<request>${REQUESTED})?${COUNTED}`)],
  received: [
    whole(`(?:共计|共|已)*(?<verb>${RECEIVE})(?:了|的)?(?:${MADE})?(?:${ASKERS})?(?<request>${REQUESTED})?${COUNTED}`),
    whole(`(?<request>${REQUEST}(?:${THING})?)(?:共|累计)*(?<verb>${RECEIVE})${COUNTED}`),
    whole(`(?:共有|有|本年)?(?<verb>新收)?(?<request>${INFORMATION}公开申请|依申请公开申请)(?:${THING})?${COUNTED}`),
  ],
  processed: [
    whole(
      `(?:共|已经|已|均已|按时|及时|按期|全部)*(?<verb>${ANSWER}|${HANDLE}完成|${HANDLE}结束)(?:了|的)?(?:${MADE})?(?:${ASKERS})?(?<request>${REQUESTED})?${COUNTED}`,
    ),
  ],
  handled: [
    whole(`(?:共|已经|已)*(?<verb>${HANDLED})(?:了|的)?(?:${MADE})?(?:${ASKERS})?(?<request>${REQUESTED})?${COUNTED}`),
  ],
  results: [
    whole(`(?:决定|依法|作出|作|答复|因本机关不掌握等原因|属于|为|给予)*${RESULT_LIST}${RESULT_TAIL}*${COUNTED}`),
  ],
  applicant: [
    whole(
      `(?:其中|涉及|包括|包含|含|为|来自|由)*(?:${APPLICANT})(?:作为申请人的?)?(?:提出|提交)?(?:的)?(?:${REQUESTED})?${COUNTED}`,
    ),
  ],
  disputes: [
    whole(
      `(?<caused>${MET}${CAUSED})?(?<met>${MET})${DISPUTE_LIST}(?:案件|案|申请|事项)?${COUNTED}(?<each>各|均为|分别为)?`,
    ),
  ],
  outcome: [
    whole(
      `(?:其中|被|结果|予以|获|均|决定|判决|的|为)*(?<outcome>结果维持|结果纠正|其[他它]结果|尚未审结|未审结|维持|纠正|正在审理|尚在审理|正在审理中)(?:的|结果|案件|原行政行为|原具体行政行为)*${COUNTED}`,
    ),
  ],
  issued: [
    whole(`(?:共|已|并|动态更新|主动公开|及时公开|公开|本年度|当年)*(?:${ISSUE})(?:了|的)?${DOCUMENT_KIND}${COUNTED}`),
  ],
  repealed: [
    whole(`(?:共|已|并)*(?<verb>${REPEAL})(?:了|的)?${DOCUMENT_KIND}${COUNTED}`),
    whole(`${DOCUMENT_KIND}(?:已)?(?<verb>${REPEAL})${COUNTED}`),
  ],
  inForce: [
    whole(`(?:集中|统一|公开|共有|现有|有|对外)*${IN_FORCE}(?:的)?${DOCUMENT_KIND}${COUNTED}`),
    whole(`${DOCUMENT_KIND}${IN_FORCE}(?:的)?${COUNTED}`),
  ],
  related: [whole('(?:共|办理|发生|涉及)*相关案件')],
  nextKind: [start(`[、和及]${DOCUMENT_KIND}${COUNTED}`)],
  repealedBare: [whole(`(?<verb>${REPEAL})${COUNTED}`)],
} as const;

const STILL =
  '(?:的|均|全部|都|已|已经|将|正在|仍|按规定|依法|按程序|按要求|为|是|系|属于|申请|需|需要|需要继续|因|在规定(?:时间|期限|时限)内|在法定(?:时间|期限|时限)内|按期|按时|及时|,|，)*';

/** What stands behind a number that nothing before it explains. */
export const TAILS = {
  request: start(`(?:的)?(?:${ASKERS})?(?<request>${REQUESTED})`),
  carriedOut: start(
    `${STILL}(?:${REQUESTED})?${STILL}${CARRY_ON}${NEXT_YEAR}(?:度)?(?:继续)?(?:办理|处理|答复)?(?:的)?(?:${REQUESTED})?`,
  ),
  carriedIn: start(`${STILL}${LAST_YEAR}(?:度)?${CARRY}(?:的)?(?:办理的)?(?:${REQUESTED})?`),
  processed: start(`${STILL}(?:${REQUESTED})?${STILL}(?:${ANSWER})`),
  results: start(`(?:的|为|属于|作出|决定|依法|申请)*${RESULT_LIST}${RESULT_TAIL}*`),
  applicant: start(`(?:的)?(?:申请)?(?:为|来自|由|是|系)(?:${APPLICANT})(?:申请|提出|提交|的)*`),
  outcome: start(
    `(?:被|结果|予以|获|均|为|案件|行政复议|行政诉讼|的)*(?<outcome>结果维持|结果纠正|其[他它]结果|尚未审结|未审结|维持|纠正|正在审理|尚在审理|正在审理中)(?:原行政行为|外)?`,
  ),
  disputes: start(`(?:的)?(?<caused>${CAUSED})?${DISPUTE_LIST}(?:案件|案)?`),
} as const;

/** Words that may stand before a bare number whose meaning its tail tells. */
export const BARE = /^(?:其中|另有|另外|另|还有|剩余|剩|其余|尚有|已有|共有|有|除|和|、|及|且)*$/u;

/** Clauses that say that there was none. */
const NEGATION = any(
  '未曾',
  '未发生过',
  '未发生',
  '未产生',
  '未出现',
  '未引发',
  '未收到过',
  '没有发生',
  '没有收到',
  '没有产生',
  '没有',
  '未涉及',
  '不存在',
  '并未',
  '暂未',
  '尚未',
  '暂无',
  '均无',
  '均未',
  '也无',
  '也未',
  '未',
  '无',
);
const NONE_VERB = any(
  RECEIVE,
  '发生',
  '产生',
  '出现',
  '引起',
  '引发',
  '涉及',
  '因',
  '有(?!关)',
  '过',
  '被',
  '任何形式的',
  '任何',
  '新的',
);
const NONE_ITEM = any(
  `(?<request>(?:${MADE})*(?:${ASKERS})?${REQUEST}(?:${THING})?)`,
  `(?:${CAUSED})?(?:的)?(?:被)?(?:申请|提起|提出)?(?:${REVIEW}|${SUIT})(?:案件|案|申请)?`,
  '举报',
  '投诉',
  '信访',
  '申诉',
  '纠纷',
);
export const NONE = {
  clause: new RegExp(
    `^(?<rest>.*?)(?<caused>(?:因|由|针对)?${INFORMATION}公开(?:工作|申请|事项)?)?(?<negation>${NEGATION})(?<what>.*)$`,
    'u',
  ),
  verbs: new RegExp(`^(?:${NONE_VERB})*`, 'u'),
  before: new RegExp(`^(?:${NONE_VERB})*(?:${CAUSED})?(?:${NONE_VERB})*`, 'u'),
  item: new RegExp(`^${NONE_ITEM.replace('(?<request>', '(?:')}$`, 'u'),
  request: new RegExp(`^(?:${MADE})*(?:${ASKERS})?${REQUEST}(?:${THING})?$`, 'u'),
  behind: /(?:的?(?:情况|案件|事项|现象|问题|情形|事件|发生|记录|等|书|件))+$/u,
  separators: /、|和|以及|(?<![涉以])及|或者?|与/u,
  documents: new RegExp(`^(?<rest>.*?)(?:未|没有|无)(?:新)?${ISSUE}(?:新的)?${DOCUMENT_KIND}(?:的?情况)?$`, 'u'),
  carriedOut: new RegExp(
    `^(?<rest>.*?)(?:无|没有)(?:${CARRY_ON}${NEXT_YEAR}|${NEXT_YEAR}(?:结转|转结))(?:继续)?(?:办理|处理)?(?:的)?(?:${REQUESTED})?(?:情况)?$`,
    'u',
  ),
  carriedIn: new RegExp(
    `^(?<rest>.*?)(?:无|没有)(?:${LAST_YEAR}(?:度)?${CARRY}|结转${LAST_YEAR})(?:的)?(?:${REQUESTED})?(?:情况)?$`,
    'u',
  ),
} as const;

export const ALL_UPHELD =
  /^(?:均|全部|都|结果均|结果)*(?:获|被|为|得到|予以)*(?:全部)?(?:结果)?维持(?:原行政行为|结果)?$/u;
export const ALL_CLOSED = /^(?:均|全部|都)(?:已)?(?:依法)?(?:结案|审结|办结)$/u;
export const ALL_NATURAL = /^(?:均|全部|都)(?:为|是|系|由|来自)?自然人(?:申请|提出|提交|的)*$/u;

/** Which subject each word of a list of results names; 予以部分公开 is 部分公开. */
export const RESULT_SUBJECTS: readonly (readonly [RegExp, ClaimSubject])[] = [
  [/部分公开/u, 'partially_granted'],
  [/不予公开/u, 'refused'],
  [/予以公开/u, 'granted'],
  [/无法提供/u, 'unavailable'],
  [/不予处理/u, 'declined'],
  [/其[他它]处理/u, 'other'],
];
export const RESULT_WORDS = new RegExp(RESULTS, 'gu');

export const APPLICANTS: readonly (readonly [RegExp, Meaning['applicant']])[] = [
  [/自然人|公民/u, 'natural_person'],
  [/法人/u, 'organisations'],
  [/商业企业/u, 'commercial_enterprise'],
  [/科研机构/u, 'research_institution'],
  [/社会公益组织/u, 'social_welfare_org'],
  [/法律服务机构/u, 'legal_service_org'],
];

export const OUTCOMES: readonly (readonly [RegExp, NonNullable<Meaning['outcome']>])[] = [
  [/审结|审理/u, 'pending'],
  [/维持/u, 'upheld'],
  [/纠正/u, 'corrected'],
  [/其[他它]结果/u, 'other'],
];

/** What the sentences before speak of; the word that stands last counts. */
export const TOPICS: readonly (readonly [RegExp, 'requests' | 'disputes' | 'other'])[] = [
  [
    new RegExp(`${INFORMATION}公开(?:的)?申请|公开${INFORMATION}(?:的)?申请|依申请|申请公开|公开申请`, 'gu'),
    'requests',
  ],
  [/复议|诉讼|应诉/gu, 'disputes'],
  [
    /咨询|信访|来信|来访|来电|诉求|工单|热线|提案|议案|人大|政协|留言|信箱|投诉|举报|行政许可|行政处罚|政策解读|解读|舆情|办件|网站|新媒体|微信|微博|公众号|公报|培训|会议|政务服务|审批|备案|公示|报备|主动公开/gu,
    'other',
  ],
];

/** Units that count requests, disputes and documents. */
export const COUNTING = {
  requests: new Set(['件', '项', '份', '宗', '例', '条', '封', '起', '个', '笔']),
  disputes: new Set(['件', '起', '宗', '例', '项', '个', '份']),
  documents: new Set(['件', '份', '部', '个']),
} as const;

/** Words that make a number one of another day: goals, plans, parts of the year, many years. */
export const OTHER_TIME =
  /下一步|力争|预计|计划(?:受理|办理|制定|出台)|拟于|[上下]半年|季度(?:收|受|共|新)|第[一二三四1-4]季度|每[月季年]|月均|年均|近[两二三四五\d]年|[两三四五\d]年来|历年|自(?!(?<same>20\d\d)年1月1日起?[至到]\k<same>年12月31日)20\d\d年|十[一二三四五六]五(?:规划)?(?:期间|时期|以来)|任期内|条例实施以来|施行以来|开展以来/u;

/** Comparisons: the number says how many more or less. */
export const COMPARED =
  /较|同比|环比|相比|比(?:上|去|20)|增加|增长|减少|下降|降低|上升|提升|增幅|降幅|高于|低于|多于|少于/u;

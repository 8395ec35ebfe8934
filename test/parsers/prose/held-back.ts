import type { Annotated } from './sentences.ts';

const CITY = '云川市人民政府';
const COUNTY = '石桥市人民政府';
const OFFICE = '岚平市人民政府办公室';
const BUREAU = '溪湖市水利局';
const TOWN = '柳溪镇人民政府';

/** Written when the reader was finished, to see how it does on sentences that nobody had in mind. */
export const HELD_BACK: readonly Annotated[] = [
  [
    CITY,
    2022,
    '2022年全市共收到政府信息公开申请604件，涉及政府信息公开的行政复议19件、行政诉讼案件3件。',
    'received=604 reconsideration=19 litigation=3',
  ],
  [
    COUNTY,
    2022,
    '本年共收到14件依申请公开请求，2021年结转政府信息公开申请3件，全部办结15件，结转2023年度继续办理2件；另有政府信息公开行政复议案件2起。',
    'received=14 carried_in=3 processed=15 carried_out=2 reconsideration=2',
  ],
  [
    OFFICE,
    2022,
    '全年收到和办理依申请公开15件，其中自然人申请14件，从处理结果看，予以公开4件，部分公开9件。',
    'received|processed=15 received/natural_person=14 granted=4 partially_granted=9',
  ],
  [
    BUREAU,
    2024,
    '2024年我局收到政府信息公开申请8件，全部按期答复；政府信息公开行政复议2件、行政诉讼0件。',
    'received=8 reconsideration=2 litigation=0',
  ],
  [BUREAU, 2024, '截至2024年12月31日，我局累计受理政府信息公开申请7件。', 'received=7'],
  [
    BUREAU,
    2024,
    '本年度我局依法答复政府信息公开申请6件，其中部分公开2件（占33.33%）。',
    'processed=6 partially_granted=2 partially_granted%33.33',
  ],
  [BUREAU, 2023, '一年来，本单位没有收到公民、法人和其他组织要求公开政府信息的申请。', 'received=0'],
  [BUREAU, 2023, '2023年未收到信息公开申请，没有因信息公开被提起行政诉讼。', 'received=0 litigation=0'],
  [TOWN, 2021, '我镇共受理政府信息公开申请两件，均已按时办结。', 'received=2'],
  [TOWN, 2021, '2021年度，柳溪镇收到依申请公开件1件，已按期答复。', 'received=1'],
  [
    TOWN,
    2021,
    '全年制定行政规范性文件0件，废止行政规范性文件1件。',
    'normative_documents:issued=0 normative_documents:repealed=1',
  ],
  [
    CITY,
    2023,
    '2023年，全市各级各部门共受理政府信息公开申请1,203件，其中自然人1,150件、法人或其他组织53件，办结1,188件，结转下年度15件。',
    'received=1203 received/natural_person=1150 received/organisations=53 processed=1188 carried_out=15',
  ],
  [
    CITY,
    2023,
    '政府信息公开行政诉讼9件，其中未经复议直接起诉6件，复议后起诉3件，维持7件，尚未审结2件。',
    'litigation=9 litigation_direct=6 litigation_after_reconsideration=3',
  ],
  [CITY, 2023, '市卫生健康委员会收到政府信息公开申请45件，答复45件。', 'received=45< processed=45<'],
  [CITY, 2023, '从办理结果看，全市政府信息公开申请予以公开602件、部分公开110件。', 'granted=602 partially_granted=110'],
  [
    CITY,
    2023,
    '全市现行有效行政规范性文件124件，本年新制发11件，废止8件。',
    'normative_documents:in_force=124 normative_documents:issued=11 normative_documents:repealed=8',
  ],
  [OFFICE, 2023, '我办全年受理政府信息公开申请二十一件，其中上年结转一件。', 'received=21 carried_in=1'],
  [OFFICE, 2023, '市政府办公室新收到政府信息公开申请33件，同比减少4件。', 'received=33'],
  [OFFICE, 2023, '2022年度结转的政府信息公开申请3件，今年新收30件。', 'carried_in=3 received=30'],
  [
    OFFICE,
    2023,
    '因政府信息公开引发行政复议4件（均为维持），行政诉讼2件（1件维持、1件尚未审结）。',
    'reconsideration=4 reconsideration:upheld=4 litigation=2 litigation:upheld=1 litigation:pending=1',
  ],
  [OFFICE, 2023, '共收到政府信息公开申请近百件，基本做到按时答复。', ''],
  [CITY, 2023, '市人社局、市住建局分别收到政府信息公开申请56件、89件。', ''],
  [CITY, 2023, '政府信息公开申请平均办理时限缩短3个工作日。', ''],
  [CITY, 2023, '全市12345热线受理诉求20.3万件，按时办结率99.8%。', ''],
  [CITY, 2023, '对收到的政府信息公开申请，严格执行登记、审核、办理、答复、归档五项程序。', ''],
  [CITY, 2023, '依申请公开平均满意度96分，抽查答复书30份，发现问题5个。', ''],
  [CITY, 2023, '政府信息公开申请量居前三位的领域是征地拆迁210件、城乡规划130件、财政资金88件。', ''],
  [CITY, 2023, '比2022年多受理政府信息公开申请50件。', ''],
  [BUREAU, 2023, '受理水行政许可申请112件，办结112件。', ''],
  [BUREAU, 2023, '全年收到人大建议5件、政协提案7件，答复率100%。', ''],
  [BUREAU, 2023, '2024年，我局将继续做好依申请公开，力争零复议、零诉讼。', ''],
  [BUREAU, 2023, '主动公开规范性文件及解读材料各2件。', ''],
  [BUREAU, 2023, '取水许可7件、行政处罚3件，均已在信用平台公示。', ''],
  [BUREAU, 2023, '编印《政府信息公开申请50问》300册。', ''],
  [TOWN, 2023, '公开惠民补贴信息24条，处理村民来访66件，办结66件。', ''],
  [TOWN, 2023, '未因政府信息公开收取费用。', ''],
  [TOWN, 2023, '指导12个村开展村务公开，接受群众咨询150人次。', ''],
  [COUNTY, 2022, '全年公开政府信息9416条，其中工作动态1022条，政策文件41条，其他信息5230条。', ''],
  [COUNTY, 2022, '全市受理不动产登记申请4.5万件。', ''],
  [COUNTY, 2022, '清理行政规范性文件86件，保留71件，修改9件，废止6件。', 'normative_documents:repealed=6'],
];

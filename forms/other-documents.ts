/**
 * Documents that lie in the same folders and are no annual report in a supported form, by the words that give them
 * away. Words are compared without spaces and punctuation.
 */
export interface OtherDocument {
  readonly id: 'before-2019' | 'website-report' | 'interpretation' | 'transmittal-letter';
  readonly reason: { readonly zh: string; readonly en: string };
  /** Words of one table row; at least two of them in a row give the table away. */
  readonly tableWords: readonly string[];
  /** Matches the title. */
  readonly title?: RegExp;
}

export const OTHER_DOCUMENTS: readonly OtherDocument[] = [
  {
    id: 'before-2019',
    reason: { zh: '2019 年以前的旧式统计表', en: 'the statistics form in force before 2019' },
    tableWords: ['指标名称', '统计指标', '计量单位', '单位', '统计数', '历年累计', '指标'],
    title: /政府信息公开(?:工作)?情况统计表/u,
  },
  {
    id: 'website-report',
    reason: { zh: '政府网站工作年度报表', en: 'an annual report on a government website' },
    tableWords: [
      '网站名称',
      '首页网址',
      '主办单位',
      '网站类型',
      '政府网站标识码',
      'ICP备案号',
      '独立用户访问总量',
      '网站总访问量',
    ],
    title: /政府网站(?:工作)?年度(?:工作)?(?:报表|报告)/u,
  },
  {
    id: 'interpretation',
    reason: { zh: '年报的解读材料', en: 'an interpretation of a report' },
    tableWords: [],
    title: /解读|图解|一图读懂|一图看懂|图片版/u,
  },
  {
    id: 'transmittal-letter',
    reason: { zh: '报送年报的函件', en: 'a letter transmitting a report' },
    tableWords: [],
    title: /关于(?:报送|上报|呈报|报告|印发|转发|做好).*(?:报告|年报|事项|工作)》?的(?:函|通知|报告|请示|复函)/u,
  },
];

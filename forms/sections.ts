import { label, type Section } from './form.ts';

/** The six sections, worded alike in both forms. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'section_1',
    title: label('一、总体情况', 'I. Overview', '概述', '总体工作情况', '基本情况'),
    words: [['总体', '概述', '概况', '基本情况']],
  },
  {
    id: 'section_2',
    title: label('二、主动公开政府信息情况', 'II. Information disclosed proactively', '主动公开情况'),
    words: [['主动公开']],
    table: 't2',
  },
  {
    id: 'section_3',
    title: label(
      '三、收到和处理政府信息公开申请情况',
      'III. Requests received and processed',
      '收到和处理政府信息公开申请的情况',
      '依申请公开情况',
    ),
    words: [['申请'], ['收到', '处理', '办理', '答复', '依申请', '申请公开', '公开申请情况']],
    table: 't3',
  },
  {
    id: 'section_4',
    title: label(
      '四、政府信息公开行政复议、行政诉讼情况',
      'IV. Administrative reconsideration and litigation',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开申请行政复议、提起行政诉讼的情况',
    ),
    words: [['复议', '诉讼']],
    table: 't4',
  },
  {
    id: 'section_5',
    title: label(
      '五、存在的主要问题及改进情况',
      'V. Main problems and improvements',
      '存在的主要问题和改进措施',
      '政府信息公开工作存在的主要问题及改进情况',
    ),
    words: [
      ['问题', '不足', '困难'],
      ['改进', '整改', '措施', '打算', '下一步', '存在'],
    ],
  },
  {
    id: 'section_6',
    title: label('六、其他需要报告的事项', 'VI. Other matters to report', '其他事项', '需要报告的其他事项'),
    words: [['其他', '其它', '需要报告', '需报告']],
  },
];

import { type Band, type Column, label, type TableForm } from '../form.ts';

const CORNER = label('信息内容', 'Content');

const PREVIOUS_ITEMS: Column = {
  id: 'previous_items',
  path: [label('上一年项目数量', 'Items last year', '上一年度项目数量', '上年项目数量')],
  quantity: { kind: 'count' },
};
const CHANGE: Column = {
  id: 'change',
  path: [label('本年增/减', 'Change in the year', '本年度增减', '本年增减数量')],
  quantity: { kind: 'change' },
};
const DECISIONS: Column = {
  id: 'decisions',
  path: [label('处理决定数量', 'Decisions', '本年处理决定数量')],
  quantity: { kind: 'count' },
};

const BANDS: readonly Band[] = [
  {
    title: label('第二十条第（一）项', 'Article 20 (1)'),
    corner: CORNER,
    columns: [
      {
        id: 'made',
        path: [label('本年新制作数量', 'Newly made in the year', '本年制作数量')],
        quantity: { kind: 'count' },
      },
      {
        id: 'published',
        path: [label('本年新公开数量', 'Newly published in the year', '本年公开数量')],
        quantity: { kind: 'count' },
      },
      {
        id: 'public_total',
        path: [label('对外公开总数量', 'Published in all', '对外公开总数')],
        quantity: { kind: 'count' },
      },
    ],
    rows: [
      { id: 'regulations', path: [label('规章', 'Regulations')] },
      { id: 'normative_documents', path: [label('规范性文件', 'Normative documents', '行政规范性文件')] },
    ],
  },
  {
    title: label('第二十条第（五）项', 'Article 20 (5)'),
    corner: CORNER,
    columns: [PREVIOUS_ITEMS, CHANGE, DECISIONS],
    rows: [
      { id: 'licensing', path: [label('行政许可', 'Licensing')] },
      { id: 'other_services', path: [label('其他对外管理服务事项', 'Other public services', '其它对外管理服务事项')] },
    ],
  },
  {
    title: label('第二十条第（六）项', 'Article 20 (6)'),
    corner: CORNER,
    columns: [PREVIOUS_ITEMS, CHANGE, DECISIONS],
    rows: [
      { id: 'penalties', path: [label('行政处罚', 'Penalties')] },
      { id: 'coercion', path: [label('行政强制', 'Coercion')] },
    ],
  },
  {
    title: label('第二十条第（八）项', 'Article 20 (8)'),
    corner: CORNER,
    columns: [PREVIOUS_ITEMS, CHANGE],
    rows: [{ id: 'fees', path: [label('行政事业性收费', 'Administrative fees')] }],
  },
  {
    title: label('第二十条第（九）项', 'Article 20 (9)'),
    corner: CORNER,
    columns: [
      { id: 'items', path: [label('采购项目数量', 'Procurement items')], quantity: { kind: 'count' } },
      { id: 'amount', path: [label('采购总金额', 'Procurement amount')], quantity: { kind: 'money' } },
    ],
    rows: [{ id: 'procurement', path: [label('政府集中采购', 'Centralised procurement')] }],
  },
];

/** Table 2 (主动公开政府信息情况) of the 2019 form. */
export const TABLE_2_2019: TableForm = {
  table: 't2',
  form: '2019',
  name: label('表二', 'Table 2'),
  bands: BANDS,
  sums: [],
};

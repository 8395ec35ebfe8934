import { type Band, type Column, label, type TableForm } from '../form.ts';

const CORNER = label('信息内容', 'Content');

const DECISIONS: Column = {
  id: 'decisions',
  path: [label('本年处理决定数量', 'Decisions in the year', '处理决定数量')],
  quantity: { kind: 'count' },
};

const BANDS: readonly Band[] = [
  {
    title: label('第二十条第（一）项', 'Article 20 (1)'),
    corner: CORNER,
    columns: [
      {
        id: 'issued',
        path: [label('本年制发件数', 'Issued in the year', '本年制发数量', '本年发件数')],
        quantity: { kind: 'count' },
      },
      {
        id: 'repealed',
        path: [label('本年废止件数', 'Repealed in the year', '本年废止数量')],
        quantity: { kind: 'count' },
      },
      {
        id: 'in_force',
        path: [label('现行有效件数', 'In force', '现行有效数量')],
        quantity: { kind: 'count' },
      },
    ],
    rows: [
      { id: 'regulations', path: [label('规章', 'Regulations')] },
      { id: 'normative_documents', path: [label('行政规范性文件', 'Normative documents', '规范性文件')] },
    ],
  },
  {
    title: label('第二十条第（五）项', 'Article 20 (5)'),
    corner: CORNER,
    columns: [DECISIONS],
    rows: [{ id: 'licensing', path: [label('行政许可', 'Licensing')] }],
  },
  {
    title: label('第二十条第（六）项', 'Article 20 (6)'),
    corner: CORNER,
    columns: [DECISIONS],
    rows: [
      { id: 'penalties', path: [label('行政处罚', 'Penalties')] },
      { id: 'coercion', path: [label('行政强制', 'Coercion')] },
    ],
  },
  {
    title: label('第二十条第（八）项', 'Article 20 (8)'),
    corner: CORNER,
    columns: [
      {
        id: 'amount',
        path: [label('本年收费金额（单位：万元）', 'Fees collected in the year (10,000 yuan)', '本年收费金额')],
        quantity: { kind: 'money', statutoryUnit: '万元' },
      },
    ],
    rows: [{ id: 'fees', path: [label('行政事业性收费', 'Administrative fees')] }],
  },
];

/** Table 2 (主动公开政府信息情况) of the 2021 form. */
export const TABLE_2_2021: TableForm = {
  table: 't2',
  form: '2021',
  name: label('表二', 'Table 2'),
  bands: BANDS,
  sums: [],
};

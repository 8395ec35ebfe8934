import { type Column, type FormId, type Label, label, type SumIdentity, type TableForm } from './form.ts';

const LITIGATION = label('行政诉讼', 'Litigation');

const BLOCKS: readonly { id: string; path: readonly Label[] }[] = [
  { id: 'reconsideration', path: [label('行政复议', 'Administrative reconsideration')] },
  {
    id: 'litigation_direct',
    path: [LITIGATION, label('未经复议直接起诉', 'Without reconsideration', '未经复议直接起诉的')],
  },
  {
    id: 'litigation_after_reconsideration',
    path: [LITIGATION, label('复议后起诉', 'After reconsideration', '复议后起诉的')],
  },
];

const OUTCOMES: readonly { id: string; label: Label }[] = [
  { id: 'upheld', label: label('结果维持', 'Upheld') },
  { id: 'corrected', label: label('结果纠正', 'Corrected') },
  { id: 'other', label: label('其他结果', 'Other outcome', '其它结果', '其他') },
  { id: 'pending', label: label('尚未审结', 'Pending', '尚未办结') },
];

const TOTAL = { id: 'total', label: label('总计', 'Total', '合计') };

const COLUMNS: readonly Column[] = BLOCKS.flatMap((block) =>
  [...OUTCOMES, TOTAL].map((outcome) => ({
    id: outcome.id,
    block: block.id,
    path: [...block.path, outcome.label],
    quantity: { kind: 'count' } as const,
  })),
);

const SUMS: readonly SumIdentity[] = BLOCKS.map((block) => ({
  rule: 'T4-OUTCOMES',
  scope: block.id,
  scopeLabel: block.path.at(-1) ?? LITIGATION,
  addends: OUTCOMES.map((outcome) => `t4.${block.id}.${outcome.id}` as const),
  totals: [`t4.${block.id}.${TOTAL.id}` as const],
}));

/** Table 4 (政府信息公开行政复议、行政诉讼情况): fifteen columns over one unlabelled row, alike in both forms. */
export function table4(form: FormId): TableForm {
  return {
    table: 't4',
    form,
    name: label('表四', 'Table 4'),
    bands: [{ columns: COLUMNS, rows: [{ id: 'cases', path: [] }] }],
    sums: SUMS,
  };
}

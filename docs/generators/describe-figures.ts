import { FORMS, figuresOf, TABLE_IDS } from '../../forms/catalogue.ts';
import type { Column, Label, Quantity, Row, TableId } from '../../forms/form.ts';
import { code, page, table } from './markdown.ts';

/** `docs/figures.md`: every figure id with its labels. */
export function describeFigures(): string {
  const forms = FORMS.map(({ id, source, firstFiscalYear }) => [
    id,
    source,
    `${firstFiscalYear}`,
    `${TABLE_IDS.flatMap((name) => FORMS.filter((form) => form.id === id).flatMap((form) => figuresOf(form.tables[name]))).length}`,
  ]);
  return page(
    '# 数字 Figures',
    '每个法定单元格一个编号：`表.行.列`；表四只有一行，以组代行。金额以元计，其余为件数。\n\n' +
      'Each statutory cell has an id, `table.row.column`; table 4 has one row, so its block stands in the place of the row. Money is in yuan, everything else is a count.',
    table(['表样 form', '依据 source', '起始年度 from fiscal year', '数字 figures'], forms),
    ...TABLE_IDS.flatMap(describeTable),
  );
}

function describeTable(name: TableId): string[] {
  const lines = new Map<string, { readonly cells: readonly string[]; readonly forms: string[] }>();
  for (const form of FORMS) {
    for (const { id, row, column } of figuresOf(form.tables[name])) {
      const cells = [code(id), ...describeCell(row, column), KINDS[column.quantity.kind]];
      const key = cells.join('\n');
      const known = lines.get(key);
      if (known) known.forms.push(form.id);
      else lines.set(key, { cells, forms: [form.id] });
    }
  }
  const title = FORMS[0]?.tables[name].name;
  const rows = [...lines.values()].map(({ cells, forms }) => [...cells, forms.join(', ')]);
  return [
    `## ${title?.zh ?? ''} ${title?.en ?? ''} (${code(name)})`,
    table(['编号 id', '中文', 'English', '种类 kind', '表样 forms'], rows),
  ];
}

const KINDS: Readonly<Record<Quantity['kind'], string>> = {
  count: '件数 count',
  change: '增减 change',
  money: '金额 yuan',
};

function describeCell(row: Row, column: Column): [zh: string, en: string] {
  const say = (language: 'zh' | 'en') => {
    const path = (labels: readonly Label[]) => labels.map((label) => label[language]).join(' › ');
    return [path(row.path), path(column.path)].filter((part) => part !== '').join(' × ');
  };
  return [say('zh'), say('en')];
}

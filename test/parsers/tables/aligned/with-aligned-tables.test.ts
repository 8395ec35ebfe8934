import { describe, expect, test } from 'vitest';
import { SECTIONS } from '../../../../forms/sections.ts';
import type { Document, Grid } from '../../../../parsers/document/document.ts';
import { withAlignedTables } from '../../../../parsers/tables/aligned/with-aligned-tables.ts';
import { findSections } from '../../../../parsers/tables/find-sections.ts';
import { fitDocument } from '../../../../parsers/tables/fit-document.ts';
import { documentOf, PLAIN, pagesOf, type Simulation, textsOf } from './simulated-report.ts';

const REPORT: Simulation = { form: '2021', texts: textsOf('2021', (_, at) => String(at + 1)), setting: PLAIN };
const UNRULED = documentOf(pagesOf(REPORT));

const fitted = (document: Document) => fitDocument(document, findSections(document, SECTIONS));
const shape = ({ blocks }: Document): readonly string[] =>
  blocks.map((block) => (block.kind === 'grid' ? `${block.rowCount} × ${block.columnCount}` : block.text));

describe('tables without rulings among the blocks of a document', () => {
  test('stand in place of the lines that they were read from, under their headings', () => {
    expect(shape(withAlignedTables(UNRULED))).toEqual([
      '一、总体情况',
      '全年共收到申请 125 件，办结 117 件，比上年增加 8.5 %。',
      '二、主动公开政府信息情况',
      '第二十条第（一）项',
      '3 × 6',
      '第二十条第（五）项',
      '2 × 4',
      '第二十条第（六）项',
      '3 × 4',
      '第二十条第（八）项',
      '2 × 4',
      '注：另有咨询 64 件未计入。',
      '三、收到和处理政府信息公开申请情况',
      '28 × 10',
      '注：另有咨询 64 件未计入。',
      '四、政府信息公开行政复议、行政诉讼情况',
      '4 × 15',
      '注：另有咨询 64 件未计入。',
      '五、存在的主要问题及改进情况',
      '全年共收到申请 125 件，办结 117 件，比上年增加 8.5 %。',
      '六、其他需要报告的事项',
      '全年共收到申请 125 件，办结 117 件，比上年增加 8.5 %。',
    ]);
  });

  test('are fitted whole, and each of their cells says how it was read', () => {
    for (const { cells, missing, notes } of fitted(withAlignedTables(UNRULED))) {
      expect({ missing: missing.size, notes }).toEqual({ missing: 0, notes: [] });
      for (const { cell } of cells.values()) expect(cell.notes).toEqual([{ code: 'aligned-without-rulings' }]);
    }
  });

  test('are not looked for where the grids hold them', () => {
    const ruled = withAlignedTables(UNRULED);
    expect(withAlignedTables(ruled)).toBe(ruled);
  });

  test('are looked for where only theirs is missing', () => {
    const ruled = withAlignedTables(UNRULED);
    const isTable3 = (block: Document['blocks'][number]): block is Grid => block.kind === 'grid' && block.rowCount > 20;
    const without: Document = { ...ruled, blocks: ruled.blocks.filter((block) => !isTable3(block)) };
    const completed = withAlignedTables(without);
    expect(shape(completed)).toEqual(shape(ruled));
    expect(completed.blocks.filter((block) => !isTable3(block))).toEqual(without.blocks);
  });

  test('are not looked for in a document without pages', () => {
    const docx: Document = { format: 'docx', blocks: UNRULED.blocks, notes: [] };
    expect(withAlignedTables(docx)).toBe(docx);
  });

  test('a grid made of horizontal rulings alone makes way', () => {
    const rows = UNRULED.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.where && /^\d\./u.test(block.text) ? [{ ...block, where: block.where }] : [],
    );
    const cells = rows.map(({ text, where }, row) => ({
      row,
      column: 0,
      rowSpan: 1,
      columnSpan: 1,
      text,
      where,
      notes: [],
    }));
    const strips: Grid = { kind: 'grid', rowCount: rows.length, columnCount: 1, cells, notes: [] };
    const at = UNRULED.blocks.findIndex((block) => block.kind === 'paragraph' && block.text === rows[0]?.text);
    const blocks = [...UNRULED.blocks.slice(0, at), strips, ...UNRULED.blocks.slice(at)];
    expect(shape(withAlignedTables({ ...UNRULED, blocks }))).toEqual(shape(withAlignedTables(UNRULED)));
  });
});

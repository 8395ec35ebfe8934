import { expect, test } from 'vitest';
import type { Grid } from '../../../parsers/document/document.ts';
import { readHtml } from '../../../parsers/docx/read-html.ts';

const gridIn = (html: string) => readHtml(html)?.blocks.find((block): block is Grid => block.kind === 'grid');

test('paragraphs and headings are paragraphs', () => {
  expect(readHtml('<h1>标题</h1><p>一、<strong>总体</strong>情况<br />续</p>')?.blocks).toEqual([
    { kind: 'paragraph', text: '标题', notes: [] },
    { kind: 'paragraph', text: '一、总体情况\n续', notes: [] },
  ]);
});

test('spans of rows and columns push the cells of later rows to the right', () => {
  const grid = gridIn(
    '<table><tr><td rowspan="2"><p>组</p></td><td colspan="2"><p>头</p></td></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></table>',
  );
  expect(grid).toMatchObject({ rowCount: 2, columnCount: 3 });
  expect(
    grid?.cells.map(({ row, column, rowSpan, columnSpan, text }) => [text, row, column, rowSpan, columnSpan]),
  ).toEqual([
    ['组', 0, 0, 2, 1],
    ['头', 0, 1, 1, 2],
    ['1', 1, 1, 1, 1],
    ['2', 1, 2, 1, 1],
  ]);
});

test('paragraphs of a cell are its lines; marks of notes and pictures are no text', () => {
  const grid = gridIn(
    '<table><tr><td><p>81<sup><a href="#n">[1]</a></sup></p><p>件<img src="x" /></p></td></tr></table>',
  );
  expect(grid?.cells[0]?.text).toBe('81\n件');
});

test('a nested table does not lend its text to the cell that holds it', () => {
  const blocks = readHtml(
    '<table><tr><td><p>外</p><table><tr><td><p>内</p></td></tr></table></td></tr></table>',
  )?.blocks;
  const texts = blocks?.map((block) => (block.kind === 'grid' ? block.cells.map(({ text }) => text) : block.text));
  expect(texts).toEqual([['外'], ['内']]);
});

test('a span beyond the table ends with it; one that lies is bounded', () => {
  const grid = gridIn('<table><tr><td rowspan="9000000" colspan="9000000"><p>1</p></td></tr></table>');
  expect(grid?.cells[0]).toMatchObject({ rowSpan: 1, columnSpan: 63 });
});

test('what is no well-formed HTML is nothing', () => {
  expect(readHtml('<p>1')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { layOut } from '../../../../parsers/pdf/layout/lay-out.ts';
import { PageBuilder } from '../page-builder.ts';
import { cellAt, paragraphsOf } from './pages.ts';

/** A row of three cells, 100 to 124, and one before them that the page leaves open at its foot. */
function openTable(): PageBuilder {
  const page = new PageBuilder();
  page.line([60, 100, 400, 100], { width: 0.5 }).line([140, 124, 400, 124], { width: 0.5 });
  for (const x of [60, 140, 240, 320, 400]) page.line([x, 100, x, 124], { width: 0.5 });
  return page.text(145, 116, '1.属于国家').text(245, 116, '12').text(325, 116, '3');
}

test('words below a cell that is open at the foot of a page are its label', () => {
  const document = layOut([openTable().text(65, 300, '（三）不').text(65, 316, '予公开').build()]);
  expect(cellAt(document, 0, 0).text.replace(/\n/g, '')).toBe('（三）不予公开');
  expect(paragraphsOf(document)).toEqual([]);
});

test.each([
  ['digits', '123'],
  ['words wider than the cell', '四、政府信息公开行政复议情况'],
])('%s are not', (_, text) => {
  const document = layOut([openTable().text(65, 300, text).build()]);
  expect(cellAt(document, 0, 0).text).toBe('');
  expect(paragraphsOf(document)).toEqual([text]);
});

test('nor is what stands below other text', () => {
  const document = layOut([openTable().text(65, 200, '本机关认真贯彻落实条例要求坚持').text(65, 300, '总计').build()]);
  expect(cellAt(document, 0, 0).text).toBe('');
});

test('nor what stands below a table that is closed', () => {
  const page = openTable().line([60, 124, 140, 124], { width: 0.5 }).text(65, 300, '总计');
  expect(cellAt(layOut([page.build()]), 0, 0).text).toBe('');
});

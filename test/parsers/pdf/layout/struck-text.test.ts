import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../../parsers/figures/read-number.ts';
import { layOut } from '../../../../parsers/pdf/layout/lay-out.ts';
import type { PageContent } from '../../../../parsers/pdf/page/page-content.ts';
import { PageBuilder, type TextInk } from '../page-builder.ts';
import { cellAt, codesOf, linesOfPage, tableOf } from './pages.ts';

/** Where the text of the cell begins, and how wide a digit of it is. */
const X = 155;
const DIGIT = 5.25;
/** Through the middle of its characters, and right below its baseline. */
const MIDDLE = 136.8;
const BELOW = 141.5;

/** A table whose last cell holds `text`. */
function holding(text: string, ink: TextInk = {}): PageBuilder {
  const page = new PageBuilder();
  const rows = [
    ['项目', '数量'],
    ['公开', text],
  ];
  tableOf(page, rows, { ink });
  return page;
}

const lineFrom = (page: PageBuilder, from: number, to: number, y = MIDDLE) =>
  page.line([from, y, to, y], { width: 0.5 });
const cellOf = (page: PageContent) => cellAt(layOut([page]), 1, 1);

/** Codes of all notes of a page, in tables or not. */
const codesOn = (page: PageBuilder): string[] =>
  layOut([page.build()]).blocks.flatMap((block) =>
    block.kind === 'grid' ? block.cells.flatMap(codesOf) : codesOf(block),
  );

describe('a line through the text of a cell', () => {
  test('leaves no figure where it goes through all of the number', () => {
    const page = lineFrom(holding('1234'), X, X + 4 * DIGIT).build();
    const cell = cellOf(page);
    expect(codesOf(cell)).toEqual(['struck-text']);
    expect(readNumber(cell.text).state).toBe('unreadable');
    expect(linesOfPage(layOut([page])).join()).not.toMatch(/\d/u);
  });

  test.each([
    ['at its beginning', 0, 1],
    ['in the middle', 1, 3],
    ['at its end', 3, 4],
  ])('leaves no figure where it goes through digits %s', (_, from, to) => {
    const cell = cellOf(lineFrom(holding('1234'), X + from * DIGIT, X + to * DIGIT).build());
    expect(codesOf(cell)).toEqual(['struck-text']);
    expect(readNumber(cell.text).state).toBe('unreadable');
  });

  test('takes the number that is written beside it as well', () => {
    const cell = cellOf(lineFrom(holding('12 15'), X, X + 2 * DIGIT).build());
    expect(readNumber(cell.text).state).toBe('unreadable');
  });

  test('leaves no figure where it goes through the unit that makes it ten thousand times as much', () => {
    const cell = cellOf(lineFrom(holding('12万元'), X + 2 * DIGIT, X + 2 * DIGIT + 10.5).build());
    expect(readNumber(cell.text).state).toBe('unreadable');
  });

  test('makes the number doubtful where it goes through the remark behind it', () => {
    const cell = cellOf(lineFrom(holding('22（含5件）'), X + 2 * DIGIT, X + 3 * DIGIT + 42).build());
    expect(cell.text).toBe('22（含5件）');
    expect(codesOf(cell)).toEqual(['struck-text']);
  });

  test('is found when the table is set smaller than the prose', () => {
    const page = holding('1234', { size: 8 });
    for (let at = 0; at < 8; at++)
      page.text(60, 300 + 24 * at, '本年收到政府信息公开申请若干件，均已办结。', { size: 16 });
    const cell = cellOf(lineFrom(page, X, X + 16).build());
    expect(codesOf(cell)).toEqual(['struck-text']);
    expect(cell.text).not.toMatch(/\d/u);
  });

  test('is noted in prose', () => {
    const page = new PageBuilder().text(60, 100, '本年收到申请');
    const [paragraph] = layOut([page.line([60, 96.8, 123, 96.8], { width: 0.5 }).build()]).blocks;
    expect(paragraph && codesOf(paragraph)).toEqual(['struck-text']);
  });
});

describe('no line through the text is', () => {
  test('an underline', () => {
    const cell = cellOf(lineFrom(holding('1234'), X, X + 4 * DIGIT, BELOW).build());
    expect(cell).toMatchObject({ text: '1234', notes: [] });
  });

  test('a ruling that crosses the cell', () => {
    expect(codesOn(lineFrom(holding('1234'), 150, 240))).not.toContain('struck-text');
  });

  test('a ruling that ends at lines across, however closely the text fills its cell', () => {
    const page = new PageBuilder().text(100, 110, '1234');
    page.frame([100, 90, 121, 106.5], { width: 0.5 }).frame([100, 106.5, 121, 130], { width: 0.5 });
    expect(codesOn(page)).not.toContain('struck-text');
  });
});

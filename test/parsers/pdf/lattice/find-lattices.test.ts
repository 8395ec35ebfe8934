import { describe, expect, it } from 'vitest';
import { findLattices } from '../../../../parsers/pdf/lattice/find-lattices.ts';
import type { Lattice } from '../../../../parsers/pdf/lattice/lattice.ts';
import { findRulings } from '../../../../parsers/pdf/rulings/find-rulings.ts';
import { cellsOf, drawTable, OPEN_STYLES, type Side, type TableDrawing } from '../draw-table.ts';
import { PageBuilder } from '../page-builder.ts';

const EM = 10;
const BLUE = { rgb: 0xc6d9f1 };
const TABLE: TableDrawing = { xs: [100, 160, 220, 300], ys: [100, 120, 140, 170], em: EM };

function latticesOf(page: PageBuilder): readonly Lattice[] {
  return findLattices(findRulings(page.build(), EM), EM);
}

/** Columns × rows of each lattice, and how many cells are certain. */
function shapesOf(page: PageBuilder): string[] {
  return latticesOf(page).map(({ xs, ys, cells }) => {
    const certain = cells.filter(({ rectangular, bordered }) => rectangular && bordered);
    return `${xs.length - 1} × ${ys.length - 1}: ${certain.length} of ${cells.length} certain`;
  });
}

describe('open sides', () => {
  const sides: Side[][] = [
    ['left'],
    ['right'],
    ['top'],
    ['bottom'],
    ['left', 'right'],
    ['top', 'left', 'right', 'bottom'],
  ];
  for (const style of OPEN_STYLES) {
    it(`are closed, and the cells there are not certain: ${style}`, () => {
      for (const open of sides) {
        const table = { ...TABLE, style, open };
        const [lattice, ...others] = latticesOf(drawTable(new PageBuilder(), table));
        expect(others).toEqual([]);
        expect(lattice?.cells.map(({ row, column }) => [row, column])).toEqual(
          cellsOf(table).map(({ row, column }) => [row, column]),
        );
        const atOpen = (row: number, column: number) => {
          return (
            (open.includes('left') && column === 0) ||
            (open.includes('right') && column === 2) ||
            (open.includes('top') && row === 0) ||
            (open.includes('bottom') && row === 2)
          );
        };
        for (const { row, column, bordered } of lattice?.cells ?? []) expect(bordered).toBe(!atOpen(row, column));
      }
    });
  }
});

describe('what is a table', () => {
  it('is not one line, lines under one another, or one box', () => {
    expect(shapesOf(new PageBuilder().line([100, 100, 400, 100], { rgb: 0xff0000 }))).toEqual([]);
    const lines = new PageBuilder();
    for (const y of [100, 120, 180]) lines.line([100, y, 400, y]);
    expect(shapesOf(lines)).toEqual([]);
    expect(shapesOf(new PageBuilder().frame([100, 100, 400, 200]))).toEqual([]);
  });

  it('is not the frame of the page, and that frame does not swallow tables', () => {
    const page = new PageBuilder().frame([30, 30, 565, 812]).frame([36, 36, 559, 806], { width: 2 });
    drawTable(page, TABLE);
    expect(shapesOf(page)).toEqual(['3 × 3: 9 of 9 certain']);
    expect(latticesOf(page)[0]?.inside).toBeNull();
  });

  it('is each of two that do not touch, from top to bottom', () => {
    const page = drawTable(new PageBuilder(), { xs: [100, 200, 300], ys: [300, 320, 340] });
    drawTable(page, TABLE);
    expect(shapesOf(page)).toEqual(['3 × 3: 9 of 9 certain', '2 × 2: 4 of 4 certain']);
  });

  it('can stand in a cell of another one', () => {
    const page = drawTable(new PageBuilder(), { xs: [50, 80, 400], ys: [50, 80, 400] });
    drawTable(page, TABLE);
    expect(latticesOf(page).map(({ inside }) => inside)).toEqual([null, 0]);
  });

  it('is none when its lines are hidden', () => {
    const page = drawTable(new PageBuilder(), TABLE).fill([90, 90, 310, 180], { rgb: 0xffffff });
    expect(shapesOf(page)).toEqual([]);
  });

  it('has no more columns than a table can have', () => {
    const xs = Array.from({ length: 70 }, (_, i) => 20 + i * 8);
    expect(shapesOf(drawTable(new PageBuilder(), { xs, ys: [100, 120, 140] }))).toEqual([]);
  });
});

describe('cells that are doubtful', () => {
  it('are a group that is no rectangle, in pieces without a loss', () => {
    const page = new PageBuilder().frame([100, 100, 200, 140]).line([100, 120, 150, 120]).line([150, 120, 150, 140]);
    const [lattice] = latticesOf(page);
    expect(
      lattice?.cells.map(({ row, column, rowSpan, columnSpan, rectangular }) => {
        return [row, column, rowSpan, columnSpan, rectangular];
      }),
    ).toEqual([
      [0, 0, 1, 2, false],
      [1, 0, 1, 1, true],
      [1, 1, 1, 1, false],
    ]);
  });

  it('have a side of which a part is missing', () => {
    const page = new PageBuilder().frame([100, 100, 300, 140]).line([200, 100, 200, 140]).line([100, 120, 170, 120]);
    page.line([200, 120, 300, 120]);
    expect(shapesOf(page)).toEqual(['2 × 2: 2 of 4 certain']);
  });

  it('have a line in them that parts nothing', () => {
    const page = new PageBuilder().frame([100, 100, 300, 140]).line([200, 100, 200, 140]).line([100, 120, 140, 120]);
    page.line([200, 120, 300, 120]);
    expect(latticesOf(page)[0]?.cells.map(({ rowSpan, bordered }) => [rowSpan, bordered])).toEqual([
      [2, false],
      [1, true],
      [1, true],
    ]);
  });

  it('are not there where a corner of the table is missing', () => {
    const page = new PageBuilder().line([160, 100, 300, 100]).line([100, 120, 300, 120]).line([100, 140, 300, 140]);
    page.line([100, 120, 100, 140]).line([160, 100, 160, 140]).line([300, 100, 300, 140]);
    expect(latticesOf(page)[0]?.cells.map(({ row, column, bordered }) => [row, column, bordered])).toEqual([
      [0, 1, true],
      [1, 0, true],
      [1, 1, true],
    ]);
  });
});

describe('fills', () => {
  it('of text in a cell part nothing, even from side to side', () => {
    const page = drawTable(new PageBuilder(), TABLE).fill([105, 104, 130, 116], BLUE).fill([160, 124, 220, 134], BLUE);
    expect(shapesOf(page)).toEqual(['3 × 3: 9 of 9 certain']);
  });

  it('behind lines of prose are no table', () => {
    const page = new PageBuilder().fill([100, 100, 400, 112], BLUE).fill([100, 115, 400, 127], BLUE);
    page.fill([100, 130, 240, 142], BLUE);
    expect(shapesOf(page)).toEqual([]);
  });

  it('of panels about a table are no table, and do not hide it', () => {
    const page = new PageBuilder()
      .fill([0, 0, 595, 842], { rgb: 0xf0f0f8 })
      .fill([20, 20, 575, 400], { rgb: 0xdddde8 });
    page.fill([21, 21, 574, 399], { rgb: 0xffffff }).fill([0, 400, 595, 420], { rgb: 0x8888a0 });
    drawTable(page, TABLE);
    expect(shapesOf(page)).toEqual(['3 × 3: 9 of 9 certain']);
  });

  it('of every other row draw a table, but no certain one: cells of one colour may be two', () => {
    const page = new PageBuilder();
    for (const y of [100, 140]) page.fill([100, y, 300, y + 20], { rgb: 0xeeeeee });
    for (const x of [100, 160, 220, 300]) page.line([x, 100, x, 180]);
    expect(shapesOf(page)).toEqual(['3 × 4: 0 of 12 certain']);
  });

  it('with wide spaces between them are cells, and so are boxes', () => {
    for (const space of [4, 6, 9]) {
      const [shaded, framed] = [new PageBuilder(), new PageBuilder()];
      for (const [x, width] of [
        [100, 40],
        [140 + space, 100],
        [240 + space * 2, 30],
      ] as const) {
        for (let y = 100; y < 200; y += 20 + space) {
          shaded.fill([x, y, x + width, y + 20], BLUE);
          framed.frame([x, y, x + width, y + 20]);
        }
      }
      expect(shapesOf(shaded)).toEqual(shapesOf(framed));
      expect(shapesOf(framed)[0]).toMatch(/^3 × \d: (\d+) of \1 certain$/);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../../../parsers/pdf/layout/lay-out.ts';
import { drawTable } from '../draw-table.ts';
import { PageBuilder, type TextInk } from '../page-builder.ts';
import { cellAt, codesOf, gridsOf, linesOfPage, tableOf, turnedClockwise, withGlyphs } from './pages.ts';

const ROWS = [
  ['项目', '自然人', '总计'],
  ['予以公开', '95', '1288'],
  ['部分公开', '0', '447'],
];

describe('the cells of a table', () => {
  test('hold what is printed in them', () => {
    const page = new PageBuilder();
    tableOf(page, ROWS);
    const [grid] = gridsOf(layOut([page.build()]));
    expect(grid).toMatchObject({ rowCount: 3, columnCount: 3 });
    expect(grid?.cells.map(({ text }) => text)).toEqual(ROWS.flat());
    expect(grid?.cells.flatMap(codesOf)).toEqual([]);
  });

  test('tell where they stand', () => {
    const page = new PageBuilder();
    tableOf(page, ROWS);
    const { where } = cellAt(layOut([page.build()]), 1, 2);
    const [box] = 'boxes' in where ? where.boxes : [];
    expect(where).toMatchObject({ page: 1 });
    [240, 124, 330, 148].forEach((at, side) => {
      expect(box?.[side]).toBeCloseTo(at, 0);
    });
  });

  test('come back whatever words and numbers are drawn', () => {
    const word = fc.stringMatching(/^[一二三公开申请数量]{1,6}$/u);
    const number = fc.nat(9_999_999).map(String);
    const row = fc.array(fc.oneof(word, number, fc.constant('')), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
        const page = new PageBuilder();
        tableOf(page, rows);
        const [grid] = gridsOf(layOut([page.build()]));
        expect(grid?.cells.map(({ text }) => text)).toEqual(rows.flat());
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test.each([1, 2, 3])('come back from a sheet turned by %i quarters, in its own places', (quarters) => {
    const page = new PageBuilder();
    tableOf(page, ROWS);
    let content = page.build();
    for (let turn = 0; turn < quarters; turn++) content = turnedClockwise(content);
    const document = layOut([content]);
    const [grid] = gridsOf(document);
    expect(grid?.cells.map(({ text }) => text)).toEqual(ROWS.flat());
    expect(document.pages?.[0]).toMatchObject({ width: content.width, height: content.height });
    const { where } = cellAt(document, 1, 1);
    const [box = [0, 0, 0, 0]] = 'boxes' in where ? where.boxes : [];
    const digit = content.glyphs.find(({ text }) => text === '9');
    expect(digit && digit.x >= box[0] && digit.x <= box[2] && digit.y >= box[1] && digit.y <= box[3]).toBe(true);
  });

  test('text turned in one cell is read, and turned text between others is set aside', () => {
    const page = new PageBuilder();
    drawTable(page, { xs: [60, 90, 300], ys: [100, 200, 300] });
    page.text(100, 150, '自然人').text(100, 250, '法人或者其他组织').text(65, 250, '一二三');
    const content = withGlyphs(page.build(), (glyph) => {
      const at = ['一', '二', '三'].indexOf(glyph.text);
      return at < 0 ? glyph : { ...glyph, x: 70, y: 120 + at * 11, dx: 0, dy: 10.5, upX: 1, upY: 0 };
    });
    expect(cellAt(layOut([content]), 0, 0)).toMatchObject({ text: '一二三', notes: [] });
  });

  test('level writing of which most lines hold one character is no vertical writing', () => {
    const page = new PageBuilder();
    drawTable(page, { xs: [60, 94, 300], ys: [100, 200, 300] });
    page.text(110, 150, '自然人').text(70, 120, '商业').text(80.5, 135, '企').text(77, 150, '业');
    expect(cellAt(layOut([page.build()]), 0, 0).text.replaceAll('\n', '')).toBe('商业企业');
  });

  test('vertical writing runs from right to left', () => {
    const page = new PageBuilder();
    drawTable(page, { xs: [60, 100, 300], ys: [100, 200, 300] });
    page.text(110, 150, '自然人').text(85, 120, '本').text(85, 132, '年').text(85, 144, '度');
    page.text(65, 120, '结').text(65, 132, '果');
    expect(cellAt(layOut([page.build()]), 0, 0).text).toBe('本年度\n结果');
  });

  test('a character shifted sideways, one to a line, begins no column of its own', () => {
    const page = new PageBuilder();
    drawTable(page, { xs: [60, 100, 300], ys: [100, 200, 300] });
    page.text(110, 150, '自然人').text(66, 120, '商').text(75, 132, '业').text(75, 144, '企').text(75, 156, '业');
    expect(cellAt(layOut([page.build()]), 0, 0).text).toBe('商业企业');
  });
});

describe('lines of a cell', () => {
  const read = (lines: readonly string[], width: number) => {
    const page = new PageBuilder();
    drawTable(page, { xs: [60, 160, 160 + width], ys: [100, 180, 260] });
    page.text(62, 120, '申请人情况申请人情').text(62, 200, '予以公开');
    lines.forEach((line, at) => {
      page.text(162, 115 + 12 * at, line);
    });
    return cellAt(layOut([page.build()]), 0, 1).text;
  };

  test('a number wrapped in a narrow cell is one', () => {
    expect(read(['3985', '758'], 27)).toBe('3985758');
    expect(read(['96,', '171'], 27)).toBe('96,171');
  });

  test('figures under one another in a wide cell are two', () => {
    expect(read(['12', '34'], 60)).toBe('12\n34');
  });

  test('a longer line under a shorter one is no rest of a number', () => {
    expect(read(['12', '3456'], 27)).toBe('12\n3456');
  });

  test('a number goes on in front of its unit, and of a remark whose bracket is not parted from its last digit', () => {
    expect(read(['582', '4件'], 22)).toBe('5824件');
    expect(read(['151', '5（其', '中3件）'], 33)).toBe('1515（其中3件）');
    expect(read(['151', '5', '（件）'], 33)).toBe('1515（件）');
  });

  test('a remark in a wide cell does not go on with the number above it', () => {
    expect(read(['151', '5（其中3件）'], 90)).toBe('151\n5（其中3件）');
  });

  test('no line begins with a closing bracket or ends with an opening one, if it need not', () => {
    expect(read(['0(件', ')'], 60)).toBe('0(件)');
    expect(read(['30(', '件', ')'], 60)).toBe('30(件)');
  });

  test('words go on where the line was full', () => {
    expect(read(['社会公', '益组织'], 37)).toBe('社会公益组织');
  });
});

describe('numbers broken over lines that leave some room', () => {
  const TWO = ['予以公开', '部分公开'];
  /** A row of cells of 38 points under a header; the lines of each cell stand 5 points from its left border. */
  const read = (cells: readonly (readonly string[])[], width = 38, label: readonly string[] = TWO) => {
    const page = new PageBuilder();
    const xs = [60, 160, ...cells.map((_, at) => 160 + width * (at + 1))];
    drawTable(page, { xs, ys: [100, 140, 200] });
    page.text(65, 120, '项目');
    label.forEach((line, down) => {
      page.text(65, 155 + 12 * down, line);
    });
    cells.forEach((lines, at) => {
      page.text((xs[at + 1] ?? 0) + 5, 120, '总计');
      lines.forEach((line, down) => {
        page.text((xs[at + 1] ?? 0) + 5, 155 + 12 * down, line);
      });
    });
    const document = layOut([page.build()]);
    return cells.map((_, at) => cellAt(document, 1, at + 1));
  };
  const textOf = (cells: readonly (readonly string[])[], width?: number, label?: readonly string[]) =>
    read(cells, width, label).map(({ text }) => text);

  test('it is one, in doubt, where one more digit would leave no room for margins', () => {
    const [cell] = read([['2122', '9'], ['70']]);
    expect(cell).toMatchObject({ text: '21229', notes: [{ code: 'figure-wrapped' }] });
  });

  test('its unit stands behind the last line', () => {
    expect(textOf([['2122', '9件'], ['70']])).toEqual(['21229件', '70']);
  });

  test('it is none where a cell as narrow holds a longer number on one line, whatever a wider one holds', () => {
    expect(textOf([['212', '9'], ['70123']])).toEqual(['212\n9', '70123']);
    const page = new PageBuilder();
    drawTable(page, { xs: [60, 160, 198, 240], ys: [100, 140, 200] });
    page
      .text(65, 120, '项目')
      .text(65, 160, '予以公开')
      .text(165, 155, '2122')
      .text(165, 167, '9')
      .text(203, 155, '70123');
    expect(cellAt(layOut([page.build()]), 1, 1).text).toBe('21229');
  });

  test('thousands that are spaced, and digits one to a line, are one number beside a number on one line', () => {
    expect(textOf([['83', '247'], ['70']])).toEqual(['83247', '70']);
    expect(textOf([['2', '8', '3'], ['7']], 23)).toEqual(['283', '7']);
  });

  test('they are none in a row whose cells all have two lines: a border may be missing', () => {
    expect(
      textOf([
        ['83', '247'],
        ['7', '120'],
      ]),
    ).toEqual(['83\n247', '7\n120']);
    expect(
      textOf(
        [
          ['2', '8'],
          ['7', '1'],
        ],
        23,
      ),
    ).toEqual(['2\n8', '7\n1']);
  });

  test('they are one in a row whose label has one line, but not where that is the label of a group', () => {
    const thousands = [
      ['83', '247'],
      ['17', '120'],
    ];
    const digits = [
      ['2', '8'],
      ['7', '1'],
    ];
    expect(textOf(thousands, 38, ['予以公开'])).toEqual(['83247', '17120']);
    expect(textOf(digits, 23, ['予以公开'])).toEqual(['28', '71']);
    // A sign is no label, nor is a number.
    for (const sign of ['—', '件', '3']) expect(textOf(digits, 23, [sign, '4'])).toEqual(['2\n8', '7\n1']);
    const page = new PageBuilder();
    drawTable(page, { xs: [60, 120, 220, 258, 296], ys: [100, 140, 200] });
    page.text(65, 120, '项目').text(65, 160, '不予处理').text(125, 155, '信访举报').text(125, 167, '重复申请');
    page.text(225, 155, '83').text(225, 167, '247').text(263, 155, '7').text(263, 167, '120');
    expect(cellAt(layOut([page.build()]), 1, 2).text).toBe('83\n247');
  });

  test('spaced thousands have three digits, and the first of them is no zero', () => {
    expect(textOf([['83', '24'], ['70']])).not.toContain('8324');
    expect(textOf([['83', '2471'], ['70']])).not.toContain('832471');
    expect(textOf([['0', '247'], ['70']])).not.toContain('0247');
  });

  test('in a wide cell they are two', () => {
    expect(textOf([['83', '247'], ['70']], 60)).toEqual(['83\n247', '70']);
  });
});

describe('gaps in a cell', () => {
  const read = (x: readonly number[], digits: string) => {
    const page = new PageBuilder();
    const { xs, ys } = tableOf(page, [
      ['项目', ''],
      ['公开', '7'],
    ]);
    [...digits].forEach((digit, at) => {
      page.text((xs[1] ?? 0) + (x[at] ?? 0), (ys[0] ?? 0) + 16, digit);
    });
    return cellAt(layOut([page.build()]), 0, 1).text;
  };

  test('digits spaced evenly are one number', () => {
    expect(read([5, 14, 23], '123')).toBe('123');
  });

  test('a gap between two numbers stays, and one wider than a space parts them', () => {
    expect(read([5, 10.25, 28], '123')).toBe('12 3');
    expect(read([5, 10.25, 40], '123')).toBe('12 \n3');
    expect(read([5, 30], '12')).toBe('1 \n2');
  });
});

describe('what makes a cell doubtful', () => {
  const blank = () => {
    const page = new PageBuilder();
    const drawing = tableOf(page, [
      ['项目', '数量'],
      ['公开', ''],
      ['其他', '3'],
    ]);
    return { page, drawing };
  };
  const figure = (draw: (page: PageBuilder) => void) => {
    const { page } = blank();
    draw(page);
    const cell = cellAt(layOut([page.build()]), 1, 1);
    return { text: cell.text, codes: codesOf(cell) };
  };
  const at =
    (text: string, ink: TextInk = {}, x = 155, y = 140) =>
    (page: PageBuilder) =>
      page.text(x, y, text, ink);

  test.each<[string, TextInk, string]>([
    ['not painted', { invisible: true }, 'invisible-text'],
    ['transparent', { alpha: 0 }, 'invisible-text'],
    ['clipped', { clip: [0, 0, 50, 50] }, 'clipped-text'],
    ['white', { rgb: 0xffffff }, 'white-text'],
  ])('a number that is %s is not read', (_, ink, code) => {
    expect(figure(at('99', ink))).toEqual({ text: '', codes: [code] });
  });

  test('white text on a dark ground is read', () => {
    expect(
      figure((page) => page.fill([152, 126, 230, 146], { rgb: 0x1f4e79 }).text(155, 140, '99', { rgb: 0xffffff })).text,
    ).toBe('99');
  });

  test('a number that is painted over is not read', () => {
    const covered = (page: PageBuilder) => page.text(155, 140, '99').fill([152, 126, 230, 146], { rgb: 0xffffff });
    expect(figure(covered)).toEqual({ text: '', codes: ['covered-text'] });
  });

  test('a number under a picture is unreadable', () => {
    expect(figure((page) => page.text(155, 140, '99').image([150, 124, 200, 148]))).toEqual({
      text: '\uFFFD\uFFFD',
      codes: ['picture'],
    });
  });

  test('a number drawn twice counts once', () => {
    expect(figure((page) => page.text(155, 140, '99').text(155.4, 140, '99'))).toEqual({
      text: '99',
      codes: ['text-drawn-twice'],
    });
  });

  test('numbers printed over one another give no digit', () => {
    expect(figure((page) => page.text(155, 140, '12').text(156, 140.5, '34'))).toEqual({
      text: expect.not.stringMatching(/\d/u),
      codes: ['overprinted'],
    });
  });

  test('the same number printed over itself a little off gives no digit', () => {
    expect(figure((page) => page.text(155, 140, '5').text(157.5, 140, '5')).text).not.toMatch(/\d/u);
  });

  test('a raised mark is left out', () => {
    expect(figure((page) => page.text(155, 140, '81').text(166, 136, '1', { size: 6 }))).toEqual({
      text: '81',
      codes: ['superscript'],
    });
  });

  test('small print is not raised', () => {
    expect(figure(at('81', { size: 6 }))).toEqual({ text: '81', codes: [] });
  });

  test('a number across a border gives no digit in either cell', () => {
    const { page } = blank();
    page.text(139, 140, '1234');
    const document = layOut([page.build()]);
    for (const column of [0, 1]) {
      const cell = cellAt(document, 1, column);
      expect(cell.text).not.toMatch(/\d/u);
      expect(codesOf(cell)).toContain('text-over-border');
    }
  });

  test('a number that runs out of the table gives no digit', () => {
    const { page } = blank();
    // The table ends at 240.
    page.text(228, 140, '46921');
    const cell = cellAt(layOut([page.build()]), 1, 1);
    expect(cell.text).not.toMatch(/\d/u);
    expect(codesOf(cell)).toContain('text-over-border');
  });

  test('a unit that runs out of the table changes no number', () => {
    const { page } = blank();
    page.text(228, 140, '46件');
    expect(cellAt(layOut([page.build()]), 1, 1).text).toMatch(/^46/u);
  });

  test('a number of which a part is clipped gives no digit', () => {
    const { page } = blank();
    page.text(155, 140, '12345');
    const content = withGlyphs(page.build(), (glyph) =>
      glyph.text === '5' || glyph.text === '4' ? { ...glyph, clip: [0, 0, 10, 10] } : glyph,
    );
    const cell = cellAt(layOut([content]), 1, 1);
    expect(cell.text).not.toMatch(/\d/u);
    expect(codesOf(cell)).toContain('text-over-border');
  });

  test('a character that its font does not name is shown as such', () => {
    const { page } = blank();
    page.text(155, 140, '1?');
    const content = withGlyphs(page.build(), (glyph) => (glyph.text === '?' ? { ...glyph, text: '' } : glyph));
    expect(cellAt(layOut([content]), 1, 1)).toMatchObject({
      text: '1\uFFFD',
      notes: [{ code: 'unmapped-character' }],
    });
  });

  test('a slanted watermark is set aside, and noted in the cells that it crosses', () => {
    const { page } = blank();
    page.text(155, 140, '7').text(160, 140, '8');
    const content = withGlyphs(page.build(), (glyph) =>
      glyph.text === '8' ? { ...glyph, upX: 0.5, upY: -0.87 } : glyph,
    );
    expect(cellAt(layOut([content]), 1, 1)).toMatchObject({ text: '7', notes: [{ code: 'turned-text' }] });
  });

  test('a border drawn in part is noted, and a side left open is a style', () => {
    const open = new PageBuilder();
    drawTable(open, { xs: [60, 150, 240], ys: [100, 124, 148, 172], open: ['left', 'right'] });
    open.text(65, 116, '项目').text(155, 116, '12');
    expect(gridsOf(layOut([open.build()]))[0]?.cells.flatMap(codesOf)).toEqual([]);
  });
});

test('the lines of the page hold what stands in tables too', () => {
  const page = new PageBuilder().text(60, 80, '三、收到和处理');
  tableOf(page, ROWS);
  expect(linesOfPage(layOut([page.build()]))).toEqual([
    '三、收到和处理',
    '项目 自然人 总计',
    '予以公开 95 1288',
    '部分公开 0 447',
  ]);
});

test('the lines of the page hold no digit of what cannot be relied on', () => {
  const page = new PageBuilder();
  tableOf(page, [
    ['项目', '数量'],
    ['公开', '12'],
  ]);
  page.text(156, 140.5, '34');
  expect(linesOfPage(layOut([page.build()])).join()).not.toMatch(/\d/u);
});

test('radicals that stand for characters are given as these', () => {
  const page = new PageBuilder();
  tableOf(page, [
    ['⼀、⽆', '数量'],
    ['公开', '⽆'],
  ]);
  expect(cellAt(layOut([page.build()]), 0, 0).text).toBe('一、无');
});

test('a number of which the rest is covered gives no digit', () => {
  const page = new PageBuilder();
  tableOf(page, [
    ['项目', '数量'],
    ['公开', '1234'],
  ]);
  page.fill([166, 126, 200, 146], { rgb: 0xffffff });
  expect(cellAt(layOut([page.build()]), 1, 1).text).not.toMatch(/\d/u);
});

test('a seal leaves what is under it to be read, with doubt', () => {
  const page = new PageBuilder();
  tableOf(page, [
    ['项目', '数量'],
    ['公开', '12'],
  ]);
  const content = page.image([120, 90, 220, 190]).build();
  const images = content.images.map((image) => ({ ...image, seeThrough: true }));
  expect(cellAt(layOut([{ ...content, images }]), 1, 1)).toMatchObject({ text: '12', notes: [{ code: 'picture' }] });
});

test('a digit that lies over a border makes its cell doubtful', () => {
  const page = new PageBuilder();
  tableOf(page, [
    ['项目', '数量'],
    ['公开', ''],
  ]);
  // The cell ends at 240; a digit is six points wide.
  page.text(236.8, 140, '7', { size: 12 });
  expect(cellAt(layOut([page.build()]), 1, 1)).toMatchObject({ text: '7', notes: [{ code: 'text-over-border' }] });
});

test('the digits of a table that is spaced throughout make numbers of two digits too', () => {
  const page = new PageBuilder();
  tableOf(page, [
    ['项目', '', ''],
    ['公开', '', ''],
    ['其他', '', ''],
  ]);
  for (const [row, digits] of ['1234', '5678', '9123', '45'].entries()) {
    [...digits].forEach((digit, at) => {
      page.text(155 + at * 8 + 90 * (row % 2), 116 + 24 * Math.floor(row / 2), digit);
    });
  }
  [...'67'].forEach((digit, at) => {
    page.text(155 + at * 20, 164, digit);
  });
  const [grid] = gridsOf(layOut([page.build()]));
  expect(grid?.cells.map(({ text }) => text)).toEqual([
    '项目',
    '1234',
    '5678',
    '公开',
    '9123',
    '45',
    '其他',
    '6 7',
    '',
  ]);
});

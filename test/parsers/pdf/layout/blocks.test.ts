import { describe, expect, test } from 'vitest';
import { layOut } from '../../../../parsers/pdf/layout/lay-out.ts';
import { drawTable } from '../draw-table.ts';
import { PageBuilder } from '../page-builder.ts';
import { cellAt, codesOf, gridsOf, linesOfPage, paragraphsOf, tableOf, withGlyphs } from './pages.ts';

/** Forty characters fill a line of 420 points. */
const FULL = '本机关认真贯彻落实条例要求坚持以公开为常态不公开为例外原则扎实推进各项工作取得成效';
const line = (length: number) => FULL.slice(0, length);

describe('paragraphs', () => {
  test('lines that fill the width go on', () => {
    const page = new PageBuilder();
    page
      .text(81, 100, line(38))
      .text(60, 118, line(40))
      .text(60, 136, `${line(9)}。`);
    page.text(81, 154, line(38)).text(60, 172, line(5));
    expect(paragraphsOf(layOut([page.build()]))).toEqual([`${line(38)}${line(40)}${line(9)}。`, line(38) + line(5)]);
  });

  test('lines that end a little before the others were full too', () => {
    const page = new PageBuilder();
    page.text(60, 100, line(40)).text(60, 118, line(40)).text(60, 136, line(38)).text(60, 154, '（国令第）号');
    expect(paragraphsOf(layOut([page.build()]))).toHaveLength(1);
  });

  test('a heading and a title stay lines of their own', () => {
    const page = new PageBuilder();
    page.text(200, 60, '某某市人民政府').text(180, 80, '2024年政府信息公开工作年度报告');
    page.text(81, 110, '一、总体情况').text(81, 128, line(38)).text(60, 146, line(12));
    page.text(81, 164, '二、主动公开政府信息情况').text(60, 182, line(40));
    expect(paragraphsOf(layOut([page.build()]))).toEqual([
      '某某市人民政府',
      '2024年政府信息公开工作年度报告',
      '一、总体情况',
      line(38) + line(12),
      '二、主动公开政府信息情况',
      line(40),
    ]);
  });

  test('go on over the page, with a box for each', () => {
    const [first, second] = [new PageBuilder(), new PageBuilder(595, 842, 2)];
    first.text(81, 700, line(38)).text(60, 718, line(40));
    second.text(60, 120, line(20));
    const [paragraph] = layOut([first.build(), second.build()]).blocks;
    expect(paragraph).toMatchObject({ text: line(38) + line(40) + line(20), where: { page: 1 } });
    expect(paragraph?.kind === 'paragraph' && paragraph.where?.boxes).toHaveLength(2);
  });

  test('numbers of two lines stay two', () => {
    const page = new PageBuilder();
    page
      .text(60, 100, line(40))
      .text(60, 118, `${line(38)}1234`)
      .text(60, 136, `56789${line(5)}`);
    expect(paragraphsOf(layOut([page.build()]))[0]).toContain('1234 56789');
  });

  test('stand above and below a table as they are read', () => {
    const page = new PageBuilder().text(81, 80, '三、收到和处理');
    tableOf(page, [
      ['项目', '数量'],
      ['公开', '12'],
    ]);
    page.text(81, 190, '四、行政复议');
    expect(layOut([page.build()]).blocks.map((block) => (block.kind === 'grid' ? 'grid' : block.text))).toEqual([
      '三、收到和处理',
      'grid',
      '四、行政复议',
    ]);
  });
});

describe('running heads', () => {
  const three = (draw: (page: PageBuilder, number: number) => void) =>
    [1, 2, 3].map((number) => {
      const page = new PageBuilder(595, 842, number);
      page.text(60, 300, `第${'一二三'[number - 1]}页的正文`);
      draw(page, number);
      return page.build();
    });
  const body = ['第一页的正文', '第二页的正文', '第三页的正文'];

  test.each<[string, (number: number) => string]>([
    ['- 4 -', (number) => `- ${number} -`],
    ['第4页 共6页', (number) => `第${number}页 共3页`],
    ['4/6', (number) => `${number}/3`],
    ['— 4 —', (number) => `— ${number} —`],
    ['4', String],
    ['a number counted from elsewhere', (number) => String(number + 17)],
  ])('page numbers as %s are left out', (_, numberOf) => {
    const document = layOut(three((page, number) => page.text(number % 2 ? 500 : 60, 800, numberOf(number))));
    expect(paragraphsOf(document)).toEqual(body);
    expect([0, 1, 2].flatMap((at) => linesOfPage(document, at))).toEqual(body);
  });

  test('on pages larger than what is printed, numbers between dashes that count up are left out', () => {
    const pages = three((page, number) => page.text(300, 560, `- ${number} -`));
    expect(paragraphsOf(layOut(pages))).toEqual(body);
  });

  test('further from the end of the page neither bare numbers nor those that do not count up are page numbers', () => {
    const bare = three((page, number) => page.text(300, 560, String(number)));
    const apart = three((page, number) => page.text(300, 560, `- ${[4, 9, 2][number - 1]} -`));
    for (const pages of [bare, apart]) expect(paragraphsOf(layOut(pages))).toHaveLength(6);
  });

  test('a header and a footer that repeat are left out', () => {
    const pages = three((page, number) => {
      page.text(60, 30, '2025/1/8 10:21 某某市年度报告').text(60, 820, `https://example.org/a ${number}/3`);
    });
    expect(paragraphsOf(layOut(pages))).toEqual(body);
  });

  test('headings, single lines and numbers that do not count up stay', () => {
    const pages = three((page, number) => {
      if (number === 1) page.text(60, 40, '一、总体情况');
      if (number === 2) page.text(60, 800, '二、主动公开政府信息情况');
      if (number === 3) page.text(60, 800, '76');
    });
    expect(paragraphsOf(layOut(pages))).toEqual([
      '一、总体情况',
      ...body.slice(0, 2),
      '二、主动公开政府信息情况',
      ...body.slice(2),
      '76',
    ]);
  });

  test('a section heading at the top of each page stays', () => {
    expect(paragraphsOf(layOut(three((page) => page.text(60, 40, '三、收到和处理'))))).toHaveLength(6);
  });

  test('rows of tables at the edge of the page stay', () => {
    const pages = three((page) =>
      tableOf(
        page,
        [
          ['信息内容', '数量'],
          ['规章', '1'],
        ],
        { y: 780 },
      ),
    );
    expect(gridsOf(layOut(pages)).map(({ cells }) => cells.map(({ text }) => text))).toEqual(
      Array.from({ length: 3 }, () => ['信息内容', '数量', '规章', '1']),
    );
  });
});

describe('pictures', () => {
  test('one in the place of a table is given as such', () => {
    const page = new PageBuilder().text(81, 80, '三、收到和处理').image([60, 100, 500, 400]).text(81, 450, '四、其他');
    const { blocks, notes } = layOut([page.build()]);
    expect(blocks.map((block) => (block.kind === 'paragraph' ? [block.text, ...codesOf(block)] : []))).toEqual([
      ['三、收到和处理'],
      ['', 'picture'],
      ['四、其他'],
    ]);
    expect(notes).toEqual([]);
  });

  test('a page that is a picture is noted', () => {
    const text = new PageBuilder().text(81, 80, '三、收到和处理');
    const scan = new PageBuilder(595, 842, 2).image([0, 0, 595, 842]);
    expect(codesOf(layOut([text.build(), scan.build()]))).toEqual(['page-picture']);
  });

  test('an ornament is nothing', () => {
    const page = new PageBuilder().text(81, 80, '三、收到和处理').image([60, 100, 66, 106]);
    expect(layOut([page.build()]).blocks).toHaveLength(1);
  });

  test('one in a cell is noted there', () => {
    const page = new PageBuilder();
    tableOf(page, [
      ['项目', '数量'],
      ['公开', ''],
    ]);
    page.image([155, 128, 190, 144]);
    expect(codesOf(cellAt(layOut([page.build()]), 1, 1))).toEqual(['picture']);
  });
});

describe('nested tables', () => {
  test('follow the one that holds them', () => {
    const page = new PageBuilder();
    drawTable(page, { xs: [60, 200, 500], ys: [100, 130, 300] });
    page.text(65, 120, '项目').text(205, 120, '数量').text(65, 150, '公开');
    drawTable(page, { xs: [220, 300, 400], ys: [180, 204, 228] });
    page.text(225, 196, '甲').text(305, 196, '1').text(225, 220, '乙').text(305, 220, '2');
    const document = layOut([page.build()]);
    expect(gridsOf(document).map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['项目', '数量', '公开', ''],
      ['甲', '1', '乙', '2'],
    ]);
    expect(codesOf(cellAt(document, 1, 1))).toContain('nested-table');
  });
});

describe('hostile pages', () => {
  test('thousands of glyphs in one place are unreadable, and end', () => {
    const page = new PageBuilder();
    for (let at = 0; at < 3000; at++) page.text(100 + (at % 7) * 0.3, 100 + (at % 11) * 0.3, String(at % 10));
    const text = paragraphsOf(layOut([page.build()])).join('');
    expect(text).not.toMatch(/\d/u);
  });

  test('no page, an empty page and text of no size give a document', () => {
    expect(layOut([]).blocks).toEqual([]);
    const page = new PageBuilder().text(60, 60, '空');
    const flat = withGlyphs(page.build(), (glyph) => ({ ...glyph, size: 0 }));
    expect(layOut([new PageBuilder().build(), flat])).toMatchObject({
      blocks: [],
      notes: [{ code: 'invisible-text' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { cell, paragraph, plainTable, row, span, table, width } from './build-docx.ts';
import { cellAt, grids, onlyGrid, read } from './matchers.ts';

const MERGE_START = '<w:vMerge w:val="restart"/>';
const MERGE_ON = '<w:vMerge/>';

describe('the order of blocks', () => {
  it('keeps paragraphs and tables as they follow one another, and counts tables from 1', () => {
    const document = read(
      paragraph('一、总体情况') + plainTable([['a', 'b']]) + paragraph('') + plainTable([['c']]) + paragraph('end'),
    );
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'grid', 'paragraph', 'grid', 'paragraph']);
    expect(document).toReadAs(['一、总体情况', '', 'end']);
    expect(cellAt(grids(document)[1] ?? failGrid(), 0, 0).where).toEqual({
      table: 2,
      row: 1,
      column: 1,
      rowSpan: 1,
      columnSpan: 1,
    });
  });

  it.each([
    [
      'a content control',
      '<w:sdt><w:sdtPr><w:alias w:val="x"/><w:text/></w:sdtPr><w:sdtContent>',
      '</w:sdtContent></w:sdt>',
    ],
    ['custom XML', '<w:customXml w:element="x"><w:customXmlPr/>', '</w:customXml>'],
    [
      'two content controls',
      '<w:sdt><w:sdtContent><w:sdt><w:sdtContent>',
      '</w:sdtContent></w:sdt></w:sdtContent></w:sdt>',
    ],
  ])('looks through %s around a table, a row, a cell or a run', (_, open, close) => {
    const wrap = (content: string) => open + content + close;
    const inner = wrap(cell(`<w:p>${wrap('<w:r><w:t>1</w:t></w:r>')}</w:p>`));
    const document = read(wrap(table([wrap(`<w:tr>${inner}${cell('2')}</w:tr>`), row(['3', '4'])], [9, 9])));
    expect(onlyGrid(document)).toBeDrawnAs(['1 | 2', '3 | 4']);
  });

  it('looks through links, smart tags and text direction around runs', () => {
    const wrapped = ['hyperlink', 'smartTag', 'dir', 'bdo'].map(
      (name) => `<w:${name}><w:r><w:t>${name}</w:t></w:r></w:${name}>`,
    );
    expect(read(`<w:p>${wrapped.join('')}</w:p>`)).toReadAs(['hyperlinksmartTagdirbdo']);
  });
});

describe('the grid of a table', () => {
  it('gives every cell its column by the spans before it', () => {
    const document = read(
      table(
        [
          row([cell('head', span(3) + MERGE_START), cell('applicants', span(2))]),
          row([cell('', span(3) + MERGE_ON), 'x', 'y']),
          row([cell('result', MERGE_START), cell('refused', MERGE_START), '1.secret', '5', '6']),
          row([cell('', MERGE_ON), cell('', MERGE_ON), '2.law', '7', '8']),
          row([cell('', MERGE_ON), cell('total', span(2)), '9', '10']),
        ],
        [1, 1, 1, 1, 1],
      ),
    );
    expect(onlyGrid(document)).toBeDrawnAs([
      'head | < | < | applicants | <',
      '^ | ^ | ^ | x | y',
      'result | refused | 1.secret | 5 | 6',
      '^ | ^ | 2.law | 7 | 8',
      '^ | total | < | 9 | 10',
    ]);
    expect(onlyGrid(document)).toBeNoted();
    expect(cellAt(onlyGrid(document), 2, 0).where).toEqual({ table: 1, row: 3, column: 1, rowSpan: 3, columnSpan: 1 });
  });

  it('ignores bookmarks, proofing and permission marks between rows and cells', () => {
    const marks =
      '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellStart"/><w:permStart w:id="2"/><w:permEnd w:id="2"/><w:commentRangeStart w:id="3"/>';
    const first = `<w:tr>${marks}${cell('a', MERGE_START)}${marks}${cell('1')}</w:tr>`;
    const second = `<w:tr>${cell('', MERGE_ON)}${marks}${cell('2')}${marks}</w:tr>`;
    const document = read(table([first, marks, second, marks], [1, 1]));
    expect(onlyGrid(document)).toBeDrawnAs(['a | 1', '^ | 2']);
  });

  it('leaves gaps where a row skips columns before and after', () => {
    const document = read(
      table(
        [row(['a', 'b', 'c', 'd']), row(['x', 'y'], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')],
        [1, 1, 1, 1],
      ),
    );
    expect(onlyGrid(document)).toBeDrawnAs(['a | b | c | d', '. | x | y | .']);
    expect(onlyGrid(document)).toBeNoted();
  });

  it('joins the cells of a legacy horizontal merge', () => {
    const document = read(
      table(
        [row([cell('ab', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), 'c']), row(['1', '2', '3'])],
        [1, 1, 1],
      ),
    );
    expect(onlyGrid(document)).toBeDrawnAs(['ab | < | c', '1 | 2 | 3']);
  });

  it('joins downwards only cells of the same columns', () => {
    const document = read(
      table(
        [
          row([cell('a', MERGE_START), cell('b', span(2) + MERGE_START)]),
          row([cell('', MERGE_ON), cell('c', MERGE_ON), cell('d', MERGE_ON)]),
        ],
        [1, 1, 1],
      ),
    );
    expect(onlyGrid(document)).toBeDrawnAs(['a | b | <', '^ | c | d']);
  });

  it('lets a cell that continues nothing stand by itself, and the next ones continue it', () => {
    const document = read(
      table(
        [
          row(['x', cell('a', MERGE_ON)]),
          row(['y', cell('', MERGE_ON)]),
          row(['z', 'b']),
          row(['u', cell('c', MERGE_ON)]),
        ],
        [1, 1],
      ),
    );
    expect(onlyGrid(document)).toBeDrawnAs(['x | a', 'y | ^', 'z | b', 'u | c']);
  });

  it('leaves out and notes what a merged cell covers', () => {
    const document = read(table([row([cell('1', MERGE_START)]), row([cell('2', MERGE_ON)])], [1]));
    expect(onlyGrid(document)).toBeDrawnAs(['1', '^']);
    expect(cellAt(onlyGrid(document), 0, 0)).toBeNoted('hidden-text');
  });

  it('joins the paragraphs and line breaks of a cell with line ends', () => {
    const document = read(
      table([row([cell(paragraph('商业') + paragraph('<w:r><w:t>企</w:t><w:br/><w:t>业</w:t></w:r>'))])], [1]),
    );
    expect(onlyGrid(document).cells[0]?.text).toBe('商业\n企\n业');
  });

  it('keeps text between rows, before the table', () => {
    const document = read(table([row(['a']), paragraph('stray'), row(['b'])], [1]));
    expect(document).toReadAs(['stray']);
    expect(onlyGrid(document)).toBeDrawnAs(['a', 'b']);
  });

  it.each(['', '<w:tr></w:tr>'])('reads a table without cells as an empty grid', (content) => {
    const grid = onlyGrid(read(table([content])));
    expect(grid.cells).toEqual([]);
    expect(grid.columnCount).toBe(0);
  });
});

describe('a table whose rows do not fill its columns', () => {
  const wide = (text: string, twips: number) => cell(text, width(twips));

  it('is placed by the widths of its cells where they leave no doubt', () => {
    const document = read(
      table(
        [
          row([wide('head', 3000), wide('all', 3000)]),
          row([wide('a', 1000), wide('b', 2000), wide('c', 1500), wide('d', 1500)]),
          row([wide('total', 3000), wide('1', 1500), wide('2', 1500)]),
        ],
        [1000, 2000, 1500, 1500],
      ),
    );
    expect(onlyGrid(document)).toBeDrawnAs(['head | < | all | <', 'a | b | c | d', 'total | < | 1 | 2']);
    expect(onlyGrid(document)).toBeNoted();
  });

  it('is placed by widths although all its rows have as many cells', () => {
    const document = read(
      table([row([wide('a', 2000), wide('b', 1000)]), row([wide('c', 1000), wide('d', 2000)])], [1000, 1000, 1000]),
    );
    expect(onlyGrid(document)).toBeDrawnAs(['a | < | b', 'c | d | <']);
  });

  it('tolerates widths rounded by a point', () => {
    const document = read(
      table(
        [row([wide('a', 2011), wide('b', 1003)]), row([wide('c', 990), wide('d', 1008), wide('e', 1010)])],
        [1000, 1000, 1000],
      ),
    );
    expect(onlyGrid(document)).toBeDrawnAs(['a | < | b', 'c | d | e']);
  });

  it.each([
    ['a cell has no width', [row([wide('a', 2000), 'b']), row([wide('c', 1000), wide('d', 1000), wide('e', 1000)])]],
    [
      'rows differ in width',
      [row([wide('a', 2000), wide('b', 2000)]), row([wide('c', 1000), wide('d', 1000), wide('e', 1000)])],
    ],
    [
      'edges are neither one nor two',
      [row([wide('a', 2060), wide('b', 940)]), row([wide('c', 1000), wide('d', 1000), wide('e', 1000)])],
    ],
    [
      'they deny spans that fill the grid',
      [
        row([wide('a', 1000), wide('b', 2000)]),
        row([cell('c', width(1000) + span(2)), wide('d', 2000)]),
        row([wide('f', 1000), wide('g', 1000), wide('h', 1000)]),
      ],
    ],
  ])('stands by its stated spans and is noted when %s', (_, rows) => {
    expect(onlyGrid(read(table(rows, [1000, 1000, 1000])))).toBeNoted('irregular-grid');
  });

  it('is not noted when its rows agree and only the column list is out of date', () => {
    const document = read(table([row(['a', cell('b', span(2))]), row(['c', 'd', 'e'])], [1000, 1000, 1000, 1000]));
    expect(onlyGrid(document)).toBeDrawnAs(['a | b | <', 'c | d | e']);
    expect(onlyGrid(document)).toBeNoted();
  });

  it('is not torn into slivers by widths that vary from row to row', () => {
    const rows = [row([wide('a', 1000), wide('b', 2000)]), row([wide('c', 1100), wide('d', 1900)])];
    expect(onlyGrid(read(table(rows, [1000, 100, 1900])))).toBeDrawnAs(['a | b', 'c | d']);
  });

  it.each(['1000000000', '99999999999999', '64'])('bounds a span of %s and notes it', (columns) => {
    const grid = onlyGrid(read(table([row([cell('a', span(columns)), 'b'])], [1, 1])));
    expect(grid.columnCount).toBeLessThanOrEqual(64);
    expect(grid).toBeNoted('irregular-grid');
  });

  it.each(['0', '-1'])('takes a span of %s as one column and notes it', (columns) => {
    const grid = onlyGrid(read(table([row([cell('a', span(columns)), 'b'])], [1, 1])));
    expect(grid).toBeDrawnAs(['a | b']);
    expect(grid).toBeNoted('irregular-grid');
  });

  it.each(['NaN', '', '1e9', 'two'])('takes a span of "%s", which is no number, as absent', (columns) => {
    expect(onlyGrid(read(table([row([cell('a', span(columns)), 'b'])], [1, 1])))).toBeDrawnAs(['a | b']);
  });
});

describe('nested tables', () => {
  it('follow the grid that holds them, and are noted on their cell', () => {
    const inner = plainTable([['1', '2']]);
    const document = read(table([row(['label', cell(inner + paragraph('beside'))])], [1, 1]) + plainTable([['last']]));
    const [outer, nested, last] = grids(document);
    expect(outer).toBeDrawnAs(['label | beside']);
    expect(cellAt(outer ?? failGrid(), 0, 1)).toBeNoted('nested-table');
    expect(nested).toBeDrawnAs(['1 | 2']);
    expect(nested?.cells[0]?.where).toMatchObject({ table: 2 });
    expect(last?.cells[0]?.where).toMatchObject({ table: 3 });
  });

  it('are read in their order with the text around them when the outer table only arranges them', () => {
    const content = paragraph('二、主动公开') + plainTable([['1', '2']]) + paragraph('三、申请') + plainTable([['3']]);
    const document = read(table([row(['']), row([cell(content)]), row([cell(paragraph('四、'))])], [1]));
    expect(document.blocks.map((block) => (block.kind === 'grid' ? block.columnCount : block.text))).toEqual([
      '二、主动公开',
      2,
      '三、申请',
      1,
      '四、',
    ]);
  });

  it('are read so too when empty cells at both sides make the margins', () => {
    const document = read(table([row(['', cell(paragraph('text') + plainTable([['1']])), ''])], [1, 1, 1]));
    expect(document).toReadAs(['text']);
    expect(onlyGrid(document)).toBeDrawnAs(['1']);
  });
});

function failGrid(): never {
  throw new Error('a grid is missing');
}

import { describe, expect, it } from 'vitest';
import type { Cell, Paragraph } from '../../../parsers/document/document.ts';
import { readDocx } from '../../../parsers/docx/read-docx.ts';
import {
  cell,
  complexField,
  docx,
  fieldCharacter,
  packageParts,
  paragraph,
  plainTable,
  row,
  run,
  table,
  zipParts,
} from './build-docx.ts';
import { cellAt, grids, onlyGrid, read, readable, texts } from './matchers.ts';

/** The only cell of a table around this content. */
function readCell(content: string, styles?: string): Cell {
  const body = table([row([cell(content)])], [1]);
  return cellAt(onlyGrid(read(body, styles === undefined ? {} : { styles })), 0, 0);
}

function readParagraph(content: string): Paragraph {
  const [block] = read(`<w:p>${content}</w:p>`).blocks;
  if (block?.kind !== 'paragraph') throw new Error('expected a paragraph');
  return block;
}

describe('characters', () => {
  it('come as tab, line break, hyphen and soft hyphen', () => {
    const content =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t></w:r>';
    expect(readParagraph(content).text).toBe('a\tb\nc\nd-ef');
  });

  it('are no tab where a tab stop is only defined', () => {
    expect(texts(read(paragraph('a', '<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>')))).toEqual(['a']);
  });

  it('of references are resolved, beyond the basic plane too', () => {
    expect(readParagraph(run('&lt;&amp;&gt;&#19968;&#x20BB7;&quot;&apos;')).text).toBe('<&>一𠮷"\'');
  });

  it('of CDATA count, markup comments do not split a figure', () => {
    expect(readParagraph('<w:r><w:t>1<!-- x -->2<![CDATA[<3>]]></w:t></w:r>').text).toBe('12<3>');
  });

  it('at the ends count only where space is preserved', () => {
    expect(readParagraph('<w:r><w:t> 12 </w:t></w:r><w:r><w:t>34</w:t></w:r>').text).toBe('1234');
    expect(readParagraph('<w:r><w:t xml:space="preserve"> 12 </w:t></w:r><w:r><w:t>34</w:t></w:r>').text).toBe(
      ' 12 34',
    );
  });

  it('between elements, as of indented markup, are not text', () => {
    expect(readParagraph('\n  <w:r>\n  <w:t>12</w:t>\n </w:r>\n').text).toBe('12');
  });

  it.each([
    ['F0FE', '\uFFFD'],
    ['', '\uFFFD'],
  ])('of a symbol font (%s) are replaced and noted', (char, shown) => {
    const read = readCell(`<w:p><w:r><w:t>1</w:t><w:sym w:font="Wingdings" w:char="${char}"/></w:r></w:p>`);
    expect(read.text).toBe(`1${shown}`);
    expect(read).toBeNoted('symbol-character');
  });

  it('given as w:sym by their own code are read', () => {
    expect(readParagraph('<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>').text).toBe('①');
  });
});

describe('hidden text', () => {
  it('is left out and noted: a figure after a hidden digit keeps its value', () => {
    const read = readCell(run('99') + run('1', '<w:vanish/>'));
    expect(read.text).toBe('99');
    expect(read).toBeNoted('hidden-text');
  });

  it.each(['0', 'false', 'off'])('is shown again by w:val="%s"', (off) => {
    const read = readCell(run('991', `<w:vanish w:val="${off}"/>`));
    expect(read.text).toBe('991');
    expect(read).toBeNoted();
  });

  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>',
    '<w:style w:type="character" w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="derived"><w:basedOn w:val="base"/></w:style>',
    '<w:style w:type="character" w:styleId="shown"><w:basedOn w:val="base"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="hiddenP"><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="table" w:styleId="t"><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>',
  ].join('');

  it.each([
    ['a character style', '<w:rStyle w:val="base"/>', '99'],
    ['a style that one is based on', '<w:rStyle w:val="derived"/>', '99'],
    ['no more, where a derived style shows it', '<w:rStyle w:val="shown"/>', '991'],
    ['no more, where the run shows it', '<w:rStyle w:val="base"/><w:vanish w:val="0"/>', '991'],
    ['nothing, in a style based on itself', '<w:rStyle w:val="loop"/>', '991'],
    ['nothing, in a style that is not there', '<w:rStyle w:val="absent"/>', '991'],
  ])('comes through %s', (_, properties, expected) => {
    expect(readCell(run('99') + run('1', properties), styles).text).toBe(expected);
  });

  it('comes through a paragraph style, whose runs can be shown, and which a hidden character style toggles', () => {
    const hidden = '<w:pStyle w:val="hiddenP"/>';
    expect(texts(read(paragraph(run('1'), hidden) + paragraph('next'), { styles }))).toEqual(['next']);
    expect(readCell(paragraph(run('1', '<w:vanish w:val="0"/>'), hidden), styles).text).toBe('1');
    expect(readCell(paragraph(run('1', '<w:rStyle w:val="base"/>'), hidden), styles).text).toBe('1');
  });

  it('comes through the document defaults', () => {
    const all = '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>';
    expect(readCell(run('1') + run('2', '<w:vanish w:val="0"/>'), all).text).toBe('2');
  });

  it('is not what only a web view hides', () => {
    expect(readCell(run('12', '<w:webHidden/>')).text).toBe('12');
  });

  it('takes a whole paragraph away, mark and all', () => {
    const hidden = paragraph(run('secret', '<w:vanish/>'), '<w:rPr><w:vanish/></w:rPr>');
    expect(read(paragraph('a') + hidden + paragraph('b'))).toReadAs(['a', 'b']);
  });

  it('takes a whole row away where it is all there is', () => {
    const hidden = row([cell(paragraph(run('9', '<w:vanish/>')))], '<w:hidden/>');
    const grid = onlyGrid(read(table([row(['a']), hidden, row(['b'])], [1])));
    expect(grid).toBeDrawnAs(['a', 'b']);
    expect(grid).toBeNoted('hidden-text');
    expect(onlyGrid(read(table([row(['a'], '<w:hidden/>')], [1])))).toBeDrawnAs(['a']);
  });

  it('is not what a tracked change says the text was before', () => {
    const before = '<w:rPrChange w:id="1" w:author="x"><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange>';
    const read = readCell(run('12', before));
    expect(read.text).toBe('12');
    expect(read).toBeNoted();
  });
});

describe('text that may not be what it seems', () => {
  it.each(['<w:strike/>', '<w:dstrike/>', '<w:strike/><w:dstrike w:val="0"/>'])(
    'is kept and noted when struck: %s',
    (properties) => {
      const read = readCell(run('12', properties));
      expect(read.text).toBe('12');
      expect(read).toBeNoted('struck-text');
    },
  );

  it('is left out and noted when raised or lowered beside other text', () => {
    for (const align of ['superscript', 'subscript']) {
      const read = readCell(run('81') + run('1', `<w:vertAlign w:val="${align}"/>`));
      expect(read.text).toBe('81');
      expect(read).toBeNoted('superscript');
    }
  });

  it('is kept and noted when all of it is raised', () => {
    const read = readCell(paragraph('') + paragraph(run('81', '<w:vertAlign w:val="superscript"/>')));
    expect(read.text).toBe('\n81');
    expect(read).toBeNoted('superscript');
  });

  it('is raised by its style, unless the run returns to the baseline', () => {
    const styles =
      '<w:style w:type="character" w:styleId="up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    expect(readCell(run('81') + run('1', '<w:rStyle w:val="up"/>'), styles).text).toBe('81');
    expect(readCell(run('81') + run('1', '<w:rStyle w:val="up"/><w:vertAlign w:val="baseline"/>'), styles).text).toBe(
      '811',
    );
  });

  it('is noted when white, unless something behind it is not', () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const fill = '<w:shd w:val="clear" w:fill="1F4E79"/>';
    expect(readCell(run('12', white))).toBeNoted('white-text');
    expect(readCell(run('12', white)).text).toBe('12');
    expect(readCell(run('12', white + fill))).toBeNoted();
    expect(readCell(run('12', `${white}<w:shd w:val="clear" w:fill="auto"/>`))).toBeNoted('white-text');
    expect(readCell(paragraph(run('12', white), fill))).toBeNoted();
    expect(cellAt(onlyGrid(read(table([row([cell(run('12', white), fill)])], [1]))), 0, 0)).toBeNoted();
  });

  it('of a footnote mark is left out and noted: 81 stays 81', () => {
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>';
    const read = readCell(run('81') + mark);
    expect(read.text).toBe('81');
    expect(read).toBeNoted('note-mark');
  });

  it('of a custom footnote mark is left out with it', () => {
    const mark = '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="2"/><w:t>2</w:t></w:r>';
    expect(readCell(run('81') + mark + run('件')).text).toBe('81件');
  });

  it('of a ruby is its base', () => {
    const ruby =
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>平</w:t></w:r></w:rubyBase></w:ruby></w:r>';
    const read = readCell(ruby + run('潭'));
    expect(read.text).toBe('平潭');
    expect(read).toBeNoted('ruby');
  });

  it('of a formula is kept and noted', () => {
    const read = readCell('<w:p><m:oMath><m:r><w:rPr><w:i/></w:rPr><m:t>12</m:t></m:r></m:oMath></w:p>');
    expect(read.text).toBe('12');
    expect(read).toBeNoted('formula');
  });
});

describe('fields', () => {
  it('give their cached result: a simple one', () => {
    const read = readCell('<w:p><w:fldSimple w:instr=" =SUM(ABOVE) "><w:r><w:t>126</w:t></w:r></w:fldSimple></w:p>');
    expect(read.text).toBe('126');
    expect(read).toBeNoted('field-result');
    expect(read.notes[0]?.detail).toBe('=SUM(ABOVE)');
  });

  it('give their cached result: a complex one', () => {
    const read = readCell(complexField('=SUM(ABOVE)', run('126')));
    expect(read.text).toBe('126');
    expect(read).toBeNoted('field-result');
  });

  it('show nothing of an instruction, nor of a field nested in it', () => {
    const nested = `${fieldCharacter('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${complexField('PAGE', run('7'))}${run('typed')}${fieldCharacter('separate')}${complexField('REF x', run('1'))}${run('2')}${fieldCharacter('end')}`;
    expect(readCell(nested + run('3')).text).toBe('123');
  });

  it('without a result are noted', () => {
    const empty = `${fieldCharacter('begin')}<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>${fieldCharacter('end')}`;
    expect(readCell(empty)).toBeNoted('field-without-result');
    expect(readCell('<w:p><w:fldSimple w:instr="=SUM(ABOVE)"/></w:p>')).toBeNoted('field-without-result');
  });

  it('that never end hide nothing beyond their paragraph', () => {
    const open = `${fieldCharacter('begin')}<w:r><w:instrText>=X</w:instrText></w:r>`;
    const document = read(`<w:p>${open}${run('lost')}</w:p>${paragraph('kept')}${plainTable([['1']])}`);
    expect(document).toReadAs(['', 'kept']);
    expect(document.blocks[0]).toBeNoted('field-without-result');
    expect(onlyGrid(document)).toBeDrawnAs(['1']);
  });

  it('go on over paragraphs', () => {
    const start = `<w:p>${fieldCharacter('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>${fieldCharacter('separate')}${run('一')}</w:p>`;
    expect(read(`${start}<w:p>${run('二')}${fieldCharacter('end')}</w:p>`)).toReadAs(['一', '二']);
  });

  it('that hold what somebody typed, or mark a place, are not noted', () => {
    expect(readCell(complexField('HYPERLINK "x"', run('12')))).toBeNoted();
    expect(
      readCell(
        `${run('12')}${fieldCharacter('begin')}<w:r><w:instrText>XE "x"</w:instrText></w:r>${fieldCharacter('end')}`,
      ),
    ).toBeNoted();
  });
});

describe('tracked changes are read as accepted', () => {
  it('in runs: inserted text stays, deleted text goes, moves follow', () => {
    const read = readCell(
      `<w:p>${run('1')}<w:ins w:id="1">${run('2')}</w:ins><w:del w:id="2"><w:r><w:delText>3</w:delText></w:r></w:del><w:moveFrom w:id="3">${run('4')}</w:moveFrom><w:moveTo w:id="4">${run('5')}</w:moveTo></w:p>`,
    );
    expect(read.text).toBe('125');
    expect(read).toBeNoted('inserted-text', 'deleted-text');
  });

  it('in deleted fields: neither result nor instruction', () => {
    const field =
      '<w:del w:id="1"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>9</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>';
    expect(readCell(`<w:p>${field}${run('1')}</w:p>`).text).toBe('1');
  });

  it('in a paragraph mark: what follows continues the paragraph', () => {
    const unmarked = paragraph('12', '<w:rPr><w:del w:id="1"/></w:rPr>');
    expect(readCell(unmarked + paragraph('34')).text).toBe('1234');
    expect(readCell(unmarked).text).toBe('12');
    expect(read(unmarked + plainTable([['x']]) + paragraph('34'))).toReadAs(['12', '34']);
  });

  it('in a paragraph deleted as a whole: nothing of it is left, not even its number', () => {
    const deleted = paragraph(
      '<w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del>',
      '<w:rPr><w:del w:id="1"/></w:rPr>',
    );
    const read = readCell(paragraph('1') + deleted);
    expect(read.text).toBe('1');
    expect(read).toBeNoted('deleted-text');
  });

  it('in rows: inserted ones stay, deleted ones go', () => {
    const rows = [row(['a']), row(['b'], '<w:del w:id="1"/>'), row(['c'], '<w:ins w:id="2"/>')];
    const grid = onlyGrid(read(table(rows, [1])));
    expect(grid).toBeDrawnAs(['a', 'c']);
    expect(grid).toBeNoted('deleted-text', 'inserted-text');
  });

  it('in a table deleted as a whole', () => {
    const document = read(paragraph('a') + table([row(['x'], '<w:del w:id="1"/>')], [1]) + paragraph('b'));
    expect(grids(document)).toEqual([]);
    expect(document).toReadAs(['a', 'b']);
    expect(document).toBeNoted('deleted-text');
  });

  it('in cells: inserted ones stay, deleted ones go', () => {
    const changed = row(['1', cell('old', '<w:cellDel w:id="1"/>'), cell('2', '<w:cellIns w:id="2"/>')]);
    const grid = onlyGrid(read(table([changed, row(['3', '4'])], [1, 1])));
    expect(grid).toBeDrawnAs(['1 | 2', '3 | 4']);
    expect(grid).toBeNoted('deleted-text');
    expect(cellAt(grid, 0, 1)).toBeNoted('inserted-text');
  });

  it('in merges', () => {
    const rows = [
      row([cell('a', '<w:cellMerge w:id="1" w:vMerge="rest"/>'), '1']),
      row([cell('', '<w:cellMerge w:id="2" w:vMerge="cont"/>'), '2']),
      row([cell('b', '<w:cellMerge w:id="3" w:vMergeOrig="cont"/>'), '3']),
    ];
    expect(onlyGrid(read(table(rows, [1, 1])))).toBeDrawnAs(['a | 1', '^ | 2', 'b | 3']);
  });

  it('without taking up what properties were before', () => {
    const old =
      '<w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/><w:tcW w:w="1" w:type="dxa"/></w:tcPr></w:tcPrChange>';
    const grid =
      '<w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/><w:tblGridChange w:id="1"><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid></w:tblGridChange></w:tblGrid>';
    const rowChange =
      '<w:trPr><w:trPrChange w:id="1"><w:trPr><w:gridBefore w:val="1"/><w:hidden/></w:trPr></w:trPrChange></w:trPr>';
    const document = read(
      `<w:tbl><w:tblPr/>${grid}<w:tr>${rowChange}${cell('a', old)}${cell('b', old)}</w:tr></w:tbl>`,
    );
    expect(onlyGrid(document)).toBeDrawnAs(['a | b']);
    expect(onlyGrid(document)).toBeNoted();
    const list =
      '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    expect(read(paragraph('x', list)).blocks[0]).toBeNoted();
  });
});

describe('things that are no text', () => {
  it.each([
    [
      'picture',
      '<w:r><w:drawing><a:graphic><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic></a:graphic></w:drawing></w:r>',
    ],
    ['picture', '<w:r><w:pict><v:shape><v:imagedata o:title=""/></v:shape></w:pict></w:r>'],
    ['embedded-object', '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>'],
  ] as const)('are noted: %s', (code, content) => {
    expect(readCell(`<w:p>${content}</w:p>`)).toBeNoted(code);
  });

  it('do not include a line that is only drawn', () => {
    expect(readCell('<w:p><w:r><w:pict><v:line/></w:pict></w:r></w:p>')).toBeNoted();
  });

  it('of foreign content are noted on the document or the cell', () => {
    expect(read(`${paragraph('a')}<w:altChunk r:id="rId9"/>`)).toBeNoted('embedded-content');
    expect(readCell('<w:altChunk r:id="rId9"/><w:p/>')).toBeNoted('embedded-content');
  });
});

describe('text boxes', () => {
  const box = (content: string) =>
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;

  it('are read once, after the paragraph that holds them, tables and all', () => {
    const content = paragraph('boxed') + plainTable([['1', '2']]);
    const document = read(`<w:p>${run('before ')}<w:r>${box(content)}<w:t>after</w:t></w:r></w:p>${paragraph('next')}`);
    expect(document).toReadAs(['before after', 'boxed', 'next']);
    expect(onlyGrid(document)).toBeDrawnAs(['1 | 2']);
    expect(document.blocks[0]).toBeNoted('text-box');
  });

  it('keep their own formatting and fields apart from the run that holds them', () => {
    const content = `<w:p>${run('x', '<w:vertAlign w:val="superscript"/>')}${fieldCharacter('begin')}</w:p>`;
    expect(texts(read(`<w:p><w:r>${box(content)}<w:t>12</w:t></w:r></w:p>`))[0]).toBe('12');
  });

  it('in a cell follow the grid', () => {
    const document = read(table([row([cell(`<w:p>${run('1')}<w:r>${box(paragraph('2'))}</w:r></w:p>`)])], [1]));
    expect(onlyGrid(document)).toBeDrawnAs(['1']);
    expect(onlyGrid(document).cells[0]).toBeNoted('text-box');
    expect(document).toReadAs(['2']);
  });

  it('of older files, and fallbacks without a choice, are read too', () => {
    const old = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('old')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const fallback = `<mc:AlternateContent><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    expect(read(`<w:p>${old}</w:p><w:p>${fallback}</w:p>`)).toReadAs(['', 'old', '', 'old']);
  });

  it('in hidden runs are left out', () => {
    const document = read(`<w:p><w:r><w:rPr><w:vanish/></w:rPr>${box(paragraph('x'))}</w:r></w:p>`);
    expect(document).toReadAs(['']);
    expect(document.blocks[0]).toBeNoted('hidden-text');
  });
});

describe('parts', () => {
  it('are found by relationship, whatever they are called', () => {
    const parts = packageParts(paragraph('found'));
    const renamed = {
      '_rels/.rels': (parts['_rels/.rels'] ?? '').replace('word/document.xml', '/Word/./other/../main.XML'),
      'WORD\\Main.xml': parts['word/document.xml'] ?? '',
    };
    expect(readable(readDocx(zipParts(renamed)))).toReadAs(['found']);
  });

  it('of the strict standard read alike', () => {
    const parts = packageParts(paragraph('strict') + plainTable([['1']]));
    const strict = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        xml
          .replaceAll(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      ]),
    );
    const document = readable(readDocx(zipParts(strict)));
    expect(document).toReadAs(['strict']);
    expect(onlyGrid(document)).toBeDrawnAs(['1']);
  });

  it.each([
    ['UTF-16 little-endian', true],
    ['UTF-16 big-endian', false],
  ])('in %s read alike', (_, littleEndian) => {
    const parts: Record<string, string | Uint8Array> = packageParts(paragraph('一二三'));
    parts['word/document.xml'] = utf16(String(parts['word/document.xml']).replace('UTF-8', 'UTF-16'), littleEndian);
    expect(readable(readDocx(zipParts(parts)))).toReadAs(['一二三']);
  });

  it('with a byte order mark read alike', () => {
    const parts = packageParts(paragraph('一'));
    const marked = { ...parts, 'word/document.xml': `\uFEFF${parts['word/document.xml']}` };
    expect(readable(readDocx(zipParts(marked)))).toReadAs(['一']);
  });

  it('may use other prefixes, or none', () => {
    const xml =
      '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><tbl><tblGrid><gridCol/><gridCol/></tblGrid><tr><tc><tcPr><gridSpan x:val="2"/></tcPr><p><r><t>a</t></r></p></tc></tr><tr><tc><p/></tc><x:tc><x:p/></x:tc></tr></tbl></body></document>';
    const parts = { ...packageParts(''), 'word/document.xml': xml };
    expect(onlyGrid(readable(readDocx(zipParts(parts))))).toBeDrawnAs(['a | <', ' | ']);
  });
});

it('gives the same answer twice', () => {
  const bytes = docx(plainTable([['1', '2']]));
  expect(readDocx(bytes)).toEqual(readDocx(bytes));
});

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2 + 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

import { describe, expect, it } from 'vitest';
import { NUMBER_FORMATS } from '../../../parsers/docx/number-formats.ts';
import { cell, paragraph, row, run, table } from './build-docx.ts';
import { cellAt, onlyGrid, read, texts } from './matchers.ts';

function level(index: number, format: string, text: string, more = '', start = 1): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

function definition(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
}

function list(id: number, definitionId: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${overrides}</w:num>`;
}

function numbered(text: string, listId: number, levelIndex = 0, more = ''): string {
  return paragraph(
    text === '' ? '' : run(text),
    `<w:numPr><w:ilvl w:val="${levelIndex}"/><w:numId w:val="${listId}"/></w:numPr>${more}`,
  );
}

const REPORT = definition(
  1,
  level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.'),
);

describe('automatic numbers', () => {
  it('are written out: 一、 （一） 1., deeper levels starting anew', () => {
    const body =
      numbered('总体情况', 1) +
      numbered('概述', 1, 1) +
      numbered('公开', 1, 2) +
      numbered('申请', 1, 2) +
      numbered('平台', 1, 1) +
      numbered('监督', 1, 2) +
      numbered('主动公开', 1) +
      numbered('制度', 1, 1);
    const document = read(body, { numbering: REPORT + list(1, 1) });
    expect(document).toReadAs([
      '一、总体情况',
      '（一）概述',
      '1.公开',
      '2.申请',
      '（二）平台',
      '1.监督',
      '二、主动公开',
      '（一）制度',
    ]);
    expect(document.blocks[0]).toBeNoted();
  });

  it('count on through tables and text boxes, but not through what is deleted, hidden or covered', () => {
    const rows = [
      row([cell(numbered('a', 1, 0), '<w:vMerge w:val="restart"/>')]),
      row([cell(numbered('covered', 1, 0), '<w:vMerge/>')]),
      row([cell(numbered('gone', 1))], '<w:del w:id="1"/>'),
    ];
    const hidden = paragraph(
      run('x', '<w:vanish/>'),
      '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
    );
    const box = `<w:p><w:r><w:pict><w:txbxContent>${numbered('b', 1)}</w:txbxContent></w:pict></w:r></w:p>`;
    const document = read(table(rows, [1]) + hidden + box + numbered('c', 1), { numbering: REPORT + list(1, 1) });
    expect(onlyGrid(document).cells[0]?.text).toBe('一、a');
    expect(document).toReadAs(['', '二、b', '三、c']);
  });

  it('join the levels above, in decimal where the level is legal', () => {
    const levels =
      level(0, 'chineseCounting', '第%1章') +
      level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
      level(2, 'lowerLetter', '%1-%2-%3)');
    const body = numbered('a', 1) + numbered('b', 1, 1) + numbered('c', 1, 2) + numbered('d', 1) + numbered('e', 1, 2);
    const document = read(body, { numbering: definition(1, levels) + list(1, 1) });
    expect(document).toReadAs(['第一章a', '1.1b', '一-1-a)c', '第二章d', '二-1-a)e']);
  });

  it('restart only after the level that w:lvlRestart names, or never', () => {
    const levels =
      level(0, 'decimal', '%1.') +
      level(1, 'decimal', '%2)') +
      level(2, 'decimal', '%3]', '<w:lvlRestart w:val="1"/>') +
      level(3, 'decimal', '%4}', '<w:lvlRestart w:val="0"/>');
    const body = [0, 1, 2, 3, 1, 2, 3, 0, 2, 3].map((index) => numbered('', 1, index)).join('');
    const document = read(body, { numbering: definition(1, levels) + list(1, 1) });
    expect(document).toReadAs(['1.', '1)', '1]', '1}', '2)', '2]', '2}', '2.', '1]', '3}']);
  });

  it('of two lists of one definition count on, unless the second has a start of its own', () => {
    const numbering =
      definition(1, level(0, 'decimal', '%1.')) +
      list(1, 1) +
      list(2, 1) +
      list(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = [1, 1, 2, 3, 3].map((id) => numbered('x', id)).join('');
    expect(read(body, { numbering })).toReadAs(['1.x', '2.x', '3.x', '5.x', '6.x']);
  });

  it('take a level that the list itself redefines', () => {
    const numbering =
      definition(1, level(0, 'decimal', '%1.')) +
      list(1, 1, `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1:', '', 3)}</w:lvlOverride>`);
    expect(read(numbered('x', 1), { numbering })).toReadAs(['III:x']);
  });

  it('come through paragraph styles, at the level linked to the style, unless the paragraph turns them off', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2b"><w:basedOn w:val="H2"/></w:style>';
    const levels =
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>') +
      level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>');
    const body =
      paragraph('a', '<w:pStyle w:val="H1"/>') +
      paragraph('b', '<w:pStyle w:val="H2"/>') +
      paragraph('c', '<w:pStyle w:val="H2b"/>') +
      paragraph('d', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(read(body, { styles, numbering: definition(1, levels) + list(1, 1) })).toReadAs([
      '一、a',
      '（一）b',
      '（二）c',
      'd',
    ]);
  });

  it('come through numbering styles', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      definition(1, `<w:styleLink w:val="N"/>${level(0, 'decimal', '%1)')}`) +
      definition(2, '<w:numStyleLink w:val="N"/>') +
      list(1, 1) +
      list(2, 2);
    expect(read(numbered('x', 2), { styles, numbering })).toReadAs(['1)x']);
  });

  it('are lost, and noted, where the list, its level, its definition or its format is unknown, or links loop', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>';
    const numbering =
      definition(1, level(0, 'cardinalText', '%1.')) +
      definition(3, '<w:numStyleLink w:val="N"/>') +
      list(1, 1) +
      list(2, 9) +
      list(3, 3);
    for (const body of [numbered('x', 1), numbered('x', 1, 8), numbered('x', 2), numbered('x', 3), numbered('x', 77)]) {
      const document = read(body, { styles, numbering });
      expect(document).toReadAs(['x']);
      expect(document.blocks[0]).toBeNoted('numbering-lost');
    }
  });

  it('of bullets, and of levels without numbers, show nothing', () => {
    const numbering = definition(1, level(0, 'bullet', '\uF06C') + level(1, 'none', '')) + list(1, 1);
    expect(read(numbered('x', 1) + numbered('y', 1, 1), { numbering })).toReadAs(['x', 'y']);
  });

  it('never run into a figure, and are noted beside one', () => {
    const numbering = definition(1, level(0, 'decimal', '%1.')) + list(1, 1);
    const grid = onlyGrid(
      read(table([row([cell(numbered('12', 1)), cell(numbered('', 1)), cell(numbered('其他', 1))])], [1, 1, 1]), {
        numbering,
      }),
    );
    expect(grid).toBeDrawnAs(['1. 12 | 2. | 3.其他']);
    expect(cellAt(grid, 0, 0)).toBeNoted('automatic-number');
    expect(cellAt(grid, 0, 1)).toBeNoted('automatic-number');
    expect(cellAt(grid, 0, 2)).toBeNoted();
  });

  it('need no styles part, and paragraphs without a list get none', () => {
    expect(texts(read(paragraph('x')))).toEqual(['x']);
  });
});

describe('number formats', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircleChinese', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalEnclosedFullstop', 20, '⒛'],
    ['decimalEnclosedFullstop', 21, null],
    ['numberInDash', 4, '- 4 -'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 99, '九十九'],
    ['chineseCounting', 100, null],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1001, '一千零一'],
    ['chineseCountingThousand', 0, '零'],
    ['chineseCountingThousand', 10000, null],
    ['japaneseCounting', 19, '十九'],
    ['ideographDigital', 10, '一〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographLegalTraditional', 23, '貳拾參'],
    ['ideographTraditional', 3, '丙'],
    ['ideographTraditional', 11, null],
    ['ideographZodiac', 12, '亥'],
    ['ideographEnclosedCircle', 2, '㊁'],
    ['upperLetter', 1, 'A'],
    ['upperLetter', 27, 'AA'],
    ['lowerLetter', 28, 'bb'],
    ['lowerLetter', 0, null],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 4, 'iv'],
    ['lowerRoman', 4000, null],
    ['none', 4, ''],
  ])('%s writes %i as %s', (format, value, expected) => {
    expect(NUMBER_FORMATS[format]?.(value)).toBe(expected);
  });
});

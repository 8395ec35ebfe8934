import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPdf } from '../../../../parsers/pdf/file/open-pdf.ts';
import { walkPdf } from '../../../../parsers/pdf/file/walk-pdf.ts';
import { buildPdf, deflated, latin1, pagesOf, textOf, type Written } from './build-pdf.ts';
import { troubleOf } from './trouble.ts';

function readAll(bytes: Uint8Array): void {
  const file = openPdf(bytes);
  for (const page of file.pages) for (const content of page.contents) file.decode(content);
  walkPdf(openPdf(bytes));
}

const walked = (objects: Record<number, Written>) => troubleOf(() => walkPdf(openPdf(buildPdf(objects))));

/** A page with these resources and content. */
function pageWith(resources: string, content: string, more: Record<number, Written> = {}): Record<number, Written> {
  const page = `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<${resources}>>>>`;
  return pagesOf(1, { 3: page, 4: deflated(content), ...more });
}

const zeros = zlibSync(new Uint8Array(17 << 20), { level: 9 });

describe('inflation', () => {
  test('beyond what a stream may hold ends in archive-bomb', () => {
    const bomb: Written = { dict: '/Filter/FlateDecode', data: zeros };
    expect(troubleOf(() => readAll(buildPdf(pagesOf(1, { 4: bomb }))))).toBe('archive-bomb');
  });

  test('of a bomb within a bomb ends in archive-bomb', () => {
    const bomb: Written = { dict: '/Filter[/FlateDecode/FlateDecode]', data: zlibSync(zeros) };
    expect(troubleOf(() => readAll(buildPdf(pagesOf(1, { 4: bomb }))))).toBe('archive-bomb');
  });

  test('by run lengths and by LZW ends in archive-bomb', () => {
    const runs: Written = { dict: '/Filter/RunLengthDecode', data: '\x81a'.repeat(140_000) };
    expect(troubleOf(() => readAll(buildPdf(pagesOf(1, { 4: runs }))))).toBe('archive-bomb');
  });

  test('of all streams together ends in archive-bomb', () => {
    const objects = pagesOf(20);
    const many = zlibSync(new Uint8Array(4 << 20));
    for (let page = 1; page <= 20; page++) objects[2 + 2 * page] = { dict: '/Filter/FlateDecode', data: many };
    expect(troubleOf(() => readAll(buildPdf(objects)))).toBe('archive-bomb');
  });

  test('of blocks that hold nothing ends in archive-bomb', () => {
    const empty = latin1(`\x78\x01${'\0\0\0\xff\xff'.repeat(100_000)}`);
    const bomb: Written = { dict: '/Filter/FlateDecode', data: empty };
    expect(troubleOf(() => readAll(buildPdf(pagesOf(1, { 4: bomb }))))).toBe('archive-bomb');
  });

  test('of a cross-reference or object stream is bounded as well', () => {
    const bomb = textOf(zeros);
    const dict = `<</Type/XRef/W[1 4 1]/Size 9/Root 1 0 R/Filter/FlateDecode/Length ${bomb.length}>>`;
    const start = `%PDF-1.7\n9 0 obj\n${dict}\nstream\n${bomb}\nendstream\nendobj\nstartxref\n9\n`;
    expect(troubleOf(() => openPdf(latin1(start)))).toBe('archive-bomb');
  });
});

describe('lies of the cross-reference', () => {
  test('about its size cost nothing', () => {
    const table = textOf(buildPdf(pagesOf(2))).replace(/\/Size \d+/, '/Size 2000000000');
    expect(openPdf(latin1(table)).pages).toHaveLength(2);
    const stream = textOf(buildPdf(pagesOf(2), { xref: 'stream' })).replace(/\/Size \d+/, '/Size 2000000000');
    expect(openPdf(latin1(stream)).pages).toHaveLength(2);
  });

  test.each([
    '/W[9 9 9]',
    '/W[-1 4 1]',
    '/W[0 0 0]',
    '/W[1 4]',
    '/W 3',
    '/Index[0]/W[0 0 1]',
    '/Index[-5 3]',
    '/Index[1e9 1e9]',
  ])('as %s are found out', (lie) => {
    const text = textOf(buildPdf(pagesOf(2), { xref: 'stream', trailer: lie }));
    expect(['none', 'damaged']).toContain(troubleOf(() => openPdf(latin1(text))));
  });

  test('about an object stream are found out', () => {
    const text = textOf(buildPdf(pagesOf(2), { xref: 'stream' })).replace(/\/N \d+/, '/N 1000000000');
    expect(openPdf(latin1(text)).pages).toHaveLength(2);
    expect(troubleOf(() => openPdf(latin1(text.replace(/\/First \d+/, '/First 1e9'))))).toBe('damaged');
  });

  test('as a chain of a thousand updates are refused', () => {
    let text = '%PDF-1.7\n';
    let previous = '';
    for (let update = 0; update < 1000; update++) {
      const at = text.length;
      text += `xref\n0 0\ntrailer\n<<${previous}>>\n`;
      previous = `/Prev ${at}`;
    }
    const last = text.lastIndexOf('xref\n0 0');
    expect(troubleOf(() => openPdf(latin1(`${text}startxref\n${last}\n`)))).toBe('too-complex');
  });
});

describe('objects', () => {
  test.each([
    ['arrays', '['],
    ['dictionaries', '<</A'],
  ])('with %s within each other without end are refused', (_, open) => {
    const objects = { ...pagesOf(1), 1: `<</Pages 2 0 R/A ${open.repeat(100_000)}` };
    expect(troubleOf(() => openPdf(buildPdf(objects)))).toBe('too-complex');
  });

  test('of millions of elements are refused', () => {
    const objects = pagesOf(1, { 3: `<</Type/Page/X[${'<<>>'.repeat(200_000)}]>>` });
    expect(troubleOf(() => openPdf(buildPdf(objects)))).toBe('too-complex');
  });

  test('by the hundred thousand are refused', () => {
    const text = `%PDF-1.7\n${Array.from({ length: 200_001 }, (_, number) => `${number} 0 obj 1 endobj\n`).join('')}`;
    expect(troubleOf(() => openPdf(latin1(text)))).toBe('too-complex');
  });

  test('that are never closed do not cost their number times the file', () => {
    const text = `%PDF-1.7\n${'1 0 obj ( stream '.repeat(200_000)}`;
    expect(['too-complex', 'damaged']).toContain(troubleOf(() => openPdf(latin1(text))));
  });
});

describe('the walk before another engine', () => {
  test('lets a usual page pass', () => {
    const objects = pageWith('/XObject<</F 5 0 R/I 6 0 R>>', 'q /F Do /I Do Q', {
      5: deflated('0 0 m 9 9 l S', '/Subtype/Form'),
      6: { dict: '/Subtype/Image/Width 2480/Height 3508/Filter/DCTDecode', data: '\xff\xd8\xff\xd9' },
    });
    expect(walked(objects)).toBe('none');
  });

  test('finds forms that paint each other twelvefold nine times over', () => {
    const objects = pageWith('/XObject<</F 10 0 R>>', '/F Do');
    for (let level = 0; level < 9; level++) {
      objects[10 + level] = deflated(
        '/F Do '.repeat(12),
        `/Subtype/Form/Resources<</XObject<</F ${11 + level} 0 R>>>>`,
      );
    }
    objects[19] = deflated('0 0 m 9 9 l S', '/Subtype/Form');
    expect(walked(objects)).toBe('too-complex');
  });

  test('finds them painted as patterns, masks, glyphs and appearances', () => {
    const bomb = deflated('/F Do '.repeat(200), '/Subtype/Form/Resources<</XObject<</F 11 0 R>>>>');
    const inner = deflated('/F Do '.repeat(200), '/Subtype/Form/Resources<</XObject<</F 12 0 R>>>>');
    const more = { 10: bomb, 11: inner, 12: deflated('S', '/Subtype/Form') };
    expect(walked(pageWith('/Pattern<</P 10 0 R>>', '/P scn', more))).toBe('too-complex');
    expect(walked(pageWith('/ExtGState<</G<</SMask<</G 10 0 R>>>>>>', '/G gs', more))).toBe('too-complex');
    expect(walked(pageWith('/Font<</T<</Subtype/Type3/CharProcs<</a 10 0 R>>>>>>', '', more))).toBe('too-complex');
    const annotated = pagesOf(1, { ...more, 3: '<</Type/Page/Annots[<</AP<</N<</On 10 0 R>>>>>>]>>' });
    expect(walked(annotated)).toBe('too-complex');
  });

  test('finds a form that paints itself', () => {
    const form = deflated('/F Do', '/Subtype/Form/Resources<</XObject<</F 5 0 R>>>>');
    expect(walked(pageWith('/XObject<</F 5 0 R>>', '/F Do', { 5: form }))).toBe('too-complex');
  });

  test('counts operators and glyphs', () => {
    expect(walked(pageWith('', '0 0 l '.repeat(500_000)))).toBe('none');
    expect(walked(pageWith('', 'S '.repeat(3_100_000)))).toBe('too-complex');
    expect(walked(pageWith('', `(${'a'.repeat(3_100_000)})Tj`))).toBe('too-complex');
  });

  test('inflates fonts and what else pages refer to, once', () => {
    const bomb: Written = { dict: '/Filter/FlateDecode', data: zeros };
    const font = '/Font<</F<</FontDescriptor<</FontFile2 5 0 R>>/X 3 0 R/Y 6 0 R>>>>';
    expect(walked(pageWith(font, '', { 5: bomb, 6: '[6 0 R 6 0 R]' }))).toBe('archive-bomb');
    expect(walked(pageWith(font, '', { 5: 'null', 6: '[6 0 R 3 0 R 2 0 R]' }))).toBe('none');
  });

  test('counts the codes that ranges of character maps name, of all maps together', () => {
    const font = '/Font<</F<</ToUnicode 5 0 R/Encoding 6 0 R>>>>';
    const mapped = (texts: string, cids = '') =>
      walked(pageWith(font, '', { 5: deflated(texts), 6: deflated(cids, '/Type/CMap') }));
    const many = '<00000000> <0008FFFF> 0';
    expect(mapped('1 beginbfrange <0000> <FFFF> <0000> endbfrange')).toBe('none');
    expect(mapped('1 beginbfrange <00000000> <00FFFFFF> <4E00> endbfrange')).toBe('too-complex');
    expect(mapped('1 beginbfrange <00> <0> 1 <00000000> <00FFFFFF> 7')).toBe('too-complex');
    expect(mapped('', '1 begincidrange <00000000> <00FFFFFF> 0 endcidrange')).toBe('too-complex');
    expect(mapped(`beginbfrange ${many}`, `begincidrange ${many}`)).toBe('too-complex');
    expect(mapped(`beginbfrange ${many}`)).toBe('none');
    expect(mapped('1 beginbfrange <00000000> <00FFFFFF> [<4E00> <4E01>] endbfrange')).toBe('none');
    expect(mapped('beginbfrange<0><0>['.repeat(100_000))).toBe('none');
  });

  test.each([
    ['by what it states', '/Width 20000/Height 20000/Filter/FlateDecode', ''],
    [
      'by its JPEG header',
      '/Width 9/Height 9/Filter/DCTDecode',
      '\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x03',
    ],
    ['by its JPEG 2000 header', '/Filter/JPXDecode', 'xx\xff\x4f\xff\x51\0\x2f\0\0\0\x0f\xff\xff\0\x0f\xff\xff'],
  ])('refuses a picture that is too large %s', (_, dict, data) => {
    const picture: Written = { dict: `/Subtype/Image${dict}`, data };
    expect(walked(pageWith('/XObject<</I 5 0 R>>', '', { 5: picture }))).toBe('too-complex');
  });

  test('refuses an inline picture that is too large', () => {
    expect(walked(pageWith('', 'BI /W 99999 /H 99999 /F /Fl ID x EI'))).toBe('too-complex');
  });

  test('tells of damaged content, and passes over other damaged streams', () => {
    const broken: Written = { dict: '/Filter/FlateDecode', data: 'no' };
    expect(walked(pagesOf(1, { 4: broken }))).toBe('damaged');
    expect(walked(pageWith('/ColorSpace<</C[/ICCBased 5 0 R]>>', '', { 5: broken }))).toBe('none');
  });

  test('hands on no broken character map, of which another engine would take a part', () => {
    const broken: Written = { dict: '/Filter/FlateDecode', data: 'no' };
    const pictured: Written = { dict: '/Filter/JBIG2Decode', data: 'no' };
    expect(walked(pageWith('/Font<</F<</ToUnicode 5 0 R>>>>', '', { 5: broken }))).toBe('damaged');
    expect(walked(pageWith('/Font<</F<</Encoding 5 0 R>>>>', '', { 5: pictured }))).toBe('damaged');
    expect(walked(pageWith('/Font<</F<</A 5 0 R/ToUnicode 5 0 R>>>>', '', { 5: broken }))).toBe('damaged');
    expect(walked(pageWith('/Font<</F<</Encoding/WinAnsiEncoding/ToUnicode/Identity-H>>>>', ''))).toBe('none');
  });

  test('bounds what an encrypted file stores, since nothing can be inflated', () => {
    const look = (data: string) => {
      const bytes = buildPdf(pagesOf(1, { 4: { dict: '/Filter/FlateDecode', data } }), { trailer: '/Encrypt<</V 1>>' });
      return troubleOf(() => walkPdf(openPdf(bytes, { encrypted: 'look' })));
    };
    expect(look('x'.repeat(100_000))).toBe('none');
    expect(look('x'.repeat(5 << 20))).toBe('too-complex');
  });
});

import { describe, expect, test } from 'vitest';
import { openPdf } from '../../../../parsers/pdf/file/open-pdf.ts';
import type { PdfFile } from '../../../../parsers/pdf/file/pdf-objects.ts';
import { buildPdf, deflated, latin1, pagesOf, textOf } from './build-pdf.ts';
import { troubleOf } from './trouble.ts';

function contentsOf(file: PdfFile): string[] {
  return file.pages.map((page) => page.contents.map((content) => textOf(file.decode(content))).join(' '));
}

const THREE = ['BT (page 1) Tj ET', 'BT (page 2) Tj ET', 'BT (page 3) Tj ET'];

describe('the cross-reference', () => {
  test.each(['table', 'stream'] as const)('as a %s is read as stated', (xref) => {
    const file = openPdf(buildPdf(pagesOf(3), { xref }));
    expect(contentsOf(file)).toEqual(THREE);
    expect(file.rebuilt).toBe(false);
  });

  test.each([
    ['the file', false],
    ['the header', true],
  ])('counts its offsets from %s when there is junk before it', (_, fromHeader) => {
    for (const xref of ['table', 'stream'] as const) {
      const file = openPdf(buildPdf(pagesOf(3), { xref, junk: 'Content-Type: application/pdf\r\n\r\n', fromHeader }));
      expect(contentsOf(file)).toEqual(THREE);
      expect(file.rebuilt).toBe(false);
    }
  });

  test.each(['\n', '\r', '\r\n', '   \r\n'])('may end its lines as %j', (endOfLine) => {
    const file = openPdf(buildPdf(pagesOf(3), { endOfLine }));
    expect(contentsOf(file)).toEqual(THREE);
    expect(file.rebuilt).toBe(false);
  });

  test('may begin at 1 where it means 0', () => {
    const text = textOf(buildPdf(pagesOf(3))).replace('xref\n0 ', 'xref\n1 ');
    expect(openPdf(latin1(text)).rebuilt).toBe(false);
  });

  test('of an update wins over what it updates', () => {
    const first = textOf(buildPdf(pagesOf(2)));
    const replaced = `4 0 obj\n<</Length 3>>\nstream\nnew\nendstream\nendobj\n`;
    const start = /startxref\n(\d+)/.exec(first)?.[1];
    const at = String(first.length).padStart(10, '0');
    const update = `xref\n4 1\n${at} 00000 n \ntrailer\n<</Size 7/Root 1 0 R/Prev ${start}>>\n`;
    const file = openPdf(latin1(`${first}${replaced}${update}startxref\n${first.length + replaced.length}\n%%EOF`));
    expect(contentsOf(file)).toEqual(['new', 'BT (page 2) Tj ET']);
    expect(file.rebuilt).toBe(false);
  });

  test('of a hybrid file is completed by its stream', () => {
    const objects = pagesOf(1);
    const packed = textOf(buildPdf(objects, { xref: 'stream' }));
    const xrefStream = /startxref\n(\d+)/.exec(packed)?.[1];
    const body = packed.slice(0, packed.lastIndexOf('startxref'));
    const content = String(body.indexOf('4 0 obj')).padStart(10, '0');
    const table = `xref\n0 5\n${'0000000000 65535 f \n'.repeat(4)}${content} 00000 n \n`;
    const file = openPdf(
      latin1(`${body}${table}trailer\n<</Size 5/Root 1 0 R/XRefStm ${xrefStream}>>\nstartxref\n${body.length}\n%%EOF`),
    );
    expect(contentsOf(file)).toEqual(['BT (page 1) Tj ET']);
    expect(file.rebuilt).toBe(false);
  });

  test('whose chain of updates is a ring is read once around', () => {
    const text = textOf(buildPdf(pagesOf(2), { trailer: '/Prev 00000' }));
    const start = /startxref\n(\d+)/.exec(text)?.[1] ?? '';
    expect(openPdf(latin1(text.replace('/Prev 00000', `/Prev ${start}`))).pages).toHaveLength(2);
  });

  test.each([
    ['is missing', (text: string) => text.slice(0, text.lastIndexOf('xref\n0'))],
    ['points elsewhere', (text: string) => text.replace(/startxref\n\d+/, 'startxref\n7')],
    ['is beyond the file', (text: string) => text.replace(/startxref\n\d+/, 'startxref\n99999999')],
    ['is negative', (text: string) => text.replace(/startxref\n\d+/, 'startxref\n-5')],
    ['is off by one for every object', (text: string) => text.replace('%PDF-1.7\n', '%PDF-1.7\n\n')],
    ['counts lines that are not there', (text: string) => text.replace(/xref\n0 \d+/, 'xref\n0 2000000000')],
  ])('is rebuilt where it %s', (_, damage) => {
    const file = openPdf(latin1(damage(textOf(buildPdf(pagesOf(3))))));
    expect(contentsOf(file)).toEqual(THREE);
  });

  test('is rebuilt with the objects in object streams, and the last of each number', () => {
    const packed = textOf(buildPdf(pagesOf(2), { xref: 'stream' })).replace(/startxref\n\d+/, 'startxref\n1');
    const newer = '4 0 obj\n<</Length 3>>\nstream\nnew\nendstream\nendobj\n';
    const file = openPdf(latin1(packed + newer));
    expect(contentsOf(file)).toEqual(['new', 'BT (page 2) Tj ET']);
    expect(file.rebuilt).toBe(true);
  });

  test('is rebuilt without what an attached PDF holds', () => {
    const attached = textOf(buildPdf({ ...pagesOf(1), 3: '<</Type/Page>>' }));
    const objects = pagesOf(1, { 9: { dict: '/Type/EmbeddedFile', data: attached } });
    const file = openPdf(buildPdf(objects, { xref: 'none' }));
    expect(contentsOf(file)).toEqual(['BT (page 1) Tj ET']);
  });

  test('is rebuilt without any trailer by the catalogue itself', () => {
    const text = textOf(buildPdf(pagesOf(2)));
    expect(openPdf(latin1(text.slice(0, text.lastIndexOf('xref\n0')))).pages).toHaveLength(2);
  });
});

describe('streams', () => {
  test.each([
    ['too short', '/Length 3'],
    ['too long', '/Length 4000'],
    ['negative', '/Length -4'],
    ['its own', '/Length 4 0 R'],
    ['nowhere', '/Length 77 0 R'],
    ['missing', '/Length /No'],
  ])('end at endstream when the length is %s', (_, length) => {
    const file = openPdf(buildPdf(pagesOf(1, { 4: { dict: length, data: '(1234567) Tj' } })));
    expect(contentsOf(file)).toEqual(['(1234567) Tj']);
  });

  test('may hold the word endstream where their length says so', () => {
    const data = 'a endstream b';
    expect(contentsOf(openPdf(buildPdf(pagesOf(1, { 4: { dict: '', data } }))))).toEqual([data]);
  });

  test('may state their length in another object', () => {
    const objects = pagesOf(1, { 4: { dict: '/Length 9 0 R', data: 'a endstream b' }, 9: '13' });
    expect(contentsOf(openPdf(buildPdf(objects)))).toEqual(['a endstream b']);
  });

  test('give the same bytes each time', () => {
    const file = openPdf(buildPdf(pagesOf(1)));
    const [content] = file.pages[0]?.contents ?? [];
    if (content === undefined) throw new Error('no content');
    expect(file.decode(content)).toBe(file.decode(content));
  });
});

describe('references', () => {
  test('that lead in a ring or to nothing are null', () => {
    const file = openPdf(buildPdf(pagesOf(1, { 6: '7 0 R', 7: '6 0 R', 8: '8 0 R', 9: 'null' })));
    const at = (number: number) => file.resolve({ ...file, number } as never) && null;
    expect(at(6)).toBe(null);
    for (const number of [6, 8, 9, 99]) expect(file.resolve(referenceTo(file, number))).toBe(null);
  });

  test('to an object stream within an object stream are null', () => {
    const file = openPdf(buildPdf(pagesOf(1), { xref: 'stream' }));
    expect(file.resolve(referenceTo(file, 5))).not.toBe(null);
  });
});

function referenceTo(_file: PdfFile, number: number) {
  const file = openPdf(buildPdf({ ...pagesOf(1), 1: `<</Type/Catalog/Pages 2 0 R/X ${number} 0 R>>` }));
  return file.catalogue.get('X');
}

describe('an encrypted file', () => {
  const bytes = buildPdf(pagesOf(2, { 9: '<</Filter/Standard/V 1>>' }), { trailer: '/Encrypt 9 0 R' });

  test('is left to another engine', () => {
    expect(troubleOf(() => openPdf(bytes))).toBe('declined');
  });

  test('can be looked at, but not decoded', () => {
    const file = openPdf(bytes, { encrypted: 'look' });
    expect(file.encrypted).toBe(true);
    expect(file.pages).toHaveLength(2);
    expect(troubleOf(() => contentsOf(file))).toBe('declined');
  });

  test('whose pages are in an encrypted object stream has none to look at', () => {
    const packed = buildPdf(pagesOf(2), { xref: 'stream', trailer: '/Encrypt<</Filter/Standard/V 1>>' });
    expect(openPdf(packed, { encrypted: 'look' }).pages).toHaveLength(0);
  });
});

describe('what was lost', () => {
  test('a file cut off is damaged, wherever that was', () => {
    const bytes = buildPdf(pagesOf(4));
    const end = textOf(bytes).lastIndexOf('endstream');
    for (let length = 0; length < end; length += 7) {
      expect(
        troubleOf(() => contentsOf(openPdf(bytes.subarray(0, length)))),
        String(length),
      ).toBe('damaged');
    }
  });

  test('an object stream that cannot be read in a rebuilt file makes it damaged', () => {
    const objects = pagesOf(1, { 8: deflated('no objects', '/Type/ObjStm/N 1/First 5') });
    const text = textOf(buildPdf(objects, { xref: 'none' }));
    const at = text.indexOf('/First 5');
    expect(troubleOf(() => openPdf(latin1(text)))).toBe('none');
    const start = text.indexOf('stream\n', at) + 12;
    const broken = `${text.slice(0, start)}????${text.slice(start + 4)}`;
    expect(troubleOf(() => openPdf(latin1(broken)))).toBe('damaged');
  });
});

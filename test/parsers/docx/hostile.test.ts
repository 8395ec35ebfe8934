import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../parsers/bytes/limits.ts';
import { readDocx } from '../../../parsers/docx/read-docx.ts';
import {
  cell,
  documentXml,
  docx,
  packageParts,
  paragraph,
  plainTable,
  relationshipsXml,
  row,
  span,
  table,
  zipParts,
} from './build-docx.ts';
import { body, codeOf, withDocument, withPart } from './hostile-files.ts';
import { cellAt, onlyGrid, readable } from './matchers.ts';
import { seeded } from './seeded.ts';

describe('markup that is refused', () => {
  it.each([
    ['a document type declaration', '<!DOCTYPE w:document SYSTEM "http://example.org/x.dtd">'],
    ['an external entity', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a billion laughs', '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'],
    ['a declaration without a document', '<!ENTITY x "y">'],
  ])('%s, in any part that is read', (_, declaration) => {
    const xml = documentXml(paragraph('x')).replace('?>', `?>${declaration}`);
    expect(codeOf(withDocument(xml))).toBe('forbidden-xml');
    expect(codeOf(withPart('word/styles.xml', `${declaration}<x/>`))).toBe('forbidden-xml');
    expect(codeOf(withPart('word/numbering.xml', `${declaration}<x/>`))).toBe('forbidden-xml');
    expect(codeOf(withPart('_rels/.rels', `${declaration}<x/>`))).toBe('forbidden-xml');
    expect(codeOf(withPart('word/_rels/document.xml.rels', `${declaration}<x/>`))).toBe('forbidden-xml');
  });

  it.each([
    ['is empty', ''],
    ['is no XML', 'not markup'],
    ['ends in the middle', documentXml(paragraph('x')).slice(0, -40)],
    ['closes another element', documentXml('<w:p></w:tbl>')],
    ['uses an undeclared prefix', documentXml('<q:p/>')],
    ['uses an undeclared entity', documentXml(paragraph('&nbsp;'))],
    ['uses a character that does not exist', documentXml(paragraph('&#x110000;'))],
    ['has a lone ampersand', documentXml(paragraph('a & b'))],
    ['states an attribute twice', documentXml(table([row([cell('x', '<w:gridSpan w:val="1" w:val="2"/>')])]))],
    ['is in an encoding of its own', documentXml(paragraph('x')).replace('UTF-8', 'GBK')],
  ])('is damaged when it %s', (_, xml) => {
    expect(codeOf(withDocument(xml))).toBe('damaged');
  });

  it('is damaged when its bytes are no UTF-8', () => {
    const xml = strToU8(documentXml(paragraph('x')));
    xml[xml.length - 40] = 0xff;
    expect(codeOf(withDocument(xml))).toBe('damaged');
  });

  it.each(['w:p', 'w:tbl', 'w:txbxContent', 'w:sdt', 'unknown'])('is damaged when <%s> nests 100,000 deep', (name) => {
    expect(codeOf(body(`<${name}>`.repeat(100_000) + `</${name}>`.repeat(100_000)))).toBe('damaged');
  });

  it('is read when it nests as deep as allowed', () => {
    const depth = 80;
    const open = '<w:tbl><w:tr><w:tc>'.repeat(depth);
    const nested = `${open}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
    expect(readable(readDocx(body(nested))).blocks).not.toHaveLength(0);
  });
});

describe('tables made to confuse', () => {
  it('keep every cell apart, whatever merges and spans they state', () => {
    const random = seeded(7);
    for (let round = 0; round < 60; round++) {
      const rows = Array.from({ length: 6 }, () => {
        const cells = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
          const vertical = ['', '<w:vMerge/>', '<w:vMerge w:val="restart"/>'][Math.floor(random() * 3)] ?? '';
          const horizontal = ['', '', '<w:hMerge/>', '<w:hMerge w:val="restart"/>'][Math.floor(random() * 4)] ?? '';
          return cell('x', span(Math.floor(random() * 4)) + vertical + horizontal);
        });
        return row(cells, `<w:gridBefore w:val="${Math.floor(random() * 2)}"/>`);
      });
      const grid = onlyGrid(readable(readDocx(docx(table(rows, [1, 1, 1])))));
      // Drawing throws where two cells would share a place.
      expect(() => cellAt(grid, 0, grid.cells[0]?.column ?? 0)).not.toThrow();
      expect(grid).not.toBeDrawnAs([]);
    }
  });

  it('of 10,000 columns are bounded', () => {
    const wide = Array.from({ length: 10_000 }, () => '<w:tc><w:p/></w:tc>').join('');
    const grid = onlyGrid(
      readable(readDocx(docx(`<w:tbl><w:tr>${wide}</w:tr><w:tr>${cell('x', span(1_000_000_000))}</w:tr></w:tbl>`))),
    );
    expect(grid.columnCount).toBe(10_000);
    expect(grid).toBeNoted('irregular-grid');
  });
});

describe('packages made to confuse', () => {
  it('with a main part outside, missing or external are refused', () => {
    const main = (target: string) => withPart('_rels/.rels', relationshipsXml({ officeDocument: target }));
    expect(codeOf(main('../../../../etc/passwd'))).toBe('damaged');
    expect(codeOf(main('word/absent.xml'))).toBe('damaged');
    expect(codeOf(main('../../../word/document.xml'))).toBe('a document');
    const external = relationshipsXml({ officeDocument: 'http://example.org/x' }).replace(
      'Target=',
      'TargetMode="External" Target=',
    );
    expect(codeOf(withPart('_rels/.rels', external))).toBe('not-a-docx');
  });

  it('whose relationships loop, or name a part for another, are read for what they are', () => {
    const loop = relationshipsXml({
      styles: 'document.xml',
      numbering: '_rels/document.xml.rels',
      officeDocument: 'document.xml',
    });
    expect(codeOf(withPart('word/_rels/document.xml.rels', loop))).toBe('a document');
    const self = withPart('_rels/.rels', relationshipsXml({ officeDocument: '_rels/.rels' }));
    expect(codeOf(self)).toBe('not-a-docx');
  });

  it('without relationships, or with a workbook in them, are no .docx', () => {
    expect(codeOf(zipSync({ 'word/document.xml': strToU8(documentXml('')) }))).toBe('not-a-docx');
    expect(codeOf(withDocument('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'))).toBe(
      'not-a-docx',
    );
  });

  it('that hold another archive are not opened further', () => {
    expect(codeOf(zipSync({ 'report.docx': docx(paragraph('x')) }))).toBe('not-a-docx');
    expect(codeOf(withDocument(docx(paragraph('x'))))).toBe('damaged');
  });

  it('with two main parts of one name are damaged', () => {
    expect(codeOf(withPart('word/Document.xml', documentXml(paragraph('y'))))).toBe('damaged');
  });

  it('whose other parts are missing are read without them', () => {
    expect(codeOf(docx(paragraph('x', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>')))).toBe(
      'a document',
    );
  });

  it('that are no archive at all are damaged, empty or too large', () => {
    expect(codeOf(strToU8('not an archive'))).toBe('damaged');
    expect(codeOf(new Uint8Array(0))).toBe('empty');
    expect(codeOf(new Uint8Array(LIMITS.fileBytes + 1))).toBe('too-large');
  });
});

describe('a damaged file', () => {
  const whole = docx(
    paragraph('一、总体情况', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      plainTable([
        ['1', '2'],
        ['3', '4'],
      ]),
    { styles: '<w:style w:styleId="x"><w:rPr><w:vanish/></w:rPr></w:style>', numbering: '<w:num w:numId="1"/>' },
  );

  it('never throws, wherever it is cut', () => {
    for (let cut = 0; cut < 50; cut++) {
      expect(codeOf(whole.subarray(0, Math.floor((whole.length * cut) / 50)))).not.toBe('a document');
    }
  });

  it('never throws, whichever bytes are changed', () => {
    const random = seeded(20240131);
    const pick = (below: number) => Math.floor(random() * below);
    for (let round = 0; round < 2000; round++) {
      const bytes = whole.slice();
      for (let change = 0; change <= pick(4); change++) bytes[pick(bytes.length)] = pick(256);
      expect(() => readDocx(bytes)).not.toThrow();
    }
  });

  it('never throws, whichever characters of its markup are changed', () => {
    const random = seeded(60);
    const pick = (below: number) => Math.floor(random() * below);
    const parts = packageParts(plainTable([['1', '2']]) + paragraph('&lt;x&gt;'));
    const xml = parts['word/document.xml'] ?? '';
    for (let round = 0; round < 600; round++) {
      const at = pick(xml.length);
      const changed = xml.slice(0, at) + ('<>/"=& :x1'[pick(10)] ?? '') + xml.slice(at + pick(3));
      expect(() => readDocx(zipParts({ ...parts, 'word/document.xml': changed }))).not.toThrow();
    }
  });
});

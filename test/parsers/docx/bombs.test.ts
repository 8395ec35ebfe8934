import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../parsers/bytes/limits.ts';
import { readDocx } from '../../../parsers/docx/read-docx.ts';
import { docx, paragraph } from './build-docx.ts';
import { body, codeOf, withDocument, withPart } from './hostile-files.ts';
import { readable } from './matchers.ts';

describe('a bomb', () => {
  it('of 60 MB of XML is refused before it is inflated', () => {
    const xml = new Uint8Array(60_000_000).fill(0x20);
    expect(codeOf(withDocument(xml))).toBe('archive-bomb');
  });

  it('of paragraphs or cells is refused by their number', () => {
    expect(codeOf(body('<w:p/>'.repeat(LIMITS.paragraphs + 1)))).toBe('archive-bomb');
    const cells = '<w:tc><w:p/></w:tc>'.repeat(1000);
    expect(codeOf(body(`<w:tbl>${`<w:tr>${cells}</w:tr>`.repeat(101)}</w:tbl>`))).toBe('archive-bomb');
  });

  it('of namespaces is refused by their number', () => {
    const many = Array.from({ length: LIMITS.xmlNamespaceDeclarations + 1 }, (_, index) => `<a xmlns="u${index}"/>`);
    expect(codeOf(body(many.join('')))).toBe('archive-bomb');
  });

  it('in a part that is not read does no harm', () => {
    const bytes = withPart('word/media/image1.png', new Uint8Array(20_000_000));
    expect(codeOf(bytes)).toBe('a document');
  });

  it('in the styles, the numbering or the relationships is refused', () => {
    for (const name of ['word/styles.xml', 'word/numbering.xml', '_rels/.rels', 'word/_rels/document.xml.rels']) {
      expect(codeOf(withPart(name, ' '.repeat(LIMITS.partBytes + 1)))).toBe('archive-bomb');
    }
  });

  it.each([
    ['elements', '<a/>'.repeat(2_000_000)],
    ['attributes', `<w:p ${Array.from({ length: 500_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`],
    ['text', paragraph('一'.repeat(5_000_000))],
    ['runs', `<w:p>${'<w:r><w:t>1</w:t></w:r>'.repeat(300_000)}</w:p>`],
    ['references', paragraph('&amp;'.repeat(1_500_000))],
    ['comments', '<!---->'.repeat(1_000_000)],
    ['fields', `<w:p>${'<w:fldChar w:fldCharType="begin"/>'.repeat(200_000)}<w:r><w:t>x</w:t></w:r></w:p>`],
    ['unfinished paragraphs', '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>'.repeat(99_000)],
    ['rows', `<w:tbl>${'<w:tr/>'.repeat(49_000)}</w:tbl>`],
    ['merged cells', `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc>'.repeat(49_000)}</w:tr></w:tbl>`],
    [
      'widths',
      `<w:tbl><w:tblGrid>${'<w:gridCol w:w="50"/>'.repeat(50_000)}</w:tblGrid><w:tr>${'<w:tc><w:tcPr><w:tcW w:w="100"/></w:tcPr></w:tc>'.repeat(49_000)}</w:tr></w:tbl>`,
    ],
    ['space', `<w:p><w:r><w:t>${' '.repeat(5_000_000)}x${' '.repeat(5_000_000)}x</w:t></w:r></w:p>`],
    [
      'open fields',
      `<w:p>${'<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:r><w:t>x</w:t></w:r>'.repeat(100_000)}</w:p>`,
    ],
    ['notes', `<w:p>${'<w:r><w:footnoteReference/></w:r>'.repeat(200_000)}</w:p>`],
  ])('of megabytes of %s ends in reasonable time', (_, content) => {
    expect(['a document', 'archive-bomb', 'damaged']).toContain(codeOf(body(content)));
  });
});

it('ends in reasonable time with list numbers of megabytes, or overridden 20,000 times', () => {
  const item = paragraph('', '<w:numPr><w:numId w:val="1"/></w:numPr>');
  const numbering = (text: string, overrides: string) =>
    `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>${overrides}</w:num>`;
  const override = '<w:lvlOverride w:ilvl="8"><w:startOverride w:val="1"/></w:lvlOverride>';
  const document = readable(readDocx(docx(item, { numbering: numbering('%1'.repeat(400_000), '') })));
  expect(document.blocks[0]).toBeNoted('numbering-lost');
  expect(codeOf(docx(item, { numbering: numbering('%1'.repeat(1_000_000), '') }))).toBe('archive-bomb');
  expect(codeOf(docx(item.repeat(20_000), { numbering: numbering('%1.', override.repeat(20_000)) }))).toBe(
    'a document',
  );
});

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../parsers/bytes/limits.ts';
import { sniff } from '../../../parsers/bytes/sniff.ts';
import { CONTENT_TYPES, docx, paragraph } from '../docx/build-docx.ts';
import { stored, writeZip } from './zip-files.ts';

/** What the bytes are: a format, or the code of why they cannot be read. */
function kindOf(content: Uint8Array | string): string {
  const sniffed = sniff(typeof content === 'string' ? strToU8(content) : content);
  return 'format' in sniffed ? sniffed.format : sniffed.code;
}

function utf16(text: string, mark = true): Uint8Array {
  const codes = [...(mark ? '\uFEFF' : ''), ...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(codes.flatMap((code) => [code & 255, code >> 8]));
}

function compoundFile(...names: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (names.length + 4));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of names.entries()) bytes.set(utf16(name, false), 512 + 128 * (index + 1));
  return bytes;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const report = docx(paragraph('x'));

describe('readable formats', () => {
  it('a .docx is one by its content types', () => {
    expect(kindOf(report)).toBe('docx');
    expect(kindOf(zipSync({ '[Content_Types].xml': strToU8(CONTENT_TYPES), 'any/name.xml': strToU8('x') }))).toBe(
      'docx',
    );
    expect(kindOf(zipSync({ '[content_types].XML': utf16(CONTENT_TYPES) }))).toBe('docx');
  });

  it.each([
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
    'application/vnd.ms-word.document.macroEnabled.main+xml',
    'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
  ])('so are templates and documents with macros: %s', (type) => {
    expect(
      kindOf(zipSync({ '[Content_Types].xml': strToU8(`<Types><Override ContentType="${type}"/></Types>`) })),
    ).toBe('docx');
  });

  it('a .docx may follow other bytes', () => {
    expect(kindOf(joined(strToU8('\r\n\r\n'), report))).toBe('docx');
  });

  it('a PDF begins within the first kilobyte', () => {
    expect(kindOf('%PDF-1.7\n')).toBe('pdf');
    expect(kindOf(`${'junk '.repeat(100)}%PDF-1.4\n`)).toBe('pdf');
    expect(kindOf(`${' '.repeat(1100)}%PDF-1.4\n`)).toBe('unknown-format');
  });
});

describe('what cannot be read', () => {
  it('an empty file', () => expect(kindOf('')).toBe('empty'));

  it('a file over the limit, which is named', () => {
    expect(sniff(new Uint8Array(LIMITS.fileBytes + 1))).toMatchObject({ code: 'too-large', reason: { zh: '32' } });
  });

  it.each([
    ['legacy-doc', compoundFile('Root Entry', 'WordDocument', '1Table')],
    ['legacy-doc', compoundFile('Root Entry')],
    ['encrypted', compoundFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage')],
    ['unknown-format', compoundFile('Root Entry', 'Workbook')],
  ])('an OLE file: %s', (code, bytes) => expect(kindOf(bytes)).toBe(code));

  it.each([
    '<!DOCTYPE html><html></html>',
    '\uFEFF  \r\n<html lang="zh-CN">',
    '<!-- saved from url=(0014)about:internet -->\n<HTML>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
    '<meta charset="gb2312"><title>年报</title>',
    '<p class="MsoNormal">',
    '<table>',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----=_NextPart"\n',
    'From: "Saved by WPS"\nSubject: x\n y\nMIME-Version: 1.0\n',
  ])('a web page: %s', (text) => {
    expect(kindOf(text)).toBe('html');
    expect(kindOf(utf16(text))).toBe('html');
  });

  it('a web page in GB 18030', () => {
    expect(kindOf(joined(strToU8('<html><title>'), Uint8Array.of(0xc4, 0xea, 0xb1, 0xa8)))).toBe('html');
  });

  it('a web page in UTF-16 without a mark', () => {
    expect(kindOf(utf16('<html><body>', false))).toBe('html');
    expect(kindOf(Uint8Array.from([0, ...utf16('<html><body>', false)]).subarray(0, -1))).toBe('html');
  });

  it.each(['{\\rtf1\\ansi', '\uFEFF\n{\\rtf1'])('RTF', (text) => expect(kindOf(text)).toBe('rtf'));

  it.each([
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x">',
    '<?xml version="1.0"?>\n<pkg:package xmlns:pkg="x">',
  ])('Word as one XML file', (text) => expect(kindOf(text)).toBe('flat-xml'));

  it.each([
    [
      'a workbook',
      {
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      },
    ],
    ['an OpenDocument text', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }],
    ['an archive of reports', { 'report.docx': report }],
    ['an empty archive', {}],
  ])('%s', (_, files: Record<string, string | Uint8Array>) => {
    const entries = Object.entries(files).map(([name, file]) => [
      name,
      typeof file === 'string' ? strToU8(file) : file,
    ]);
    expect(kindOf(zipSync(Object.fromEntries(entries)))).toBe('not-a-docx');
  });

  it('an archive under a password', () => {
    expect(kindOf(writeZip([{ ...stored('[Content_Types].xml', CONTENT_TYPES), flags: 1 }]))).toBe('encrypted');
  });

  it('an archive cut short', () => {
    expect(kindOf(report.subarray(0, report.length - 30))).toBe('damaged');
    expect(kindOf(report.subarray(0, 40))).toBe('damaged');
  });

  it.each(['plain text', '\u0000\u0001\u0002', '<svg xmlns="x"/>', '<?xml version="1.0"?><root/>', '\u0089PNG\r\n'])(
    'anything else',
    (text) => {
      expect(kindOf(text)).toBe('unknown-format');
    },
  );
});

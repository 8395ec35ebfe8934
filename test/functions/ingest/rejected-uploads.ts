import { strToU8, zipSync } from 'fflate';
import { LIMITS } from '../../../parsers/bytes/limits.ts';
import type { UnreadableCode } from '../../../parsers/bytes/unreadable.ts';
import { docx, paragraph, plainTable } from '../../parsers/docx/build-docx.ts';
import { reportDocx } from './uploads.ts';

export interface RejectedUpload {
  readonly what: string;
  readonly fileName: string;
  readonly bytes: () => Uint8Array;
  readonly code: UnreadableCode;
}

/** An OLE compound file with streams of these names. */
function compoundFile(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (streams.length + 4));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  streams.forEach((name, at) => {
    bytes.set(Buffer.from(name, 'utf16le'), 512 + 128 * (at + 1));
  });
  return bytes;
}

const TITLE = '鹿城区教育局2020年政府信息公开工作年度报告';
const PICTURE =
  '<w:p><w:r><w:drawing><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></w:drawing></w:r></w:p>';
const document = (...blocks: string[]) => docx(blocks.join(''));

export const REJECTED_UPLOADS: readonly RejectedUpload[] = [
  { what: '0 bytes', fileName: '报告.docx', code: 'empty', bytes: () => new Uint8Array() },
  {
    what: 'more than the limit',
    fileName: '报告.docx',
    code: 'too-large',
    bytes: () => new Uint8Array(LIMITS.fileBytes + 1),
  },
  {
    what: 'a .doc named .docx',
    fileName: '报告.docx',
    code: 'legacy-doc',
    bytes: () => compoundFile('Root Entry', 'WordDocument'),
  },
  {
    what: 'a .docx under a password',
    fileName: '报告.docx',
    code: 'encrypted',
    bytes: () => compoundFile('Root Entry', 'EncryptedPackage'),
  },
  {
    what: 'HTML named .docx',
    fileName: '报告.docx',
    code: 'html',
    bytes: () => strToU8('<!DOCTYPE html><html><body>报告</body></html>'),
  },
  { what: 'RTF named .docx', fileName: '报告.docx', code: 'rtf', bytes: () => strToU8('{\\rtf1\\ansi 报告}') },
  { what: 'a PDF of one line', fileName: '报告.pdf', code: 'damaged', bytes: () => strToU8('%PDF-1.7\n') },
  { what: 'plain text', fileName: '报告.docx', code: 'unknown-format', bytes: () => strToU8('报告') },
  {
    what: 'an archive of something else',
    fileName: '报告.docx',
    code: 'not-a-docx',
    bytes: () => zipSync({ 'a.txt': strToU8('a') }),
  },
  {
    what: 'an archive of a report',
    fileName: '报告.zip',
    code: 'not-a-docx',
    bytes: () => zipSync({ '报告.docx': reportDocx() }),
  },
  { what: 'a truncated .docx', fileName: '报告.docx', code: 'damaged', bytes: () => reportDocx().slice(0, 3_000) },
  {
    what: 'a report without tables',
    fileName: '报告.docx',
    code: 'no-tables',
    bytes: () => document(paragraph(TITLE), paragraph('一、总体情况')),
  },
  {
    what: 'a report whose tables are pictures',
    fileName: '报告.docx',
    code: 'tables-are-pictures',
    bytes: () => document(paragraph(TITLE), PICTURE),
  },
  {
    what: 'a report in the form before 2019',
    fileName: '报告.docx',
    code: 'form-not-supported',
    bytes: () =>
      document(
        paragraph('鹿城区教育局2014年政府信息公开工作年度报告'),
        plainTable([
          ['指标名称', '计量单位', '2014年度', '历年累计'],
          ['主动公开信息数', '条', '12', '80'],
        ]),
      ),
  },
  {
    what: '文字解读',
    fileName: '解读.docx',
    code: 'not-a-report',
    bytes: () => document(paragraph(`《${TITLE}》解读`), paragraph('现将有关情况解读如下。')),
  },
  {
    what: '政府网站工作年度报表',
    fileName: '报表.docx',
    code: 'not-a-report',
    bytes: () =>
      document(
        paragraph('2020年政府网站工作年度报表'),
        plainTable([
          ['网站名称', '鹿城区人民政府门户网站'],
          ['首页网址', 'www.example.gov.cn'],
          ['主办单位', '鹿城区人民政府办公室'],
        ]),
      ),
  },
  {
    what: 'a letter of transmittal',
    fileName: '函.docx',
    code: 'not-a-report',
    bytes: () => document(paragraph('关于报送2020年政府信息公开工作年度报告的函'), paragraph('区政府办公室：现报上。')),
  },
  {
    what: 'another document',
    fileName: '通知.docx',
    code: 'not-a-report',
    bytes: () => document(paragraph('关于放假的通知')),
  },
];

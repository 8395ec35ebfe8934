import { zlibSync } from 'fflate';
import { LIMITS } from '../../parsers/bytes/limits.ts';
import { REJECTED_UPLOADS } from '../functions/ingest/rejected-uploads.ts';
import { documentXml, paragraph } from '../parsers/docx/build-docx.ts';
import { body, withDocument, withPart } from '../parsers/docx/hostile-files.ts';
import { buildPdf, deflated, latin1, pagesOf, type Written } from '../parsers/pdf/file/build-pdf.ts';

/** A file that nobody should be harmed by, and what its sender is to be told. */
export interface HostileFile {
  readonly what: string;
  readonly fileName: string;
  readonly bytes: () => Uint8Array;
  readonly code: string;
}

const docx = (what: string, code: string, bytes: () => Uint8Array): HostileFile => ({
  what,
  fileName: '报告.docx',
  code,
  bytes,
});
const pdf = (what: string, code: string, bytes: () => Uint8Array): HostileFile => ({
  what,
  fileName: '报告.pdf',
  code,
  bytes,
});

const withDeclaration = (declaration: string) =>
  withDocument(documentXml(paragraph('x')).replace('?>', `?>${declaration}`));
const nested = (name: string) => body(`<${name}>`.repeat(100_000) + `</${name}>`.repeat(100_000));
const zeros = zlibSync(new Uint8Array(17 << 20), { level: 9 });
const streamed = (content: Written) => buildPdf(pagesOf(1, { 4: content }));

/** A page with a form that paints twelve others, which paint twelve others, nine deep. */
function paintedForms(): Uint8Array {
  const page = '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</F 10 0 R>>>>>>';
  const objects = pagesOf(1, { 3: page, 4: deflated('/F Do') });
  for (let level = 0; level < 9; level++) {
    const inner = `/Subtype/Form/Resources<</XObject<</F ${11 + level} 0 R>>>>`;
    objects[10 + level] = deflated('/F Do '.repeat(12), inner);
  }
  objects[19] = deflated('0 0 m 9 9 l S', '/Subtype/Form');
  return buildPdf(objects);
}

/** What readers refuse for what it is, and what is made to break them; the codes are those of docs/codes.md. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...REJECTED_UPLOADS,
  docx('60 MB of spaces as XML', 'archive-bomb', () => withDocument(new Uint8Array(60_000_000).fill(0x20))),
  docx('too many paragraphs', 'archive-bomb', () => body('<w:p/>'.repeat(LIMITS.paragraphs + 1))),
  docx('styles too large', 'archive-bomb', () => withPart('word/styles.xml', ' '.repeat(LIMITS.partBytes + 1))),
  docx('a billion laughs', 'forbidden-xml', () =>
    withDeclaration('<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'),
  ),
  docx('an external entity', 'forbidden-xml', () =>
    withDeclaration('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  ),
  docx('paragraphs 100,000 deep', 'damaged', () => nested('w:p')),
  docx('tables 100,000 deep', 'damaged', () => nested('w:tbl')),
  pdf('a stream that inflates without end', 'archive-bomb', () =>
    streamed({ dict: '/Filter/FlateDecode', data: zeros }),
  ),
  pdf('a bomb in a bomb', 'archive-bomb', () =>
    streamed({ dict: '/Filter[/FlateDecode/FlateDecode]', data: zlibSync(zeros) }),
  ),
  pdf('run lengths without end', 'archive-bomb', () =>
    streamed({ dict: '/Filter/RunLengthDecode', data: '\x81a'.repeat(140_000) }),
  ),
  pdf('arrays within arrays', 'too-complex', () =>
    buildPdf({ ...pagesOf(1), 1: `<</Pages 2 0 R/A ${'['.repeat(100_000)}` }),
  ),
  pdf('objects by the hundred thousand', 'too-complex', () =>
    latin1(`%PDF-1.7\n${Array.from({ length: 200_001 }, (_, number) => `${number} 0 obj 1 endobj\n`).join('')}`),
  ),
  pdf('forms that paint each other', 'too-complex', paintedForms),
  pdf('nothing but its first line', 'damaged', () => latin1('%PDF-1.7\n1 0 obj ( stream ')),
];

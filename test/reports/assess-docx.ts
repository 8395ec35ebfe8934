import { sniff } from '../../parsers/bytes/sniff.ts';
import { readDocx } from '../../parsers/docx/read-docx.ts';
import { type Assessment, assessDocument } from '../../records/assess-report.ts';
import type { Upload } from '../../records/upload.ts';

/** The way of a .docx through the core, which waits for nothing: for tests that assess thousands. */
export function assessDocx(upload: Upload): Assessment {
  const sniffed = sniff(upload.bytes);
  if ('code' in sniffed) return sniffed;
  const document = readDocx(upload.bytes);
  return 'code' in document ? document : assessDocument(document, upload);
}

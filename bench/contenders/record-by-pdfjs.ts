import { createHash } from 'node:crypto';
import { openPdf } from '../../parsers/pdf/file/open-pdf.ts';
import { walkPdf } from '../../parsers/pdf/file/walk-pdf.ts';
import { judgeText } from '../../parsers/pdf/judge-text.ts';
import { layOut } from '../../parsers/pdf/layout/lay-out.ts';
import { pdfjsEngine } from '../../parsers/pdf/pdfjs/pdfjs-engine.ts';
import { assessDocument } from '../../records/assess-report.ts';
import { readAgain } from '../../records/read-again.ts';
import { IN_PROCESS } from './pdfjs-in-process.ts';

const engine = pdfjsEngine(IN_PROCESS);
// Loads pdf.js, as its thread does before the first file.
await engine.readPages(new Uint8Array());

/** The record of a PDF as if the lean engine declined it, but without a thread: pdf.js after the bounded walk. */
export async function run(bytes: Uint8Array): Promise<unknown> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  walkPdf(openPdf(bytes, { encrypted: 'look' }));
  const content = await engine.readPages(bytes);
  if (content.outcome !== 'read') throw new Error(`not read: ${content.outcome}`);
  const unreliable = judgeText(content.pages);
  if (unreliable) throw new Error(`not read: ${unreliable.code}`);
  const document = layOut(content.pages);
  const upload = { bytes, sha256, fileName: '报告.pdf' };
  const first = assessDocument(document, upload);
  if (!first.readable) throw new Error(`not read: ${first.code}`);
  const blames = first.record.findings.some(({ severity, cause }) => severity === 'error' && cause === 'report');
  if (!blames) return first;
  const again = await readAgain(bytes, document, { pdf: engine, docxToHtml: async () => undefined });
  return assessDocument(document, upload, again);
}

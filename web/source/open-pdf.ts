import type { PDFDocumentProxy } from 'pdfjs-dist';
import { askApi } from '../api/ask-api.ts';
import { loadPdfjs, PDFJS_OPTIONS } from './load-pdfjs.ts';

/**
 * The file itself, opened to be painted; the link that it comes by holds for minutes.
 * @throws Refused; Error where the file does not come or cannot be opened
 */
export async function openPdf(sha256: string, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const bytes = async () => {
    const { url } = await askApi('getSource', { path: { sha256 }, signal });
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`the file was answered by ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const [pdfjs, data] = await Promise.all([loadPdfjs(), bytes()]);
  return await pdfjs.getDocument({ ...PDFJS_OPTIONS, data }).promise;
}

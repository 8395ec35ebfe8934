import type * as Pdfjs from 'pdfjs-dist';

let loading: Promise<typeof Pdfjs> | undefined;

/** pdf.js, fetched from the page's own origin when the first PDF is shown. */
export function loadPdfjs(): Promise<typeof Pdfjs> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.mjs';
    return pdfjs;
  });
  return loading;
}

/** No code is made at run time, which the page's policy forbids; maps and fonts that a file lacks come from here. */
export const PDFJS_OPTIONS = {
  isEvalSupported: false,
  useWasm: false,
  enableXfa: false,
  cMapUrl: '/pdfjs/cmaps/',
  cMapPacked: true,
  standardFontDataUrl: '/pdfjs/standard_fonts/',
  wasmUrl: '/pdfjs/wasm/',
} as const;

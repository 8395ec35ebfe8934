import { LIMITS } from '../../bytes/limits.ts';
import type { Resolve } from './decode-stream.ts';
import type { PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';

/**
 * Bounds the size of a picture, as its dictionary states it and, where that is another thing, as its own data do.
 * @throws PdfTrouble `too-complex`
 */
export function checkPicture(picture: PdfStream, filters: readonly string[], resolve: Resolve): void {
  checkSize(Number(resolve(picture.dict.get('Width'))), Number(resolve(picture.dict.get('Height'))));
  if (filters[0] === 'DCTDecode' || filters[0] === 'DCT') checkJpeg(picture.raw);
  if (filters[0] === 'JPXDecode') checkJpeg2000(picture.raw);
}

/** @throws PdfTrouble `too-complex` for more samples than any page of a report has */
export function checkSize(width: number, height: number): void {
  if (width * height > LIMITS.pdfPicturePixels) throw new PdfTrouble('too-complex', 'picture');
}

/** Goes from marker to marker (ITU T.81, B.1) to the first frame header, or to where there are no more. */
function checkJpeg(data: Uint8Array): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 2; at + 9 <= data.length && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) {
      checkSize(view.getUint16(at + 7), view.getUint16(at + 5));
      return;
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

/** The SIZ marker follows the start of the code stream at once (ITU T.800, A.5.1). */
function checkJpeg2000(data: Uint8Array): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 0; at + 16 <= data.length; at++) {
    if (view.getUint32(at) !== 0xff4fff51) continue;
    checkSize(view.getUint32(at + 8), view.getUint32(at + 12));
    return;
  }
}

import { isDict, nameOf } from '../../file/pdf-kinds.ts';
import type { PdfDict, PdfFile } from '../../file/pdf-objects.ts';

const SUBSET_TAG = /^[A-Z]{6}\+/;

/** As a font calls itself, without the subset tag. Names are in UTF-8 (ISO 32000-1, 7.3.5); others stay as they are. */
export function fontName(font: PdfDict, file: PdfFile): string {
  const name = nameOf(file.resolve(font.get('BaseFont'))) ?? nameOf(descriptorName(font, file)) ?? '';
  return withoutTag(name);
}

/** @param name one character for each byte */
export function withoutTag(name: string): string {
  return fromUtf8(name).replace(SUBSET_TAG, '');
}

function descriptorName(font: PdfDict, file: PdfFile) {
  const descriptor = file.resolve(font.get('FontDescriptor'));
  return isDict(descriptor) ? file.resolve(descriptor.get('FontName')) : null;
}

function fromUtf8(name: string): string {
  try {
    const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return name;
  }
}

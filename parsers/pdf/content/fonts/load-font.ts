import { nameOf } from '../../file/pdf-kinds.ts';
import type { PdfDict } from '../../file/pdf-objects.ts';
import { PdfTrouble } from '../../file/pdf-trouble.ts';
import { compositeFont } from './composite-font.ts';
import type { FontSource } from './font-source.ts';
import { declinedFont, type LeanFont } from './lean-font.ts';
import { simpleFont } from './simple-font.ts';
import { type3Font } from './type3-font.ts';

/** Reads a font. One that is not read here declines the file when it first shows something, and not before. */
export function loadFont(font: PdfDict, source: FontSource): LeanFont {
  source.budget.takeFont();
  try {
    return readFont(font, source);
  } catch (trouble) {
    if (trouble instanceof PdfTrouble && trouble.code === 'declined') return declinedFont(trouble.why);
    throw trouble;
  }
}

function readFont(font: PdfDict, source: FontSource): LeanFont {
  switch (nameOf(source.file.resolve(font.get('Subtype')))) {
    case 'Type0':
      return compositeFont(font, source);
    case 'Type1':
    case 'MMType1':
    case 'TrueType':
      return simpleFont(font, source);
    case 'Type3':
      return type3Font(font, source);
    default:
      return declinedFont('font-kind');
  }
}

import { statedText } from '../content/fonts/stated-text.ts';
import type { PdfjsFont } from './pdfjs-document.ts';

/**
 * What a font says that a code means, and nothing that pdf.js supposes for display: where there is neither a ToUnicode
 * map nor a known encoding it takes the code itself, the glyph numbers of a common font, or digits in a glyph name.
 * @returns text by code; empty where the font does not say
 */
export function textOfCodes(font: PdfjsFont): (code: number) => string {
  const map = font.toUnicode?._map;
  if (map === undefined) return () => '';
  const isStated = font.composite ? () => true : statedBySimpleFont(font, map);
  return (code) => {
    const text = map[code];
    // What is no string was supposed: glyph numbers of Arial and its like.
    return typeof text === 'string' && isStated(code, text) ? statedText(text) : '';
  };
}

function statedBySimpleFont(font: PdfjsFont, map: readonly unknown[]): (code: number, text: string) => boolean {
  const isBuiltIn = takesMeaningFromItself(font, map);
  return (code, text) => {
    const named = font.differences?.[code];
    if (named === undefined && isBuiltIn) return false;
    const name = named ?? font.defaultEncoding?.[code] ?? '';
    return !isNumberOf(name, text) && !(font.isType3Font && name === text);
  };
}

/**
 * A symbolic font without an encoding means by a code what its own program says; pdf.js supposes the characters of
 * the Macintosh, letters and digits at their usual places. No map of a subset has every one of them there.
 */
function takesMeaningFromItself(font: PdfjsFont, map: readonly unknown[]): boolean {
  if (PICTURE_FONT.test(font.name)) return true;
  if (!font.isSymbolicFont || NAMED_SYMBOLS.test(font.name) || font.defaultEncoding?.[EURO_CODE] === 'Euro')
    return false;
  return USUAL.every((code) => font.differences?.[code] !== undefined || map[code] === String.fromCharCode(code));
}

const USUAL = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (character) =>
  character.charCodeAt(0),
);

/** Their encodings are their own, and known. */
const NAMED_SYMBOLS = /^(?:[A-Z]{6}\+)?(?:Symbol|ZapfDingbats)/;
/** Pictures at the codes of letters. */
const PICTURE_FONT = /Wingdings|Webdings/i;
/** Where WinAnsiEncoding, which is only supposed for such fonts, has the euro. */
const EURO_CODE = 128;

/** `C48`, `G30`, `g0030`: names in which pdf.js sees the number of a character. */
const NUMBER_NAME = /^(?:G..|g....|[Cc]..|[Cc]...)$/;

function isNumberOf(name: string, text: string): boolean {
  if (!NUMBER_NAME.test(name)) return false;
  const code = text.codePointAt(0);
  const digits = name.slice(1);
  return Number.parseInt(digits, 16) === code || Number(digits) === code;
}

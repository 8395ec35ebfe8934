import { type Unreadable, unreadable } from './unreadable.ts';

/** Characters looked at: web pages open with long comments and style declarations. */
const REACH = 4096;

const RTF = /^\s*\{\\rtf/;
const MHTML = /^(?:[\w-]+:[^\n]*(?:\n[ \t][^\n]*)*\n)*?(?:MIME-Version|Content-Type: *multipart\/related)/i;
const PROLOG = /^(?:\s+|<\?xml(?!:)[^>]*\?>|<!--[\s\S]*?-->)+/;
const FLAT_WORD = /<\?mso-application\s+progid="Word\.Document"|<(?:\w+:)?wordDocument[\s>]|<pkg:package[\s>]/;
const HTML =
  /^<(?:!doctype\s+html|html|head|body|meta|title|script|style|link|table|div|p|span|font|center|h[1-6]|br|a|img)[\s>/]/i;

/** Formats that are text: RTF, web pages and Word's single-file XML. `null` for anything else. */
export function sniffText(bytes: Uint8Array): Unreadable | null {
  const text = decodeStart(bytes);
  if (RTF.test(text)) return unreadable('rtf');
  if (FLAT_WORD.test(text) && /^\s*</.test(text)) return unreadable('flat-xml');
  if (MHTML.test(text.trimStart())) return unreadable('html');
  return HTML.test(text.replace(PROLOG, '')) ? unreadable('html') : null;
}

/** The start of a file as text; which 8-bit encoding it has does not matter for markup. */
function decodeStart(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const start = bytes.subarray(0, REACH);
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return decode(start, 'utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return decode(start, 'utf-16be');
  return decode(start, 'utf-8');
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

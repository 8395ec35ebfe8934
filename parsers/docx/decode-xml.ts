import { type Unreadable, unreadable } from '../bytes/unreadable.ts';

/** Encodings that an XML part of a package may have: UTF-8 or UTF-16 (ECMA-376-2, 10.1.1.1), here by their first bytes. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** The text of an XML part without its byte order mark; `damaged` when its bytes are not what its encoding allows. */
export function decodeXml(bytes: Uint8Array): string | Unreadable {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    const xml = decoder.decode(bytes);
    return declaresOther(xml) ? unreadable('damaged') : xml;
  } catch {
    return unreadable('damaged');
  }
}

/** Whether the declaration names an encoding that would have made other characters of the same bytes. */
function declaresOther(xml: string): boolean {
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(xml.slice(0, 200))?.[1];
  return declared !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|ucs-?2|iso-10646-ucs-2|us-ascii)$/i.test(declared);
}

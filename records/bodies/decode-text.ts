/**
 * The text of a file as Excel or WPS may save it: UTF-8 with or without a byte-order mark, UTF-16 with one, else GB18030.
 * @returns nothing where it is none of them
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  return text?.includes('\0') ? undefined : text;
}

/** A byte-order mark is left out. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What a byte is to the syntax of PDF (ISO 32000-1, 7.2.2). */
export const REGULAR = 0;
export const WHITE_SPACE = 1;
const DELIMITER = 2;

/** The class of each byte: {@link REGULAR}, {@link WHITE_SPACE} or `DELIMITER`. */
export const CHARACTER_CLASS: Uint8Array = classify();

/** The value of a hexadecimal digit, or −1. */
export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

export function isWhiteSpace(byte: number | undefined): boolean {
  return byte !== undefined && CHARACTER_CLASS[byte] === WHITE_SPACE;
}

function classify(): Uint8Array {
  const classes = new Uint8Array(256);
  for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[byte] = WHITE_SPACE;
  for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = DELIMITER;
  return classes;
}

const CONTROL_LIMIT = 0x20;
/** Tab, line feed and carriage return: white space, as some writers map it. */
const WHITE_CONTROLS: ReadonlySet<number> = new Set([9, 10, 13]);

/** The text that a font states, or nothing where it stands for no character: controls, private use, U+FFFD. */
export function statedText(text: string): string {
  for (const character of text) {
    if (!isCharacter(character.codePointAt(0) ?? 0)) return '';
  }
  return text;
}

function isCharacter(point: number): boolean {
  if (point < CONTROL_LIMIT) return WHITE_CONTROLS.has(point);
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  const isPrivate = (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000;
  // U+FFFD is the sign of a character that was lost; the two after it are none.
  return !isSurrogate && !isPrivate && !(point >= 0xfffd && point <= 0xffff);
}

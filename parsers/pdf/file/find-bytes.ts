/** The bytes of an ASCII word, as the searches below take it. */
export function bytesOf(word: string): Uint8Array {
  return Uint8Array.from(word, (character) => character.charCodeAt(0));
}

/** Where `word` stands first at or after `from` and before `end`; −1 if nowhere. */
export function findBytes(bytes: Uint8Array, word: Uint8Array, from: number, end = bytes.length): number {
  const first = word[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0 && at + word.length <= end; at = bytes.indexOf(first, at + 1)) {
    if (holdsAt(bytes, word, at)) return at;
  }
  return -1;
}

/** Where `word` stands last; −1 if nowhere. */
export function findLastBytes(bytes: Uint8Array, word: Uint8Array): number {
  const first = word[0] ?? 0;
  let at = bytes.lastIndexOf(first, bytes.length - word.length);
  while (at > 0 && !holdsAt(bytes, word, at)) at = bytes.lastIndexOf(first, at - 1);
  return at >= 0 && holdsAt(bytes, word, at) ? at : -1;
}

export function holdsAt(bytes: Uint8Array, word: Uint8Array, at: number): boolean {
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word[index]) return false;
  return true;
}

/** How many bytes the character code has that begins at `at`, or 0 where none does. */
export type CodeLength = (bytes: Uint8Array, at: number) => number;

export const oneByte: CodeLength = () => 1;

export const twoBytes: CodeLength = () => 2;

/** Two bytes, or four where they begin a surrogate pair. */
export const utf16Length: CodeLength = (bytes, at) => (((bytes[at] ?? 0) & 0xfc) === 0xd8 ? 4 : 2);

/** Codes of one length, each byte of which lies between the bytes of two bounds (ISO 32000-1, 9.7.6.2). */
export interface CodeSpace {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/** The length of the shortest code space that the bytes lie in. */
export function lengthIn(spaces: readonly CodeSpace[]): CodeLength {
  const lengths = [1, 2, 3, 4].filter((length) => spaces.some(({ low }) => low.length === length));
  const [only] = spaces;
  if (spaces.length === 1 && only && only.low.every((byte) => byte === 0) && only.high.every((byte) => byte === 255))
    return () => only.low.length;
  return (bytes, at) =>
    lengths.find((length) => spaces.some((space) => space.low.length === length && isWithin(space, bytes, at))) ?? 0;
}

function isWithin({ low, high }: CodeSpace, bytes: Uint8Array, at: number): boolean {
  for (let offset = 0; offset < low.length; offset++) {
    const byte = bytes[at + offset] ?? -1;
    if (byte < (low[offset] ?? 0) || byte > (high[offset] ?? 0)) return false;
  }
  return true;
}

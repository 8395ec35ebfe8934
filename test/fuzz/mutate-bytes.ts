import type { Random } from '../dresses/random.ts';

/** Values that length and offset fields are overwritten with. */
const WORDS = [0, 1, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;

type Change = (bytes: Uint8Array, other: Uint8Array, random: Random) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  change(copy);
  return copy;
}

/** A place: half of the time near the end, where directories and cross-references are. */
const place = (bytes: Uint8Array, random: Random) =>
  random.chance(0.5) ? random.int(bytes.length) : Math.max(0, bytes.length - 1 - random.int(400));

const CHANGES: Readonly<Record<string, Change>> = {
  'bits flipped': (bytes, _, random) =>
    changed(bytes, (copy) => {
      for (let count = 1 + random.int(12); count > 0; count--) {
        const at = place(copy, random);
        copy[at] = (copy[at] ?? 0) ^ (1 << random.int(8));
      }
    }),
  'bytes set': (bytes, _, random) =>
    changed(bytes, (copy) => {
      for (let count = 1 + random.int(8); count > 0; count--) copy[place(copy, random)] = random.int(256);
    }),
  'word set': (bytes, _, random) =>
    changed(bytes, (copy) => {
      const view = new DataView(copy.buffer);
      const at = Math.min(place(copy, random), copy.length - 4);
      if (at >= 0) view.setUint32(at, random.pick(WORDS), random.chance(0.7));
    }),
  truncated: (bytes, _, random) => bytes.slice(0, random.int(bytes.length)),
  'piece taken out': (bytes, _, random) => {
    const from = random.int(bytes.length);
    return joined(bytes.subarray(0, from), bytes.subarray(from + 1 + random.int(2_000)));
  },
  'piece doubled': (bytes, _, random) => {
    const from = random.int(bytes.length);
    const piece = bytes.subarray(from, from + 1 + random.int(2_000));
    return joined(
      bytes.subarray(0, from),
      ...Array.from({ length: 1 + random.int(20) }, () => piece),
      bytes.subarray(from),
    );
  },
  'piece of another file': (bytes, other, random) => {
    const [from, theirs] = [random.int(bytes.length), random.int(other.length)];
    const piece = other.subarray(theirs, theirs + 1 + random.int(4_000));
    return joined(bytes.subarray(0, from), piece, bytes.subarray(from + (random.chance(0.5) ? piece.length : 0)));
  },
  'end of another file': (bytes, other, random) =>
    joined(bytes.subarray(0, random.int(bytes.length)), other.subarray(random.int(other.length))),
  'junk before': (bytes, _, random) =>
    joined(
      Uint8Array.from({ length: random.int(1_500) }, () => random.int(256)),
      bytes,
    ),
};

const NAMES = Object.keys(CHANGES);

/** Changes a file without regard to what it holds. @returns the bytes and what was done */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, random: Random): { bytes: Uint8Array; what: string } {
  const what = NAMES[random.int(NAMES.length)] ?? '';
  return bytes.length === 0 ? { bytes, what } : { bytes: CHANGES[what]?.(bytes, other, random) ?? bytes, what };
}

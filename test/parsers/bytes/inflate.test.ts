import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Inflating, inflate } from '../../../parsers/bytes/inflate.ts';

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

const contentOf = (inflated: Inflating) => ('content' in inflated ? inflated.content : new Uint8Array(0));

const STRATEGIES = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE];
const CONTENTS = [
  latin1('a'),
  new Uint8Array(300_000),
  latin1('72.02 556.9 m 72.02 570.4 l S (words) Tj '.repeat(3000)),
  Uint8Array.from({ length: 100_000 }, (_, index) => (index * index * 2654435761) >>> 24),
];

describe('what zlib writes', () => {
  const written = STRATEGIES.flatMap((strategy) =>
    [0, 1, 9].flatMap((level) =>
      CONTENTS.map((content) => ({ content, packed: deflateRawSync(content, { level, strategy }) })),
    ),
  );

  test('is inflated, to its own end', () => {
    for (const { content, packed } of written) {
      const more = new Uint8Array(packed.length + 9).fill(7);
      more.set(packed);
      const inflated = inflate(more, content.length);
      expect(inflated).toMatchObject({ state: 'whole', used: packed.length });
      expect(Buffer.compare(contentOf(inflated), content)).toBe(0);
    }
  });

  test('is refused when it is one byte more than the limit', () => {
    for (const { content, packed } of written) {
      expect(inflate(packed, content.length - 1).state).toBe('too-long');
    }
  });

  test('is never taken as whole when it was cut', () => {
    for (const { content, packed } of written) {
      for (let part = 0; part < 8; part++) {
        expect(inflate(packed.subarray(0, Math.floor((packed.length * part) / 8)), content.length).state).toBe('cut');
      }
    }
  });
});

test.each([
  ['a kind of block that there is not', [0x07]],
  ['a stored block whose length is not confirmed', [1, 5, 0, 5, 0, 1, 2, 3, 4, 5]],
  ['a match before the first byte', [0x03, 0x02, 0, 0]],
  ['a code with too many words', [0x05, 0xc0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
])('%s is damaged', (_, bytes) => {
  expect(inflate(Uint8Array.from(bytes), 1000).state).toBe('damaged');
});

test('any bytes are inflated or refused, within the limit', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(contentOf(inflate(bytes, 500)).length).toBeLessThanOrEqual(500);
    }),
    { numRuns: 1000 },
  );
});

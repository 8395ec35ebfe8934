import { deflateSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../parsers/bytes/crc32.ts';
import { LIMITS } from '../../../parsers/bytes/limits.ts';
import { isUnreadable } from '../../../parsers/bytes/unreadable.ts';
import { type Archive, openArchive } from '../../../parsers/bytes/unzip.ts';
import { stored, type Written, writeZip } from './zip-files.ts';

const LIMIT = 1_000_000;
const encode = (text: string) => new TextEncoder().encode(text);

function open(bytes: Uint8Array): Archive {
  const archive = openArchive(bytes);
  if (archive === null || isUnreadable(archive)) throw new Error(`not opened: ${archive?.code ?? 'no archive'}`);
  return archive;
}

/** Text of a part, or the code that stands for it. */
function readText(bytes: Uint8Array, name: string, limit = LIMIT): string {
  const part = open(bytes).read(name, limit);
  if (part === null) return 'no such part';
  return isUnreadable(part) ? part.code : new TextDecoder().decode(part);
}

function openCode(bytes: Uint8Array): string {
  const archive = openArchive(bytes);
  if (archive === null) return 'no archive';
  return isUnreadable(archive) ? archive.code : 'opened';
}

function deflated(name: string, content: Uint8Array, changes: Partial<Written> = {}): Written {
  return { name, packed: deflateSync(content), method: 8, size: content.length, crc: crc32(content), ...changes };
}

describe('an archive', () => {
  it('gives stored and deflated parts', () => {
    const bytes = writeZip([stored('a.xml', '<a/>'), deflated('b.xml', encode('<b/>'.repeat(100)))]);
    expect(readText(bytes, 'a.xml')).toBe('<a/>');
    expect(readText(bytes, 'b.xml')).toBe('<b/>'.repeat(100));
    expect(readText(bytes, 'c.xml')).toBe('no such part');
    expect(readText(zipSync({ 'd.xml': new Uint8Array(0) }), 'd.xml')).toBe('');
  });

  it('gives a long part that hardly compresses', () => {
    const content = new Uint8Array(600_000).map((_, index) => (index * 2654435761) >>> 13);
    const part = open(zipSync({ big: content })).read('big', 4 * LIMIT);
    expect(part).toHaveLength(content.length);
    expect(part instanceof Uint8Array && crc32(part)).toBe(crc32(content));
  });

  it('finds parts whatever their case, slashes and leading slash', () => {
    const bytes = writeZip([stored('WORD\\Document.xml', 'w'), stored('/styles.xml', 's')]);
    expect(readText(bytes, 'word/document.xml')).toBe('w');
    expect(readText(bytes, '/Styles.XML')).toBe('s');
  });

  it('may have sizes after the content, a comment, bytes before it, or zip64 records', () => {
    const entries = [deflated('a', encode('content'), { descriptor: true }), stored('b', 'more')];
    expect(readText(writeZip(entries), 'a')).toBe('content');
    expect(readText(writeZip(entries, { comment: 'PK made by hand' }), 'b')).toBe('more');
    expect(readText(writeZip(entries, { prefix: encode('HTTP/1.1 200 OK\r\n\r\n') }), 'a')).toBe('content');
    expect(readText(writeZip(entries, { zip64: true }), 'b')).toBe('more');
    expect(readText(writeZip(entries, { zip64: true, prefix: encode('junk') }), 'a')).toBe('content');
  });

  it('refuses a part of two entries, since readers would differ over it', () => {
    const bytes = writeZip([stored('word/document.xml', '1'), stored('Word/Document.xml', '2'), stored('other', '3')]);
    expect(readText(bytes, 'word/document.xml')).toBe('damaged');
    expect(readText(bytes, 'other')).toBe('3');
  });

  it('says when entries need a password', () => {
    const bytes = writeZip([{ ...stored('a', 'x'), flags: 1 }]);
    expect(open(bytes).encrypted).toBe(true);
    expect(readText(bytes, 'a')).toBe('encrypted');
  });

  it('is none without an end record', () => {
    expect(openCode(encode('PK\u0003\u0004 and nothing more'))).toBe('no archive');
    expect(openCode(new Uint8Array(0))).toBe('no archive');
  });
});

describe('a part is damaged', () => {
  const content = encode('<a>some content</a>'.repeat(20));
  it.each([
    ['when its checksum is another', { crc: 1 }],
    ['when it is shorter than it declares', { size: content.length + 1 }],
    ['when it is longer than it declares', { size: content.length - 1 }],
    ['when it declares nothing', { size: 0 }],
    ['when its stream is cut', { packed: deflateSync(content).subarray(0, 20) }],
    ['when its stream is no deflate stream', { packed: encode('\u0007\u0007not deflated') }],
    ['when it has no bytes', { packed: new Uint8Array(0) }],
    ['when its compression is unknown', { method: 12 }],
  ])('%s', (_, changes) => {
    expect(readText(writeZip([deflated('a', content, changes)]), 'a')).toBe('damaged');
  });

  it('when it is stored and its size is another', () => {
    expect(readText(writeZip([{ ...stored('a', 'abc'), size: 2 }]), 'a')).toBe('damaged');
  });
});

describe('an archive is damaged', () => {
  const good = writeZip([stored('a', 'content'), stored('b', 'content')]);

  it('when entries share bytes', () => {
    expect(openCode(writeZip([stored('a', 'content'), { ...stored('b', 'content'), sameBytesAs: 0 }]))).toBe('damaged');
    expect(openCode(writeZip([{ ...stored('a', 'content'), declaredPackedSize: 9 }, stored('b', 'x')]))).toBe(
      'damaged',
    );
  });

  it('when its directory points outside of it', () => {
    for (const field of [12, 16]) {
      const bytes = good.slice();
      new DataView(bytes.buffer).setUint32(bytes.length - 22 + field, 0x00ffffff, true);
      expect(openCode(bytes)).toBe('damaged');
    }
  });

  it('when a content reaches into the directory', () => {
    expect(openCode(writeZip([{ ...stored('a', 'x'), declaredPackedSize: 500 }]))).toBe('damaged');
  });
});

describe('limits', () => {
  it('stop a part that declares more than it may hold, before inflating it', () => {
    expect(readText(writeZip([deflated('a', encode('x'), { size: LIMIT + 1 })]), 'a')).toBe('archive-bomb');
  });

  it('stop a bomb that declares little, without giving it room', () => {
    const zeros = deflateSync(new Uint8Array(20_000_000));
    expect(readText(writeZip([{ name: 'a', packed: zeros, method: 8, size: 1000, crc: 0 }]), 'a')).toBe('damaged');
  });

  it('stop a larger bomb at the size that it declares', () => {
    const numbers = deflateSync(encode(Array.from({ length: 500_000 }, (_, index) => index).join(',')), { level: 1 });
    const bytes = bigZip(numbers, { size: 1000 });
    expect(readText(bytes, 'a', LIMITS.documentBytes)).toBe('damaged');
  });

  it('stop a deflate stream of empty blocks', () => {
    expect(readText(bigZip(emptyBlocks(LIMIT / 5)), 'a')).toBe('damaged');
    expect(readText(bigZip(emptyBlocks(LIMIT / 2)), 'a')).toBe('archive-bomb');
  });

  it('stop a directory of a million entries', () => {
    const million = directoryOf(600_000);
    expect(million.length).toBeLessThan(LIMITS.fileBytes);
    expect(openCode(million)).toBe('archive-bomb');
  });

  it('do not trust the number of entries that is stated', () => {
    const bytes = writeZip([stored('a', '1'), stored('b', '2')], { entryCount: 1 });
    expect(readText(bytes, 'b')).toBe('2');
  });
});

it('checksums as ZIP does', () => {
  expect(crc32(encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(encode('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
  expect(crc32(new Uint8Array(0))).toBe(0);
});

/** One deflated entry that is too large to be written byte by byte. */
function bigZip(packed: Uint8Array, { size = 10 } = {}): Uint8Array {
  const small = writeZip([{ name: 'a', packed: new Uint8Array(0), method: 8, size }]);
  const bytes = new Uint8Array(small.length + packed.length);
  bytes.set(small.subarray(0, 31));
  bytes.set(packed, 31);
  bytes.set(small.subarray(31), 31 + packed.length);
  const view = new DataView(bytes.buffer);
  const directory = 31 + packed.length;
  view.setUint32(directory + 20, packed.length, true);
  view.setUint32(bytes.length - 22 + 16, directory, true);
  return bytes;
}

/** An archive whose directory repeats one entry. */
function directoryOf(count: number): Uint8Array {
  const one = writeZip([stored('a', '')]);
  const local = one.subarray(0, 31);
  const entry = one.subarray(31, 31 + 47);
  const bytes = new Uint8Array(local.length + count * entry.length + 22);
  bytes.set(local);
  for (let index = 0; index < count; index++) bytes.set(entry, local.length + index * entry.length);
  bytes.set(one.subarray(-22), bytes.length - 22);
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 10, count * entry.length, true);
  return bytes;
}

/** A deflate stream of blocks that describe a code for nothing but their own end: much work, no output (RFC 1951, 3.2.7). */
function emptyBlocks(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let position = 0;
  const put = (value: number, bits: number) => {
    for (let bit = 0; bit < bits; bit++, position++) {
      bytes[position >> 3] = (bytes[position >> 3] ?? 0) | (((value >> bit) & 1) << (position & 7));
    }
  };
  // Lengths of the code for code lengths, in its own order: 18 takes one bit, 0 and 15 two.
  const lengths = [0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];
  while (position + 120 < length * 8) {
    put(0b100, 3);
    put(0, 10);
    put(15, 4);
    for (const bits of lengths) put(bits, 3);
    // 138 and 118 unused literals, an end of 15 bits, no distance; then that end.
    put(127 << 1, 8);
    put(107 << 1, 8);
    put(0b0111, 4);
    put(0, 15);
  }
  put(0b011, 3);
  put(0, 7);
  return bytes;
}

import { crc32 } from 'node:zlib';

/** A running checksum: feed it, then take its bytes, most significant first. */
export interface Checksum {
  update(chunk: Buffer): void;
  digest(): Buffer;
}

const CRC32C_REVERSED = 0x82f63b78;
const CRC64NVME_REVERSED = { high: 0x9a6c9329, low: 0xac4bc9b5 };
const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

/** CRC-32 (ISO-HDLC), by zlib. */
export function crc32Checksum(): Checksum {
  let value = 0;
  return {
    update: (chunk) => {
      value = crc32(chunk, value);
    },
    digest: () => words(value),
  };
}

const crc32cTable = Uint32Array.from(BYTES, (byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? CRC32C_REVERSED : 0);
  return value >>> 0;
});

/** CRC-32C (Castagnoli). */
export function crc32cChecksum(): Checksum {
  let value = 0xffffffff;
  return {
    update: (chunk) => {
      for (const byte of chunk) value = (value >>> 8) ^ (crc32cTable[(value ^ byte) & 0xff] ?? 0);
    },
    digest: () => words(~value),
  };
}

// 64 bits as two halves: BigInt would be some fifty times slower.
const crc64Table = BYTES.map((byte) => {
  let [high, low] = [0, byte];
  for (let bit = 0; bit < 8; bit++) {
    const carry = low & 1;
    low = ((low >>> 1) | (high << 31)) ^ (carry ? CRC64NVME_REVERSED.low : 0);
    high = (high >>> 1) ^ (carry ? CRC64NVME_REVERSED.high : 0);
  }
  return { high, low };
});
const crc64High = Int32Array.from(crc64Table, ({ high }) => high);
const crc64Low = Int32Array.from(crc64Table, ({ low }) => low);

/** CRC-64/NVME. */
export function crc64nvmeChecksum(): Checksum {
  let [high, low] = [-1, -1];
  return {
    update: (chunk) => {
      for (const byte of chunk) {
        const index = (low ^ byte) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (crc64Low[index] ?? 0);
        high = (high >>> 8) ^ (crc64High[index] ?? 0);
      }
    },
    digest: () => words(~high, ~low),
  };
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value >>> 0, 4 * index);
  });
  return bytes;
}

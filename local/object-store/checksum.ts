import { createHash } from 'node:crypto';
import { type Checksum, crc32Checksum, crc32cChecksum, crc64nvmeChecksum } from './crc.ts';
import { S3Error } from './errors.ts';

export const ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

const HEADER = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/;

export const checksumHeader = (algorithm: Algorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`;
/** The element that carries it in XML: ChecksumCRC32, ChecksumSHA256 … */
export const checksumElement = (algorithm: Algorithm): string => `Checksum${algorithm}`;

export function startChecksum(algorithm: Algorithm): Checksum {
  switch (algorithm) {
    case 'CRC32':
      return crc32Checksum();
    case 'CRC32C':
      return crc32cChecksum();
    case 'CRC64NVME':
      return crc64nvmeChecksum();
    case 'SHA1':
      return createHash('sha1');
    case 'SHA256':
      return createHash('sha256');
  }
}

/** Reads an algorithm's name in any case. Throws InvalidRequest. */
export function parseAlgorithm(name: string): Algorithm {
  const found = ALGORITHMS.find((algorithm) => algorithm === name.toUpperCase());
  if (!found) throw new S3Error('InvalidRequest', 'Checksum algorithm provided is unsupported.');
  return found;
}

/** The algorithm among these header names that a body's checksum comes with. Throws InvalidRequest when there are two. */
export function algorithmAmong(names: Iterable<string>): Algorithm | undefined {
  const found = [...names].map((name) => HEADER.exec(name.toLowerCase())?.[1]).filter((name) => name !== undefined);
  if (found.length > 1) {
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  return found[0] === undefined ? undefined : parseAlgorithm(found[0]);
}

import { createHash } from 'node:crypto';
import type { Bucket } from './bucket.ts';
import { checksumElement, startChecksum } from './checksum.ts';
import { RunningDigests } from './digests.ts';
import { S3Error } from './errors.ts';
import type { Part, StoredChecksum, Upload } from './journal-entry.ts';
import { childText, type XmlNode } from './read-xml.ts';

const MIN_PART_BYTES = 5 * 1024 ** 2;

/**
 * The stored parts that a CompleteMultipartUpload document names, in its order.
 * Throws MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall.
 */
export function chooseParts(document: XmlNode, upload: Upload): Part[] {
  const listed = document.children.filter(({ name }) => name === 'Part');
  if (listed.length === 0) throw new S3Error('MalformedXML', 'You must specify at least one part');
  const numbers = listed.map((node) => Number(childText(node, 'PartNumber')));
  if (numbers.some((number, index) => number <= (numbers[index - 1] ?? 0))) {
    throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
  }
  const parts = listed.map((node, index) => choosePart(node, upload.parts.get(numbers[index] ?? 0)));
  if (parts.slice(0, -1).some(({ size }) => size < MIN_PART_BYTES)) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
  return parts;
}

function choosePart(node: XmlNode, part: Part | undefined): Part {
  const etag = childText(node, 'ETag')?.replaceAll('"', '');
  const checksum = part?.checksum && childText(node, checksumElement(part.checksum.algorithm));
  if (part && part.md5 === etag && (checksum === undefined || checksum === part.checksum?.value)) return part;
  throw new S3Error(
    'InvalidPart',
    'One or more of the specified parts could not be found, or its entity tag did not match.',
  );
}

export interface Assembled {
  file: string;
  size: number;
  md5: string;
  etag: string;
  checksum?: StoredChecksum;
}

/** Joins parts into one body. The ETag is that of a multipart object: the MD5 of the parts' MD5s and their number. */
export async function assembleParts(
  bucket: Bucket,
  parts: readonly Part[],
  wanted: Upload['checksum'],
): Promise<Assembled> {
  const { file, filled } = await bucket.bodies.write(async (write) => {
    const digests = new RunningDigests({ algorithm: wanted?.algorithm });
    for (const part of parts) {
      const handle = await bucket.bodies.open(part.file);
      for await (const chunk of handle.createReadStream()) {
        digests.update(chunk);
        await write(chunk);
      }
    }
    return digests.finish();
  });
  const md5s = createHash('md5');
  for (const { md5 } of parts) md5s.update(Buffer.from(md5, 'hex'));
  const checksum = wholeChecksum(parts, wanted, filled.checksum);
  const etag = `${md5s.digest('hex')}-${parts.length}`;
  return { file, size: filled.size, md5: filled.md5, etag, ...(checksum && { checksum }) };
}

function wholeChecksum(
  parts: readonly Part[],
  wanted: Upload['checksum'],
  ofBytes: string | undefined,
): StoredChecksum | undefined {
  if (!wanted || ofBytes === undefined) return undefined;
  if (wanted.type === 'FULL_OBJECT') return { ...wanted, value: ofBytes };
  const composite = startChecksum(wanted.algorithm);
  for (const { checksum } of parts) {
    if (checksum?.algorithm !== wanted.algorithm) return undefined;
    composite.update(Buffer.from(checksum.value, 'base64'));
  }
  return { ...wanted, value: `${composite.digest().toString('base64')}-${parts.length}` };
}

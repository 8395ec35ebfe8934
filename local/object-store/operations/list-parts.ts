import { checksumElement } from '../checksum.ts';
import { bucketOf, type Exchange, keyOf, type Reply } from '../exchange.ts';
import type { Part } from '../journal-entry.ts';
import { quote, xmlTime } from '../object-headers.ts';
import { readCount } from '../page.ts';
import { element, leaf, s3Document } from '../xml.ts';
import { findUpload } from './multipart.ts';

export async function listParts(exchange: Exchange): Promise<Reply> {
  const { query } = exchange.request;
  const { uploadId, upload } = findUpload(exchange);
  const marker = Number(query.get('part-number-marker') ?? 0);
  const maxParts = readCount(query, 'max-parts');
  const left = [...upload.parts].filter(([number]) => number > marker).sort(([a], [b]) => a - b);
  const shown = left.slice(0, maxParts);
  const body = s3Document(
    'ListPartsResult',
    leaf('Bucket', bucketOf(exchange).name),
    leaf('Key', keyOf(exchange)),
    leaf('UploadId', uploadId),
    leaf('PartNumberMarker', marker),
    leaf('NextPartNumberMarker', shown.at(-1)?.[0]),
    leaf('MaxParts', maxParts),
    leaf('IsTruncated', left.length > shown.length),
    leaf('StorageClass', 'STANDARD'),
    leaf('ChecksumAlgorithm', upload.checksum?.algorithm),
    leaf('ChecksumType', upload.checksum?.type),
    ...shown.map(([number, part]) => partElement(number, part)),
  );
  return { status: 200, headers: {}, body };
}

function partElement(number: number, { modified, md5, size, checksum }: Part): string {
  return element(
    'Part',
    leaf('PartNumber', number),
    leaf('LastModified', xmlTime(modified)),
    leaf('ETag', quote(md5)),
    leaf('Size', size),
    checksum && leaf(checksumElement(checksum.algorithm), checksum.value),
  );
}

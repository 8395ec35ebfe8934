import { S3Error } from './errors.ts';

/** Offsets of the first and the last byte. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * The bytes that a Range header asks for. Undefined stands for the whole object, also when the header is not one
 * range of bytes: S3 ignores such. Throws InvalidRange.
 */
export function readRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last) {
    throw new S3Error('InvalidRange', 'The requested range is not satisfiable', { 'content-range': `bytes */${size}` });
  }
  return { first, last };
}

import { type Head, headSchema } from '../../records/head.ts';
import { unpackJson } from './packed-json.ts';

/** The head of a HEAD item; one that was written before heads had lines has none. */
export function headOfItem({ head, lines }: Readonly<Record<string, unknown>>): Head {
  const packed = lines instanceof Uint8Array ? { lines: unpackJson(lines) } : {};
  return headSchema.parse({ ...Object(head), ...packed });
}

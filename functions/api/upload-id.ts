import * as z from 'zod';

/** An upload that was announced: what its id says. */
export interface NamedUpload {
  readonly office: string;
  /** Keeps two files of one name apart. */
  readonly mark: string;
  readonly fileName: string;
}

/** Under the office's folder, so that its uploads are its own by the key alone. */
export const keyOfUpload = ({ office, mark, fileName }: NamedUpload): string => `inbox/${office}/${mark}/${fileName}`;

const partOfKey = z.string().regex(/^[^/\\\p{Cc}]+$/u);
const parts = z.tuple([partOfKey, z.string().regex(/^[0-9a-f]{32}$/u), partOfKey]);

/** The id carries all that is needed to look the upload up: nothing is stored for a file that may never come. */
export const nameUpload = ({ office, mark, fileName }: NamedUpload): string =>
  Buffer.from(JSON.stringify([office, mark, fileName])).toString('base64url');

/** @returns nothing for what is no id */
export function readUploadName(id: string): NamedUpload | undefined {
  const read = parts.safeParse(parseJson(Buffer.from(id, 'base64url').toString('utf8')));
  if (!read.success) return undefined;
  const [office, mark, fileName] = read.data;
  return { office, mark, fileName };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

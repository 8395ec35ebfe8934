import mammoth from 'mammoth';

/** mammoth's conversion to HTML. */
export const run = (bytes: Uint8Array): unknown => mammoth.convertToHtml({ buffer: Buffer.from(bytes) });

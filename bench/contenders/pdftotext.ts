import { execFileSync } from 'node:child_process';

/** poppler's words with their boxes, a whole process each time. Written in C++, and knows nothing of tables. */
export const run = (bytes: Uint8Array): unknown =>
  execFileSync('pdftotext', ['-bbox-layout', '-', '-'], { input: bytes, maxBuffer: 1 << 28 });

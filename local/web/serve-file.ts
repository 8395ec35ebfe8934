import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { FrontAnswer } from './front-request.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const NOT_BUILT = '页面尚未生成：请先执行 npm run web。\nThe page is not built yet: run npm run web first.\n';

/**
 * A file of the page; for a path without one the page itself, whose screens have paths of their own.
 * @param path encoded, as it came
 */
export async function serveFile(folder: string, path: string): Promise<FrontAnswer> {
  const name = decode(path);
  if (name === undefined) return plain(404, 'Not found\n');
  const wanted = extname(name) === '' ? undefined : await readInside(folder, name);
  if (wanted) return wanted;
  // A body's key in a path may have dots, so an ending says that a file is missing only where we know it.
  if (TYPES[extname(name)] !== undefined) return plain(404, 'Not found\n');
  return (await readInside(folder, 'index.html')) ?? plain(503, NOT_BUILT);
}

async function readInside(folder: string, name: string): Promise<FrontAnswer | undefined> {
  // Maps of Chinese fonts, which pdf.js fetches, and whatever else the page is built with.
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, name));
    if (!file.startsWith(`${root}${sep}`)) return undefined;
    return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body: await readFile(file) };
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && NO_FILE.has(String(fault.code))) return undefined;
    throw fault;
  }
}

const NO_FILE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP']);

function decode(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    return name.includes('\0') ? undefined : name;
  } catch {
    return undefined;
  }
}

export function plain(status: number, body: string): FrontAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, body };
}

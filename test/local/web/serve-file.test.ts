import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFile } from '../../../local/web/serve-file.ts';
import { buildPage } from '../../../web/build.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-page-'));
  await buildPage(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the built page', () => {
  // An ending that is not known is answered by the page itself: pdf.js took it for its map of a Chinese font, and drew no text.
  test('gives each of its files as it is, maps and fonts of pdf.js too', async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && extname(entry.name) !== '');
    expect(new Set(files.map(({ name }) => extname(name)))).toContain('.bcmap');
    for (const { parentPath, name } of files) {
      const file = join(parentPath, name);
      const path = `/${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`;
      const { status, body } = await serveFile(folder, path);
      expect([path, status]).toEqual([path, 200]);
      expect(Buffer.from(body ?? '').equals(await readFile(file)), path).toBe(true);
    }
  });
});

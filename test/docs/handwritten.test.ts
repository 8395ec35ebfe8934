import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../parsers/bytes/limits.ts';
import { UNREADABLE } from '../../parsers/bytes/unreadable.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READMES = ['README.md', 'README.zh-CN.md'];

const pages = ['', 'docs', 'docs/adr'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

describe('links lead somewhere', () => {
  test.each(pages)('%s', (name) => {
    const targets = [...read(name).matchAll(/\]\((?<target>[^)\s]+)\)/gu)].flatMap(
      ({ groups }) => groups?.target ?? [],
    );
    const lost = targets.filter((target) => !/^https?:/u.test(target) && !leadsSomewhere(target, dirname(name)));
    expect(lost).toEqual([]);
  });
});

describe.each(READMES)('%s', (name) => {
  test('names the two commands word for word, each on a line of its own', () => {
    expect(read(name).split('\n')).toEqual(expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']));
  });

  test('shows what the command says', async () => {
    const blocks = [...read(name).matchAll(/^```console\n\$ npx gouji (?<call>.*)\n(?<shown>[\s\S]*?)```/gmu)];
    expect(blocks.length).toBeGreaterThan(0);
    for (const { groups } of blocks) {
      const said = await gouji((groups?.call ?? '').split(' '));
      expect(said.slice(0, groups?.shown?.length)).toBe(groups?.shown);
    }
  });

  test('names codes and limits as they are', () => {
    const text = read(name);
    const codes = ['no-text-layer', 'legacy-doc', 'form-not-supported'];
    expect(codes.filter((code) => !(code in UNREADABLE) || !text.includes(`\`${code}\``))).toEqual([]);
    expect(text).toContain(`${LIMITS.fileBytes / 2 ** 20} MB`);
  });
});

function leadsSomewhere(target: string, folder: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? undefined : join(ROOT, folder, path);
  if (file !== undefined && !existsSync(file)) return false;
  if (anchor === undefined || file === undefined || !file.endsWith('.md')) return true;
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gmu)].some(([, title]) => anchorOf(title ?? '') === anchor);
}

/** The anchor that a heading gets on GitHub. */
const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/gu, '-');

function gouji(args: readonly string[]): Promise<string> {
  const env = { ...process.env, NO_COLOR: '1' };
  return new Promise((resolve) => {
    // The exit code tells of findings, which are what is to be shown.
    execFile(process.execPath, ['cli/gouji.js', ...args], { cwd: ROOT, env }, (_, stdout) => resolve(stdout));
  });
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintSources } from '../../local/fingerprint-sources.ts';
import { temporaryFolder } from './test-cloud.ts';

test('the fingerprint changes with the sources and with nothing else', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'parsers', 'docx'), { recursive: true });
  await writeFile(join(root, 'parsers', 'docx', 'read.ts'), 'one');
  const first = await fingerprintSources(root);
  await writeFile(join(root, 'README.md'), 'about it');
  expect(await fingerprintSources(root)).toBe(first);
  await writeFile(join(root, 'parsers', 'docx', 'read.ts'), 'another');
  expect(await fingerprintSources(root)).not.toBe(first);
});

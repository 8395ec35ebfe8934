import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';

// SECURITY.md says that packages are held by version and hash. npm drops the hashes of what it finds installed when it
// writes the lock file anew, and says nothing of it.

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../..', name), 'utf8'));
const packageSchema = z.object({ integrity: z.string().optional(), inBundle: z.boolean().optional() });
const { packages } = z.object({ packages: z.record(z.string(), packageSchema) }).parse(read('package-lock.json'));

test('every package is locked by a hash of what is fetched', () => {
  const fetched = Object.entries(packages).filter(([path, { inBundle }]) => path !== '' && !inBundle);
  expect(fetched.length).toBeGreaterThan(100);
  expect(fetched.filter(([, { integrity }]) => !/^sha512-/u.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
});

test('every package is asked for in one exact version', () => {
  const asked = z.record(z.string(), z.unknown()).parse(read('package.json'));
  const parts = z.record(z.string(), z.string());
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((part) =>
    Object.entries(parts.parse(asked[part])),
  );
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
});

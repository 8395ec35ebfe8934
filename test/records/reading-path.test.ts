import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('what reads a report brings no package that it does not read with', async () => {
  const { metafile } = await build({
    absWorkingDir: join(import.meta.dirname, '../..'),
    entryPoints: ['records/assess-report.ts'],
    outdir: 'nowhere',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? (packageOf(path) ?? []) : [])),
  );
  // A process that reads one report compiles and runs all of them before its first page.
  expect([...new Set(used)].sort()).toEqual(['fastest-levenshtein', 'saxen']);
});

const packageOf = (path: string) => /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1];

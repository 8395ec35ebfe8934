/**
 * Builds every sample from its transcription: `npx tsx samples/build.ts`.
 * With `--check` nothing is written; the exit code is 1 when a file differs from what would be built.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSample } from './build-sample.ts';
import { TRANSCRIPTION } from './transcription.ts';

const SAMPLES = dirname(fileURLToPath(import.meta.url));
const checkOnly = process.argv.includes('--check');

const stale = sampleFolders().flatMap((folder) => {
  const text = readFileSync(join(folder, 'transcription.json'), 'utf8');
  const files = buildSample(TRANSCRIPTION.parse(JSON.parse(text)));
  return [...files].flatMap(([path, content]) => (isCurrent(join(folder, path), content) ? [] : [join(folder, path)]));
});
for (const path of stale) console.log(`${checkOnly ? 'differs' : 'written'}: ${path.slice(SAMPLES.length + 1)}`);
if (stale.length === 0) console.log('samples are up to date');
if (checkOnly && stale.length > 0) process.exitCode = 1;

function sampleFolders(): string[] {
  return readdirSync(SAMPLES)
    .map((name) => join(SAMPLES, name))
    .filter((folder) => existsSync(join(folder, 'transcription.json')))
    .sort();
}

/** Compares a file with what was built and, unless only checking, brings it up to date. */
function isCurrent(path: string, content: Uint8Array): boolean {
  if (existsSync(path) && Buffer.from(content).equals(readFileSync(path))) return true;
  if (!checkOnly) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return false;
}

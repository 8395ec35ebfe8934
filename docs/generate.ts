/**
 * Writes the documents that are made from the code: `npm run docs`.
 * With `--check` nothing is written; the exit code is 1 when a document differs from what would be written.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateDocuments } from './generators/generate-documents.ts';

const DOCS = fileURLToPath(new URL('.', import.meta.url));
const checkOnly = process.argv.includes('--check');

const stale = [...(await generateDocuments())].filter(([name, text]) => {
  const path = join(DOCS, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  if (!checkOnly) writeFileSync(path, text);
  return true;
});
for (const [name] of stale) console.log(`${checkOnly ? 'stale' : 'written'}: docs/${name}`);
if (stale.length === 0) console.log('docs are up to date');
if (checkOnly && stale.length > 0) process.exitCode = 1;

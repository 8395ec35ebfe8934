import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { FuzzProcess } from './fuzz-process.ts';

const NOTHING = new Uint8Array();

/** Answers the first file, and is gone by the time of the second one. */
const ANSWERS_ONCE = `
process.on('message', ({ number }) => {
  process.send({ number, outcome: 'accepted', milliseconds: 1, peakBytes: 1 }, () => process.exit(0));
});
process.send({ ready: true });
`;

test('a process that went between two files is a case that died, and not the end of the run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-fuzz-test-'));
  const script = join(folder, 'answers-once.mjs');
  writeFileSync(script, ANSWERS_ONCE);
  const reader = new FuzzProcess(script);
  onTestFinished(() => {
    reader.close();
    rmSync(folder, { recursive: true });
  });
  const read = (number: number) => reader.read({ number, fileName: 'a.docx', bytes: NOTHING });
  expect(await read(1)).toMatchObject({ number: 1, outcome: 'accepted' });
  await setTimeout(500);
  expect(await read(2)).toMatchObject({ number: 2, outcome: 'process died' });
  expect(await read(3)).toMatchObject({ number: 3, outcome: 'accepted' });
});

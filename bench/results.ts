import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { BenchDocument } from './documents.ts';

const spread = z.object({ median: z.number(), p95: z.number() });
const timed = z.record(z.string(), spread);
const staged = z.record(z.string(), z.number());
const ran = z.object({ rss: z.number(), heap: z.number(), first: z.number() });

/** By contender; one that failed on the document is not there. */
export type Timed = z.infer<typeof timed>;
export type Staged = z.infer<typeof staged>;
/** Of a process: most bytes that it held, and milliseconds of its first document. */
export type Ran = z.infer<typeof ran>;

const execute = promisify(execFile);

async function runScript(
  folder: string,
  name: string,
  options: readonly string[],
  given: readonly string[],
): Promise<unknown[]> {
  const { stdout, stderr } = await execute(process.execPath, [...options, join(folder, `${name}.mjs`), ...given]);
  if (stderr) console.error(stderr.trimEnd());
  return stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

const pathsOf = (documents: readonly BenchDocument[]) => documents.map(({ path }) => path);

export async function timeDocuments(
  folder: string,
  rounds: number,
  contenders: readonly string[],
  documents: readonly BenchDocument[],
): Promise<Timed[]> {
  const given = [String(rounds), contenders.join(','), ...pathsOf(documents)];
  const lines = await runScript(folder, 'time-documents', [], given);
  return lines.map((line) => timed.parse(line));
}

export async function timeStages(
  folder: string,
  rounds: number,
  documents: readonly BenchDocument[],
): Promise<Staged[]> {
  const lines = await runScript(folder, 'time-stages', [], [String(rounds), ...pathsOf(documents)]);
  return lines.map((line) => staged.parse(line));
}

/** @param options for Node itself, such as a limit of the heap */
export async function peakMemory(
  folder: string,
  contender: string,
  document: BenchDocument,
  runs: number,
  options: readonly string[] = [],
): Promise<Ran> {
  const [line] = await runScript(folder, 'peak-memory', options, [contender, document.path, String(runs)]);
  return ran.parse(line);
}

/** The same for a contender that may fail on the document. */
export const peakMemoryIfRead = (...given: Parameters<typeof peakMemory>): Promise<Ran | undefined> =>
  peakMemory(...given).catch(() => undefined);

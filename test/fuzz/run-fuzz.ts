import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawCase, type FuzzCase } from './fuzz-case.ts';
import { bundleReader, type CaseAnswer, FuzzProcess } from './fuzz-process.ts';
import { goodFiles } from './good-files.ts';

export interface FuzzRun {
  readonly seed: number;
  /** Numbers of the cases. */
  readonly numbers: readonly number[];
  /** Processes at a time. */
  readonly jobs: number;
  /** A folder of more files to start from. */
  readonly from?: string | undefined;
  readonly onAnswer?: (answer: CaseAnswer, drawn: FuzzCase) => void;
}

/** Draws cases and reads each as ingest would, in a process of its own kind; in no order. */
export async function runFuzz({ seed, numbers, jobs, from, onAnswer }: FuzzRun): Promise<CaseAnswer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-fuzz-'));
  const files = goodFiles(from);
  const answers: CaseAnswer[] = [];
  const left = numbers.values();
  async function work(script: string): Promise<void> {
    const reader = new FuzzProcess(script);
    try {
      for (const number of left) {
        const drawn = drawCase(files, seed, number);
        const answer = await reader.read({ number, fileName: `report.${drawn.format}`, bytes: drawn.bytes });
        answers.push(answer);
        onAnswer?.(answer, drawn);
      }
    } finally {
      reader.close();
    }
  }
  try {
    const script = await bundleReader(folder);
    await Promise.all(Array.from({ length: jobs }, () => work(script)));
    return answers;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
